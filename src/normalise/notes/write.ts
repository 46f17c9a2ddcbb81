import type {
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Text,
} from 'mdast';
import { groupBy } from './group-by.js';
import type { Call, Candidate, NoteSet, Stretch } from './model.js';
import { positionAcross, type TextPlaces } from './place.js';
import type { Settled } from './settle.js';
import type { ConventionName, NoteData } from './types.js';

/** A note and its calls as they stand in the tree; identifiers are given when all conventions are done. */
export interface Written {
  readonly definition: FootnoteDefinition;
  readonly references: FootnoteReference[];
  readonly order: number;
}

/** Where a paragraph of notes is cut: the label that stood there is gone. */
interface Cut {
  readonly type: 'cut';
  readonly note: Candidate;
}
type Piece = PhrasingContent | Cut;

interface Edit {
  readonly at: Stretch;
  /** What stands there from now on; nothing for a bracket that only held the note. */
  readonly piece: Piece | undefined;
}

const isStretch = (at: Call['at']): at is Stretch => 'first' in at;

/** A text with a new stretch of its characters; undefined when nothing is left. */
function textOf(node: Text, from: number, to: number, places: TextPlaces): Text | undefined {
  if (from >= to) return undefined;
  const position = places.position(node, from, to);
  return { ...node, value: node.value.slice(from, to), ...(position && { position }) };
}

/** Puts the pieces in place of their stretches: one pass over the children of a parent. */
function replaceIn(parent: Parents, edits: readonly Edit[], places: TextPlaces): void {
  const byFirst = groupBy(edits, (edit) => edit.at.first);
  const children: Piece[] = [];
  const old = parent.children as PhrasingContent[];
  for (let index = 0; index < old.length; index++) {
    const child = old[index]!;
    const here = byFirst.get(child);
    if (!here) {
      children.push(child);
      continue;
    }
    if (here[0]!.at.start === undefined || child.type !== 'text') {
      put(children, here[0]!.piece);
      while (old[index] !== here[0]!.at.last && index < old.length - 1) index++;
      continue;
    }
    let from = 0;
    for (const { at, piece } of here.sort((a, b) => a.at.start! - b.at.start!)) {
      const before = textOf(child, from, at.start!, places);
      if (before) children.push(before);
      put(children, piece);
      from = at.end!;
    }
    const after = textOf(child, from, child.value.length, places);
    if (after) children.push(after);
  }
  parent.children = children as typeof parent.children;
}

/** “See note [2]”: the number is a word of the sentence, not a mark on the word before it. */
const NAMES_A_NOTE =
  /(?:^|[^\p{L}])(?:(?:foot|end)?notes?|nn?\.|see|cf\.|anm\.|fußnoten?|сноск\p{L}*|прим\.)\s+$/iu;

/** Adds a piece. A call stands close to its word, whatever space the source has before it. */
function put(children: Piece[], piece: Piece | undefined): void {
  if (!piece) return;
  const last = children.at(-1);
  if (last?.type === 'text' && !NAMES_A_NOTE.test(last.value)) {
    const value = last.value.replace(/\s+$/, '');
    if (value) children[children.length - 1] = { ...last, value };
    else if (children.length > 1) children.pop();
  }
  children.push(piece);
}

/** The paragraphs between the cuts: what stood before the first, and one for each note. */
function cutUp(paragraph: Paragraph): { rest: Paragraph | undefined; notes: Map<Candidate, Paragraph> } {
  const notes = new Map<Candidate, Paragraph>();
  let children: PhrasingContent[] = [];
  const rest = { ...paragraph, children };
  for (const child of paragraph.children as Piece[]) {
    if (child.type !== 'cut') {
      if (children.length || child.type !== 'break') children.push(child);
      continue;
    }
    trimEnd(children);
    children = [];
    notes.set(child.note, { type: 'paragraph', children });
  }
  trimEnd(children);
  for (const [candidate, note] of notes) {
    trimStart(note.children, candidate);
    const position = positionAcross(note.children[0], note.children.at(-1));
    if (position) note.position = position;
  }
  return { rest: rest.children.length ? rest : undefined, notes };
}

