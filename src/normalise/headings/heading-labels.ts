import type { Heading, PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Attributes } from '../../markdown/attributes/parse-attributes.js';
import { tell } from '../../report/file-messages.js';
import { type ChapterLabel, chapterLabel, isOnlyLabel } from './chapter-label.js';
import { headingText } from './heading-text.js';
import { labelReader } from './label-reader.js';

/**
 * Takes the label of a chapter apart from its title, whether they stand in one heading (“Chapter IV. The Pond”) or
 * in two, and keeps it as data. Reports numbers that do not follow each other.
 */
export function settleHeadingLabels(tree: Root, file: VFile): void {
  const labelOf = labelReader(tree);
  joinTwoLines(tree, labelOf);
  const last = new Map<string, { value: number; heading: Heading }>();
  for (const heading of tree.children) {
    if (heading.type !== 'heading') continue;
    const label = labelOf(heading);
    const own = heading.data?.attributes?.values.label;
    const known = own ? chapterLabel(own) : label;
    if (known) checkSequence(known, heading, last, tree, file);
    // A higher division begins the count of the lower ones again.
    for (const [key, { heading: other }] of last) if (other.depth > heading.depth) last.delete(key);
    if (!own && label) takeApart(heading, label);
  }
}

/** A label and, right after it, its title: as headings of one level, or the title the only one below its label. */
function joinTwoLines(tree: Root, labelOf: (heading: Heading) => ChapterLabel | undefined): void {
  for (let index = 0; index + 1 < tree.children.length; index++) {
    const [first, second] = [tree.children[index]!, tree.children[index + 1]!];
    if (first.type !== 'heading' || second.type !== 'heading') continue;
    if (!labelOf(first) || !isOnlyLabel(headingText(first.children)) || labelOf(second)) continue;
    const isTitle = second.depth === first.depth || (second.depth > first.depth && isOnlyOne(tree, index));
    if (!isTitle) continue;
    const joined: Heading = {
      ...second,
      depth: first.depth,
      children: [...second.children, ...callsIn(first.children)],
      data: {
        ...second.data,
        attributes: second.data?.attributes ?? first.data?.attributes ?? NO_ATTRIBUTES,
      },
    };
    giveLabel(joined, headingText(first.children));
    if (first.position && second.position)
      joined.position = { start: first.position.start, end: second.position.end };
    tree.children.splice(index, 2, joined);
  }
}

/** The heading after the one at `index` has no sister before the next heading of the first one's rank. */
function isOnlyOne(tree: Root, index: number): boolean {
  const first = tree.children[index] as Heading;
  const second = tree.children[index + 1] as Heading;
  for (const node of tree.children.slice(index + 2)) {
    if (node.type !== 'heading') continue;
    if (node.depth <= first.depth) return true;
    if (node.depth <= second.depth) return false;
  }
  return true;
}

function takeApart(heading: Heading, label: ChapterLabel): void {
  // A bare numeral, or a label without a title, is the title.
  if (headingText(heading.children).slice(label.length).trim() === '') {
    const last = heading.children.at(-1);
    if (last?.type === 'text' && !last.data?.headingMark) last.value = trimLabel(last.value);
    return;
  }
  const [before, after] = cut(heading.children, label.length);
  heading.children = [...after, ...callsIn(before)];
  giveLabel(heading, label.text);
}

const NO_ATTRIBUTES: Attributes = { classes: [], values: {} };

function giveLabel(heading: Heading, text: string): void {
  const attributes = heading.data?.attributes ?? NO_ATTRIBUTES;
  const values = { label: trimLabel(text), ...attributes.values };
  heading.data = { ...heading.data, attributes: { ...attributes, values } };
}

/** A label is plain words; what calls a note in it goes to the end of the title. */
function callsIn(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'footnoteReference') return [node];
    return 'children' in node ? callsIn(node.children as PhrasingContent[]) : [];
  });
}

/** Divides running text after so many characters. */
function cut(nodes: readonly PhrasingContent[], length: number): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  let left = length;
  for (const node of nodes) {
    const own = headingText([node]).length;
    if (left <= 0) after.push(node);
    else if (own <= left) before.push(node);
    else if (node.type === 'text') {
      before.push({ ...node, value: node.value.slice(0, left) });
      after.push({ ...node, value: node.value.slice(left) });
    } else if ('children' in node) {
      const [head, tail] = cut(node.children as PhrasingContent[], left);
      before.push({ ...node, children: head } as PhrasingContent);
      after.push({ ...node, children: tail } as PhrasingContent);
    } else after.push(node);
    left -= own;
  }
  return [before, after];
}

/** Without the stop, dash or break at the end. */
function trimLabel(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\s.:—–-]+$/, '')
    .trim();
}

function checkSequence(
  label: ChapterLabel,
  heading: Heading,
  last: Map<string, { value: number; heading: Heading }>,
  tree: Root,
  file: VFile,
): void {
  if (label.value === undefined) return;
  const key = `${heading.depth} ${label.division}`;
  const before = last.get(key);
  last.set(key, { value: label.value, heading });
  if (before === undefined || label.value === before.value + 1 || label.value === 1) return;
  const line = before.heading.position?.start.line;
  tell(file, {
    severity: 'warning',
    code: 'label-sequence',
    reason: `Unexpected “${label.text}” after number ${before.value}, expected ${before.value + 1}`,
    place: heading,
    ancestors: [tree, heading],
    note: `A heading may be missing or misread${line === undefined ? '' : `; the one before is on line ${line}`}.`,
  });
}
