import type { Nodes, Parents, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** A stretch of running text that one text node holds, or a mark that stands for something else. */
export interface RunSegment {
  /** Index of its first character in the text of the run. */
  readonly start: number;
  readonly length: number;
  /** The node whose words it is; none for what is not to be touched. */
  readonly node?: Text;
  readonly language: string;
}

/** Running text of one block, across emphasis, links and passages in other languages. */
export interface TextRun {
  readonly text: string;
  readonly segments: readonly RunSegment[];
}

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell', 'defListTerm']);
/** Stand in a line like a word, and are not touched. */
const OPAQUE = new Set(['inlineCode', 'inlineMath', 'image', 'imageReference']);
/** Take no room between the words. */
const TRANSPARENT = new Set(['footnoteReference', 'html']);
const OBJECT = '\uFFFC';

/** Calls `each` with the running texts of a tree, each with the language that holds in its stretches. */
export function eachTextRun(tree: Root, language: string, each: (run: TextRun) => void): void {
  const languages = new Map<Nodes, string>();
  visit(tree, (node, _index, parent) => {
    const own = languageAt(node) ?? (parent && languages.get(parent)) ?? language;
    if (node.type === 'leafDirective' || BLOCKS.has(node.type)) {
      const run = new RunBuilder();
      collect(node as Parents, own, run);
      if (run.segments.some(({ node: text }) => text)) each(run);
      return SKIP;
    }
    languages.set(node, own);
    return undefined;
  });
}

class RunBuilder implements TextRun {
  text = '';
  readonly segments: RunSegment[] = [];

  add(value: string, language: string, node?: Text): void {
    this.segments.push({
      start: this.text.length,
      length: value.length,
      language,
      ...(node ? { node } : {}),
    });
    this.text += value;
  }
}

function collect(parent: Parents, language: string, run: RunBuilder): void {
  for (const child of parent.children) {
    const own = languageAt(child) ?? language;
    // The number of a page of the source stands for no word of the text.
    if (child.type === 'textDirective' && child.name === 'page-mark') continue;
    if (child.type === 'text') run.add(child.value, own, child);
    else if (child.type === 'break') run.add('\n', own);
    else if (OPAQUE.has(child.type) || isAddress(child)) run.add(OBJECT, own);
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