/** Behind a label that was a link stands the full stop of `1.` */
function trimStart(children: PhrasingContent[], { from }: Candidate): void {
  const [first] = children;
  if (first?.type !== 'text') return;
  const linked = from.kind === 'piece' && from.label.start === undefined;
  const value = first.value.replace(linked ? /^\s*[.:)\]]?\s*/ : /^\s+/, '');
  if (value) children[0] = { ...first, value };
  else children.shift();
}

function trimEnd(children: PhrasingContent[]): void {
  while (children.at(-1)?.type === 'break') children.pop();
  const last = children.at(-1);
  if (last?.type !== 'text') return;
  const value = last.value.replace(/\s+$/, '');
  if (value) children[children.length - 1] = { ...last, value };
  else children.pop();
}

/** Makes references of the calls and definitions of the notes, where they stand. */
export function write(settled: Settled, convention: ConventionName, places: TextPlaces): Written[] {
  const written = new Map<Candidate, Written>();
  const dataOf = (label: string, mark: string, note: Candidate): NoteData => ({
    series: note.series ?? 'author',
    originalLabel: label,
    convention,
    mark,
  });

  for (const note of settled.sets.flatMap((set) => set.notes)) {
    const own = note.from.kind === 'definition' ? note.from.node : undefined;
    const definition: FootnoteDefinition = own ?? {
      type: 'footnoteDefinition',
      identifier: '',
      label: note.label,
      children: [],
      ...(note.place && 'start' in note.place && { position: note.place }),
    };
    definition.data = {
      ...definition.data,
      octavo: definition.data?.octavo ?? dataOf(own?.label ?? note.label, note.mark, note),
    };
    written.set(note, { definition, references: [], order: note.order });
  }

  const edits: Edit[] = [];
  for (const [call, note] of settled.pairs) {
    const data = { octavo: dataOf(call.label, call.mark, note) };
    const reference: FootnoteReference = isStretch(call.at)
      ? {
          type: 'footnoteReference',
          identifier: '',
          label: call.label,
          ...(call.place && 'start' in call.place && { position: call.place }),
        }
      : call.at;
    reference.data = { ...data, ...reference.data };
    written.get(note)!.references.push(reference);
    if (isStretch(call.at)) edits.push({ at: call.at, piece: reference });
  }
  for (const note of written.keys()) {
    if (note.from.kind !== 'piece') continue;
    edits.push({ at: note.from.label, piece: { type: 'cut', note } });
    if (note.from.close) edits.push({ at: note.from.close, piece: undefined });
  }
  for (const [parent, list] of groupBy(edits, (edit) => edit.at.parent)) replaceIn(parent, list, places);

  moveNotes(settled.sets, written);
  return [...written.values()];
}

/** Takes the blocks of the notes out of their parents and puts the definitions there. */
function moveNotes(sets: readonly NoteSet[], written: ReadonlyMap<Candidate, Written>): void {
  for (const [parent, own] of groupBy(sets, (set) => set.parent)) {
    const replacements = new Map<Nodes, Nodes[]>();
    const pieces = new Map<Paragraph, ReturnType<typeof cutUp>>();
    for (const { notes, blocks, rule } of own) {
      if (notes.every((note) => note.from.kind === 'definition')) continue;
      if (rule) replacements.set(rule, []);
      for (const block of blocks) if (!replacements.has(block)) replacements.set(block, []);
      for (const note of notes) {
        const { definition } = written.get(note)!;
        let holder = blocks[0]!;
        if (note.from.kind === 'piece') {
          const { paragraph } = note.from;
          let cut = pieces.get(paragraph);
          if (!cut) {
            cut = cutUp(paragraph);
            pieces.set(paragraph, cut);
            if (cut.rest) replacements.get(paragraph)!.push(cut.rest);
          }
          holder = paragraph;
          definition.children = [cut.notes.get(note)!, ...note.more];
        } else if (note.from.kind === 'blocks') {
          definition.children = [...note.from.content, ...note.more];
        }
        replacements.get(holder)!.push(definition);
      }
    }
    parent.children = (parent.children as Nodes[]).flatMap(
      (child) => replacements.get(child) ?? [child],
    ) as typeof parent.children;
  }
}
