import ejs from 'ejs';
import type { Cleaned } from '../clean.js';

export interface ReviewRow {
  readonly kind: 'removed' | 'changed' | 'unplaced' | 'warning';
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly confidence: number;
  /** Line of the result where the place is, or would be. */
  readonly resultLine: number;
  readonly html: string;
}

/** Every entry of the log, in the order of the source. */
export function reviewRows({ log, lines, markdown }: Cleaned): ReviewRow[] {
  const written = markdown.split('\n');
  const sorted = lines
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ number }) => written[number - 1]!.trim() !== '')
    .sort((a, b) => a.line - b.line || b.number - a.number);
  /** The line that begins at the place, else the one that it stands in. */
  const resultLine = (line: number) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.line <= line) low = middle + 1;
      else high = middle;
    }
    return (sorted[low - 1] ?? sorted[0])?.number ?? 1;
  };
  const gone = (text: string) => `<del>${ejs.escapeXML(text)}</del>`;
  const rows: Omit<ReviewRow, 'resultLine'>[] = [
    ...log.removed.map((row) => ({
      ...row,
      kind: 'removed' as const,
      html: gone(row.text) + (row.reason ? ` (${ejs.escapeXML(row.reason)})` : ''),
    })),
    ...log.changed.map((row) => ({
      ...row,
      kind: 'changed' as const,
      html: `${gone(row.before)} <ins>${ejs.escapeXML(row.after)}</ins>`,
    })),
    ...log.unplaced.map((row) => ({
      ...row,
      kind: 'unplaced' as const,
      html: `${row.kind === 'note' ? 'note without call' : 'call without note'} ${ejs.escapeXML(row.label)}: ${ejs.escapeXML(row.text)}`,
    })),
    ...log.warnings.map((row) => ({
      ...row,
      kind: 'warning' as const,
      html: ejs.escapeXML(row.message) + (row.text ? `: ${ejs.escapeXML(row.text)}` : ''),
    })),
  ];
  return rows
    .map((row) => ({ ...row, resultLine: resultLine(row.line) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
