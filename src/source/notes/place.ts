import type { Block, Note } from '../block.js';
import { MappedText } from '../mapped-text.js';
import { MARK } from '../marks.js';
import type { RuleContext } from '../rule.js';
import type { NoteList } from './collect.js';

/** Sets the notes of lists in their place, loose ones at the end of their section, and leaves what is no list of notes. */
export function placeNotes(
  blocks: readonly Block[],
  lists: readonly NoteList[],
  accepted: ReadonlySet<NoteList>,
  made: ReadonlyMap<Note, Note>,
  { log }: RuleContext,
): Block[] {
  const result: Block[] = [];
  const waiting: Note[] = [];
  const starts = new Map(lists.filter((list) => accepted.has(list)).map((list) => [list.from, list]));
  const loose = blocks
    .filter((block): block is Note => block.type === 'note' && block.place === 'foot')
    .sort((a, b) => a.marker.originAt(0) - b.marker.originAt(0));
  let nextLoose = 0;
  const flush = () => result.push(...waiting.splice(0));
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.type === 'note' && block.place === 'foot') continue;
    // Notes of a section stand at its end, in the order of the source.
    if (block.type === 'heading') {
      const here = block.text.originAt(0);
      while (nextLoose < loose.length && loose[nextLoose]!.marker.originAt(0) < here)
        waiting.push(made.get(loose[nextLoose++]!)!);
      flush();
    }
    const list = starts.get(at);
    if (!list) {
      result.push(...asWritten(block));
      continue;
    }
    if (list.heading !== undefined) {
      const heading = blocks[list.heading]!;
      if (list.intro.length > 0) result.push(heading, ...list.intro);
      else if (heading.type === 'heading')
        log.removed(heading.text, 'heading of a list of notes, which is written as footnotes');
    }
    result.push(...list.notes.map((note) => made.get(note)!));
    at = list.to - 1;
  }
  while (nextLoose < loose.length) waiting.push(made.get(loose[nextLoose++]!)!);
  flush();
  return result;
}

/** A list that is none of notes keeps what its labels look like: `[1]` is no item of Markdown. */
function asWritten(block: Block): Block[] {
  if (block.type !== 'list' || !block.ordered || /^(?:point|parenthesis)$/.test(block.items[0]!.label.form))
    return [block];
  return block.items.flatMap(({ marker, blocks: [first, ...rest] }): Block[] =>
    first?.type === 'paragraph'
      ? [{ ...first, text: MappedText.concat([marker, first.text]) }, ...rest]
      : [{ type: 'paragraph', text: marker.trimEnd() }, ...(first ? [first] : []), ...rest],
  );
}

/** Writes calls in place of what stood there, close to the word before and apart from the word after. */
export function writeCalls(
  text: MappedText,
  edits: readonly { start: number; end: number; id: string }[] | undefined,
): MappedText {
  if (!edits) return text;
  const parts: (MappedText | string)[] = [];
  let from = 0;
  for (const { start, end, id } of [...edits].sort((a, b) => a.start - b.start)) {
    const before = text.value.slice(from, start);
    const space = before.length - before.trimEnd().length;
    const follows = text.value[end] ?? '';
    parts.push(
      text.slice(from, start - space),
      MARK.callOpen,
      MappedText.inserted(id, text.originAt(start)),
      MARK.callClose,
    );
    if (space > 0 && /[\p{L}\p{N}(“]/u.test(follows)) parts.push(' ');
    from = end;
  }
  parts.push(text.slice(from));
  return MappedText.concat(parts);
}

/** A call that stood on a line of its own, and so begins a paragraph, belongs to the end of the one before. */
export function raiseCalls(blocks: readonly Block[], ids: ReadonlySet<string>): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const before = result.at(-1);
    const call = block.type === 'paragraph' ? /^\uFDD4([^\uFDD5]*)\uFDD5\s*/.exec(block.text.value) : null;
    if (block.type !== 'paragraph' || before?.type !== 'paragraph' || !call || !ids.has(call[1]!)) {
      result.push(block);
      continue;
    }
    const raised = block.text.slice(0, call[0].trimEnd().length);
    result[result.length - 1] = { ...before, text: MappedText.concat([before.text, raised]) };
    const rest = block.text.slice(call[0].length);
    if (rest.length > 0) result.push({ ...block, text: rest });
  }
  return result;
}
