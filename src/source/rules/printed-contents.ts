import type { Block } from '../block.js';
import { isColumnHead, keysOf, titleOf } from '../contents/entry.js';
import { plainText } from '../marks.js';
import type { BlockRule } from '../rule.js';

/** Takes out a printed list of contents when every entry is the title of a heading: the edition makes its own. */
export const printedContents: BlockRule = {
  stage: 'blocks',
  name: 'printed-contents',
  guesses: true,
  apply(blocks, { log }) {
    const headings = new Set<string>();
    for (const block of blocks) {
      if (block.type !== 'heading') continue;
      const text = plainText(block.text.value);
      const label = plainText(block.label?.value ?? '');
      for (const form of [text, label, `${label} ${text}`]) for (const key of keysOf(form)) headings.add(key);
    }
    const gone = new Set<Block>();
    blocks.forEach((block, at) => {
      if (block.type !== 'preformatted' || !block.contents) return;
      const over = blocks[at - 1];
      const { entries, missing } = matchEntries(
        block.lines.map(({ value }) => value),
        headings,
      );
      if (entries < 2 || missing !== undefined) {
        const missed = missing ?? '';
        log.warn(block.lines[0]!, `The printed contents were kept: no heading was found for “${missed}”.`);
        return;
      }
      gone.add(block);
      for (const line of block.lines)
        log.removed(line, 'printed contents, every entry of which is a heading');
      if (over?.type === 'heading') {
        gone.add(over);
        log.removed(over.text, 'heading of the printed contents');
      }
    });
    return blocks.flatMap((block): readonly Block[] => {
      if (gone.has(block)) return [];
      return (block.type === 'preformatted' && block.otherwise) || [block];
    });
  },
};

/** Counts the entries, each of one line or of several, and finds the first for which there is no heading. */
function matchEntries(
  rows: readonly string[],
  headings: ReadonlySet<string>,
): { entries: number; missing: string | undefined } {
  const lines = rows.filter((row) => /\p{L}/u.test(row) && !isColumnHead(row));
  let entries = 0;
  for (let at = 0; at < lines.length; ) {
    // A long title runs over several lines; its page stands in the last.
    const length = [3, 2, 1].find((count) => {
      const whole = lines
        .slice(at, at + count)
        .map((line) => line.trim())
        .join(' ');
      return at + count <= lines.length && keysOf(whole).some((key) => headings.has(key));
    });
    if (length === undefined) return { entries, missing: titleOf(lines[at]!) };
    entries++;
    at += length;
  }
  return { entries, missing: undefined };
}
