import type { Nodes, Parents, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** A character of running text: its text node and place in it, or none for what stands for something else. */
export interface RunCharacter {
  readonly value: string;
  readonly text?: Text;
  readonly index: number;
  readonly language: string;
}

/** Running text of one block, across emphasis, links and passages in other languages. */
export type TextRun = readonly RunCharacter[];

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell', 'defListTerm']);
/** Stand in a line like a word, and are not touched. */
const OPAQUE = new Set(['inlineCode', 'inlineMath', 'image', 'imageReference']);
/** Take no room between the words. */
const TRANSPARENT = new Set(['footnoteReference', 'html']);
const OBJECT = '\uFFFC';

/** The running texts of a tree, each with the language that holds at each character. */
export function textRuns(tree: Root, language: string): TextRun[] {
  const runs: TextRun[] = [];
  const languages = new Map<Nodes, string>();
  visit(tree, (node, _index, parent) => {
    const own = languageAt(node) ?? (parent && languages.get(parent)) ?? language;
    languages.set(node, own);
    if (node.type === 'leafDirective' || BLOCKS.has(node.type)) {
      const run: RunCharacter[] = [];
      collect(node as Parents, own, run);
      if (run.some(({ text }) => text)) runs.push(run);
      return SKIP;
    }
    return undefined;
  });
  return runs;
}

function collect(parent: Parents, language: string, run: RunCharacter[]): void {
  for (const child of parent.children) {
    const own = languageAt(child) ?? language;
    if (child.type === 'text') {
      for (let index = 0; index < child.value.length; index++)
        run.push({ value: child.value[index]!, text: child, index, language: own });
    } else if (child.type === 'break') run.push({ value: '\n', index: 0, language: own });
    else if (OPAQUE.has(child.type) || isAddress(child)) run.push({ value: OBJECT, index: 0, language: own });
    else if (!TRANSPARENT.has(child.type) && 'children' in child) collect(child, own, run);
  }
}

function languageAt(node: Nodes): string | undefined {
  if (node.type === 'heading') return node.data?.attributes?.values.lang;
  return 'attributes' in node ? (node.attributes?.lang ?? undefined) : undefined;
}

/** A link whose words are its address. */
function isAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [only, ...rest] = node.children;
  return (
    only?.type === 'text' && rest.length === 0 && /^(?:[a-z][a-z0-9+.-]*:|www\.|\S+@\S+$)/i.test(only.value)
  );
}
