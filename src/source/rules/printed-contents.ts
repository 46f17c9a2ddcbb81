import type { Block } from '../block.js';
import { plainText } from '../marks.js';
import type { BlockRule } from '../rule.js';

const LEADER_AND_PAGE = /[\s.]*(?:\d{1,4}|[ivxlc]{1,7})?[\s.]*$/i;
const LABEL =
  /^(?:(?:chapter|part|book|act|scene|kapitel|chapitre|livre|teil)\s+)?(?:[ivxlc]+|\d{1,3}(?:\.\d+)*)[.:)\s–—-]+/i;

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
      for (const form of [text, text.replace(LABEL, ''), plainText(block.label?.value ?? '')])
        headings.add(squash(form));
    }
    headings.delete('');
    const gone = new Set<Block>();
    blocks.forEach((block, at) => {
      if (block.type !== 'preformatted' || !block.contents) return;
      const over = blocks[at - 1];
      const entries = block.lines
        .map((line) => line.value.replace(LEADER_AND_PAGE, ''))
        .filter((entry) => /\p{L}/u.test(entry));
      const isMatched = (entry: string) =>
        [entry, entry.trim().replace(LABEL, '')].some((form) => headings.has(squash(form)));
      const missing = entries.filter(
        (entry) => !isMatched(entry) && !/^\s*(?:chapter|page|kapitel|seite|chapitre|\s)+$/i.test(entry),
      );
      if (entries.length < 2 || missing.length > 0) {
        const missed = missing[0]?.trim() ?? '';
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
    return gone.size === 0 ? blocks : blocks.filter((block) => !gone.has(block));
  },
};

const squash = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
