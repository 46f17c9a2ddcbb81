import type { Html, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import { SYMBOL_CLASS, toSuperscript } from './labels.js';
import { positionAcross } from './place.js';

const LABEL = new RegExp(String.raw`^\s*(?:\d{1,4}|[${SYMBOL_CLASS}]{1,4}|\[\d{1,4}\]|\(\d{1,4}\))\s*$`, 'u');

const isTag = (node: Nodes | undefined, pattern: RegExp): node is Html =>
  node?.type === 'html' && pattern.test(node.value);

/**
 * Reads `<sup>1</sup>` as `¹`, so that a raised label is one piece of text whatever the source wrote. Gives back
 * what puts the tags that no note took up into the tree again.
 */
export function joinRaisedMarks(root: Root): () => void {
  const joined = new Map<Text, { parent: Parents; nodes: readonly PhrasingContent[] }>();

  const join = (parent: Parents): void => {
    const children = parent.children as PhrasingContent[];
    if (children.some((child) => isTag(child, /^<sup\b/i))) {
      const result: PhrasingContent[] = [];
      for (let index = 0; index < children.length; index++) {
        const [open, text, close] = children.slice(index, index + 3);
        if (
          isTag(open, /^<sup\b[^>]*>$/i) &&
          text?.type === 'text' &&
          LABEL.test(text.value) &&
          isTag(close, /^<\/sup\s*>$/i)
        ) {
          const position = positionAcross(open, close);
          const value = toSuperscript(text.value.trim());
          const mark: Text = { type: 'text', value, ...(position && { position }) };
          joined.set(mark, { parent, nodes: [open, text, close] });
          result.push(mark);
          index += 2;
        } else result.push(children[index]!);
      }
      parent.children = result as typeof parent.children;
    }
    for (const child of parent.children) if ('children' in child) join(child);
  };
  join(root);

  return () => {
    if (!joined.size) return;
    const restore = (parent: Parents): void => {
      parent.children = (parent.children as PhrasingContent[]).flatMap((child) =>
        child.type === 'text' ? (joined.get(child)?.nodes ?? [child]) : [child],
      ) as typeof parent.children;
      for (const child of parent.children) if ('children' in child) restore(child);
    };
    restore(root);
  };
}
