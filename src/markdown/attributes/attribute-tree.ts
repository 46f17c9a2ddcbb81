import type { Heading, Image, ImageReference, Node, Nodes, Parents, Root, Text } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { decodeString } from 'micromark-util-decode-string';
import { visit } from 'unist-util-visit';
import { type Attributes, parseAttributes } from './parse-attributes.js';

declare module 'mdast' {
  interface Data {
    /** What stood in `{…}` after the node. */
    attributes?: Attributes;
  }
  interface RootContentMap {
    attributeList: AttributeList;
  }
  interface PhrasingContentMap {
    attributeList: AttributeList;
  }
}

/** A list of attributes whose owner is not yet known; none is left in a finished tree. */
export interface AttributeList extends Node {
  type: 'attributeList';
  value: string;
}

/** Puts attributes on the heading or image they follow and makes text again of all other braces. */
export function attributesFromMarkdown(): Extension {
  return {
    enter: {
      attributeList(token) {
        this.enter({ type: 'attributeList', value: this.sliceSerialize(token) }, token);
      },
    },
    exit: {
      attributeList(token) {
        this.exit(token);
      },
    },
    transforms: [attach],
  };
}

function attach(tree: Root): void {
  const parents: Parents[] = [];
  visit(tree, 'attributeList', (_node, _index, parent) => {
    if (parent && parents.at(-1) !== parent) parents.push(parent);
  });
  for (const parent of new Set(parents)) settle(parent);
}

function settle(parent: Parents): void {
  const children: Nodes[] = [];
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'attributeList') {
      push(children, child);
      continue;
    }
    const owner = ownerOf(child, children.at(-1), parent, index);
    const attributes = owner && parseAttributes(child.value.slice(1, -1));
    if (!attributes) {
      push(children, { type: 'text', value: decodeString(child.value), position: child.position } as Text);
      continue;
    }
    give(owner, attributes);
    if (owner !== parent && owner.position && child.position) owner.position.end = child.position.end;
    if (owner === parent) trimEnd(children);
  }
  parent.children = children as typeof parent.children;
}

function ownerOf(
  list: AttributeList,
  before: Nodes | undefined,
  parent: Parents,
  index: number,
): Heading | Image | ImageReference | undefined {
  const isImage = before?.type === 'image' || before?.type === 'imageReference';
  if (isImage && before.position?.end.offset === list.position?.start.offset) return before;
  return parent.type === 'heading' && index === parent.children.length - 1 ? parent : undefined;
}

function give(owner: Heading | Image | ImageReference, attributes: Attributes): void {
  const { id, classes, values } = attributes;
  owner.data = {
    ...owner.data,
    attributes,
    // For those who use the plugin with a plain remark-rehype.
    hProperties: {
      ...(id === undefined ? {} : { id }),
      ...(classes.length > 0 ? { className: [...classes] } : {}),
      ...(values.lang === undefined ? {} : { lang: values.lang }),
      ...(values.width === undefined ? {} : { 'data-width': values.width }),
    },
  };
}

/** Text beside text is one text: what looked like attributes leaves no seam. */
function push(children: Nodes[], child: Nodes): void {
  const last = children.at(-1);
  if (last?.type === 'text' && child.type === 'text') {
    last.value += child.value;
    if (last.position && child.position) last.position.end = child.position.end;
  } else children.push(child);
}

function trimEnd(children: Nodes[]): void {
  const last = children.at(-1);
  if (last?.type !== 'text') return;
  last.value = last.value.replace(/[ \t]+$/, '');
  if (last.value === '') children.pop();
}
