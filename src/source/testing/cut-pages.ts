import type { Damage } from './draw-damage.js';
import type { Random } from './random.js';

export interface PrintedLine {
  readonly text: string;
  /** Numbers of the notes that are called in the line. */
  readonly calls: readonly number[];
}

const LINES_A_PAGE = 34;
const BOOK = 'THE CHRONICLE OF VARROW';

/** Cuts lines into pages, with what stands at their edges: heads, folios, notes. */
export function cutPages(
  lines: readonly PrintedLine[],
  kind: Damage,
  random: Random,
  { noteLines, section }: { noteLines(numbers: readonly number[]): readonly string[]; section: string },
): string {
  const out: string[] = [];
  let page = random.between(3, 90);
  let count = 0;
  let waiting: number[] = [];
  const turn = (isLast: boolean) => {
    if (kind.notes === 'foot' && waiting.length > 0) {
      out.push('', ...noteLines(waiting));
      waiting = [];
    }
    if (isLast) return;
    const gap = ' '.repeat(12);
    if (kind.pages === 'form-feed') out.push('', `${page}`, `\f${BOOK}`, '');
    else if (kind.pages === 'furniture') out.push('', `${page} ${BOOK}`, '');
    else if (kind.pages === 'alternating')
      out.push('', page % 2 === 0 ? `${page}${gap}${BOOK}` : `${section.toUpperCase()}${gap}${page}`, '');
    else if (kind.pages === 'marks') out.push(`[Pg ${page}]`);
    else if (kind.pages === 'blank') out.push('');
    page++;
    count = 0;
  };
  lines.forEach((line, at) => {
    out.push(line.text);
    waiting.push(...line.calls);
    count++;
    const next = lines[at + 1];
    // A page does not end after the first line of a paragraph or between the parts of something short.
    const inProse =
      next !== undefined &&
      line.text.length > kind.measure * 0.7 &&
      next.text.length > 0 &&
      (lines[at - 1]?.text ?? '') !== '';
    // Nobody can tell a blank line after a sentence from the end of a paragraph.
    const isTold = kind.pages !== 'blank' || !/[.!?][”"]?[\uE000-\uEFFF]*$/.test(line.text);
    if (kind.pages !== 'none' && count >= LINES_A_PAGE && inProse && isTold) turn(false);
  });
  turn(true);
  return out.join('\n');
}
