import { fromHtml } from 'hast-util-from-html';
import { toString as textOfHtml } from 'hast-util-to-string';
import type { Heading, Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { tell } from '../report/file-messages.js';

/** The words of a tree. */
export interface Stock {
  /** As they are read. */
  readonly text: string;
  /** Each with how often it comes. */
  words(): Map<string, number>;
}

/** A promise of the tool that a normalised tree does not keep: a fault of Octavo, never of the text. */
export interface Violation {
  readonly invariant: 'words' | 'note-pair' | 'levels' | 'ids';
  readonly reason: string;
  readonly node?: Nodes;
}

const INLINE = new Set(['emphasis', 'strong', 'delete', 'text', 'inlineCode', 'inlineMath']);

/** Counts words: runs of letters and runs of digits, whatever their case and style. */
function countWords(text: string, stock: Map<string, number>): void {
  const written = new Map<string, number>();
  for (const word of text.match(/[\p{L}\p{M}]+|\p{Nd}+|[⁰¹²³⁴-⁹]+|\p{N}/gu) ?? [])
    written.set(word, (written.get(word) ?? 0) + 1);
  for (const [word, count] of written) {
    const plain = word.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss');
    stock.set(plain, (stock.get(plain) ?? 0) + count);
  }
}

function textOfTags(html: string): string {
  if (/^<\/?[a-z][^<>]*>$/i.test(html)) return '';
  return textOfHtml(fromHtml(html.replace(/</g, ' <'), { fragment: true }));
}

/** The text of a tree as it is read. Emphasis does not part a word; links, tags and calls do. */
function readText(node: Nodes, pieces: string[]): void {
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
    // The mark left the text when the node was made of it; for the count it is still there.
    pieces.push(' ', node.data?.octavo?.mark ?? '', ' ');
  }
  // “Chapter IV” may have become the label of its title.
  if (node.type === 'heading') pieces.push(' ', node.data?.attributes?.values.label ?? '', ' ');
  if (node.type === 'html') pieces.push(' ', textOfTags(node.value), ' ');
  else if ('value' in node) pieces.push(node.value);
  else if (node.type === 'image' || node.type === 'imageReference') {
    pieces.push(' ', node.alt ?? '', ' ', 'title' in node ? (node.title ?? '') : '', ' ');
  }
  if (!('children' in node)) return;
  if (!INLINE.has(node.type)) pieces.push(' ');
  for (const child of node.children) readText(child, pieces);
  if (!INLINE.has(node.type)) pieces.push(' ');
}

/** Takes stock of the words of a tree, to compare with what is left after normalising. */
export function takeStock(tree: Root): Stock {
  const pieces: string[] = [];
  readText(tree, pieces);
  const text = pieces.join('');
  return {
    text,
    words: () => {
      const words = new Map<string, number>();
      countWords(text, words);
      return words;
    },
  };
}

function* lostWords(before: Stock, tree: Root, file: VFile): Generator<Violation> {
  const left = takeStock(tree);
  const removed = file.data.octavoNotes?.removed ?? [];
  if (left.text === before.text && removed.length === 0) return;
  const [was, is] = [before.words(), left.words()];
  for (const { text } of removed) countWords(text, is);
  for (const word of new Set([...was.keys(), ...is.keys()])) {
    const change = (is.get(word) ?? 0) - (was.get(word) ?? 0);
    if (change === 0) continue;
    const times = Math.abs(change) === 1 ? 'once' : `${Math.abs(change)} times`;
    yield { invariant: 'words', reason: `“${word}” was ${change < 0 ? 'lost' : 'added'} ${times}` };
  }
}

interface Seen {
  readonly calls: Nodes[];
  readonly notes: Map<string, Nodes[]>;
  readonly called: Set<string>;
  readonly headings: Heading[];
}

function look(node: Nodes, seen: Seen): void {
  if (node.type === 'footnoteReference') {
    seen.calls.push(node);
    seen.called.add(node.identifier);
  } else if (node.type === 'footnoteDefinition') {
    const same = seen.notes.get(node.identifier);
    if (same) same.push(node);
    else seen.notes.set(node.identifier, [node]);
  } else if (node.type === 'heading') seen.headings.push(node);
  if ('children' in node) for (const child of node.children) look(child, seen);
}

function* notePairs({ calls, notes, called }: Seen, file: VFile): Generator<Violation> {
  const unplaced = new Set<Nodes>(file.data.octavoNotes?.unplacedNotes.map(({ node }) => node));
  for (const call of calls) {
    if (call.type === 'footnoteReference' && !notes.has(call.identifier)) {
      yield { invariant: 'note-pair', reason: `the call “${call.identifier}” has no note`, node: call };
    }
  }
  for (const [identifier, same] of notes) {
    if (same.length > 1) {
      yield {
        invariant: 'ids',
        reason: `${same.length} notes are named “${identifier}”`,
        node: same[1]!,
      };
    }
    if (!called.has(identifier) && !unplaced.has(same[0]!)) {
      yield { invariant: 'note-pair', reason: `no call names the note “${identifier}”`, node: same[0]! };
    }
  }
}

function* levels({ headings }: Seen): Generator<Violation> {
  let depth = 0;
  for (const heading of headings) {
    // A text may begin at any level; from there on it goes down one at a time.
    if (depth > 0 && heading.depth > depth + 1) {
      yield {
        invariant: 'levels',
        reason: `a heading of level ${heading.depth} follows one of level ${depth}`,
        node: heading,
      };
    }
    depth = heading.depth;
  }
}

/** Finds what a normalised tree does not keep of Octavo’s promises. */
export function findViolations(before: Stock, tree: Root, file: VFile): Violation[] {
  const seen: Seen = {
    calls: [],
    notes: new Map(),
    called: new Set(),
    headings: [],
  };
  look(tree, seen);
  return [...lostWords(before, tree, file), ...notePairs(seen, file), ...levels(seen)];
}

/**
 * Checks that normalising kept the invariants **words**, **note-pair**, **levels** and **ids**.
 *
 * @param before the stock of the tree as it was parsed
 * @throws Error naming each violation: it is a fault of Octavo, and no output may be made of such a tree
 */
export function checkInvariants(before: Stock, tree: Root, file: VFile): void {
  const violations = findViolations(before, tree, file);
  if (!violations.length) return;
  for (const { invariant, reason, node } of violations) {
    tell(file, { severity: 'error', code: `invariant-${invariant}`, reason, place: node?.position });
  }
  const shown = violations.slice(0, 5).map(({ invariant, reason }) => `${invariant}: ${reason}`);
  const more = violations.length - shown.length;
  throw new Error(
    `Normalising ${file.path ?? 'the text'} broke a promise. ${shown.join('; ')}${more ? `; and ${more} more` : ''}`,
  );
}
