import type { Element, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { INTERNAL } from '../hast/internal.js';
import { titleOf } from './title-of.js';

/**
 * The part of a text under one heading, down to the next heading of its rank: the heading becomes the title, those
 * below it move up with it. Notes come with the calls that the part has, wherever they were written.
 *
 * @returns undefined where no heading at the top of the text has these words.
 */
export function takeSection(tree: Root, title: string): Root | undefined {
  const from = tree.children.findIndex((node) => isHeading(node) && matches(node, title));
  const heading = tree.children[from];
  if (!heading || !isHeading(heading)) return undefined;
  const rank = rankOf(heading);
  const after = tree.children.findIndex(
    (node, index) => index > from && isHeading(node) && rankOf(node) <= rank,
  );
  const part = tree.children.slice(from, after < 0 ? undefined : after).map((node) => promoted(node, rank));
  const { calls, notes } = notesOf(tree);
  const wanted = calledFrom(part, notes);
  const isForeign = (node: RootContent) => {
    const note = node.type === 'element' ? node.properties[INTERNAL.note] : undefined;
    return note !== undefined && calls.has(String(note)) && !wanted.has(String(note));
  };
  const own = withoutNotes(part, isForeign);
  const inside = notesOf({ type: 'root', children: own }).notes;
  const fromElsewhere = [...wanted].flatMap((name) => (inside.has(name) ? [] : (notes.get(name) ?? [])));
  return { ...tree, children: [...own, ...fromElsewhere] };
}

/** Titles at the top of a text: what a part can be taken by. */
export function sectionTitles(tree: Root): string[] {
  return tree.children.filter(isHeading).map((heading) => titleOf(heading).text);
}

function isHeading(node: RootContent): node is Element {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName);
}

const rankOf = ({ tagName }: Element) => Number(tagName[1]);

/** As people type a title: capitals, spaces and the form of quotation marks do not count. */
function matches(heading: Element, wanted: string): boolean {
  const { text, label } = titleOf(heading);
  const plain = (words: string) =>
    words
      .normalize('NFC')
      .replace(/[‘’]/g, "'")
      .replace(/[“”„«»]/g, '"')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase();
  return [text, label, `${label} ${text}`, `${label}: ${text}`].some(
    (words) => words !== undefined && plain(words) === plain(wanted),
  );
}

function promoted(node: RootContent, rank: number): RootContent {
  if (!isHeading(node)) return node;
  return { ...node, tagName: `h${rankOf(node) - rank + 1}` };
}

/** Names of the notes that are called in a text, and the notes that are written in it. */
function notesOf(tree: Root): { calls: Set<string>; notes: Map<string, Element> } {
  const calls = new Set<string>();
  const notes = new Map<string, Element>();
  visit(tree, 'element', (element) => {
    const call = element.properties[INTERNAL.call];
    const note = element.properties[INTERNAL.note];
    if (call !== undefined) calls.add(String(call));
    if (note !== undefined && !notes.has(String(note))) notes.set(String(note), element);
  });
  return { calls, notes };
}

/** Notes that are called from some text, and from the notes called there. */
function calledFrom(text: readonly RootContent[], notes: ReadonlyMap<string, Element>): Set<string> {
  const body = withoutNotes(
    text,
    (node) => node.type === 'element' && node.properties[INTERNAL.note] !== undefined,
  );
  const open = [...notesOf({ type: 'root', children: body }).calls];
  const called = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (called.has(name)) continue;
    called.add(name);
    const note = notes.get(name);
    if (note) open.push(...notesOf({ type: 'root', children: note.children }).calls);
  }
  return called;
}

/** A copy without some of the notes. */
function withoutNotes(
  nodes: readonly RootContent[],
  isForeign: (node: RootContent) => boolean,
): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (isForeign(node)) return [];
    if (node.type !== 'element') return [node];
    return [{ ...node, children: withoutNotes(node.children, isForeign) as Element['children'] }];
  });
}
