import type { Cleaned } from '../clean.js';
import { escapeHtml } from './escape-html.js';

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
  const gone = (text: string) => `<del>${escapeHtml(text)}</del>`;
  const rows: Omit<ReviewRow, 'resultLine'>[] = [
    ...log.removed.map((row) => ({
      ...row,
      kind: 'removed' as const,
      html: gone(row.text) + (row.reason ? ` (${escapeHtml(row.reason)})` : ''),
    })),
    ...log.changed.map((row) => ({
      ...row,
      kind: 'changed' as const,
      html: `${gone(row.before)} <ins>${escapeHtml(row.after)}</ins>`,
    })),
    ...log.unplaced.map((row) => ({
      ...row,
      kind: 'unplaced' as const,
      html: `${row.kind === 'note' ? 'note without call' : 'call without note'} ${escapeHtml(row.label)}: ${escapeHtml(row.text)}`,
    })),
    ...log.warnings.map((row) => ({
      ...row,
      kind: 'warning' as const,
      html: escapeHtml(row.message) + (row.text ? `: ${escapeHtml(row.text)}` : ''),
    })),
  ];
  return rows
    .map((row) => ({ ...row, resultLine: resultLine(row.line) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
