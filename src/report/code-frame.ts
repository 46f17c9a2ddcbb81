import type { Place } from './report.js';

const AROUND = 1;
const WIDTH = 96;

/** The lines round a place with a caret under it, as `Message.frame` wants them; nothing where no line is known. */
export function codeFrame(text: string, place: Pick<Place, 'line' | 'column' | 'endLine' | 'endColumn'>) {
  const { line, column } = place;
  const lines = text.split(/\r\n|\r|\n/);
  if (line === undefined || line > lines.length) return undefined;
  const first = Math.max(1, line - AROUND);
  const next = Math.min(lines.length, line + AROUND);
  // The empty string after the last line break is no line to show.
  const last = next > line && next === lines.length && lines.at(-1) === '' ? next - 1 : next;
  const gutter = String(last).length;
  const start = column ?? 1;
  // A long line is shown from shortly before the place, so that the caret stays in sight.
  const cut = start > WIDTH - 20 ? start - 20 : 0;
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const content = printable(lines[number - 1]!).slice(cut, cut + WIDTH);
    frame.push(`${number === line ? '>' : ' '} ${String(number).padStart(gutter)} | ${content}`.trimEnd());
    if (number === line && column !== undefined) {
      const end = place.endLine === line && place.endColumn ? place.endColumn : start + 1;
      const carets = '^'.repeat(Math.max(1, Math.min(end - start, WIDTH - (start - cut))));
      frame.push(`  ${' '.repeat(gutter)} | ${' '.repeat(start - 1 - cut)}${carets}`);
    }
  }
  return frame.join('\n');
}

/** Tabs as one space, so that columns keep their count; control characters, which could speak to a terminal, as dots. */
function printable(line: string): string {
  return line.replaceAll('\t', ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '·');
}
