import ejs from 'ejs';
import type { Cleaned } from '../clean.js';

export interface MarkedLine {
  /** Counted from 1. */
  readonly number: number;
  /** The line on the other side that holds the same place. */
  readonly other: number;
  readonly html: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The lines of both sides, what is gone and what is new marked by what the mapped text remembers. */
export function marksOf(cleaned: Cleaned): { source: MarkedLine[]; result: MarkedLine[] } {
  const kept: Span[] = [];
  const inserted: Span[] = [];
  const { mapped, source } = cleaned;
  const runs: { start: number; origin: number; isNew: boolean }[] = [];
  mapped.eachRun((start, origin, isNew) => runs.push({ start, origin, isNew }));
  runs.forEach(({ start, origin, isNew }, index) => {
    const end = runs[index + 1]?.start ?? mapped.length;
    if (isNew) inserted.push({ start, end });
    else kept.push({ start: origin, end: origin + end - start });
  });
  const resultOf = firstResultLines(cleaned.lines);
  return {
    source: markLines(source.value, gaps(kept, source.value.length), 'del', (number) =>
      nearest(resultOf, number),
    ),
    result: markLines(mapped.value, inserted, 'ins', (number) => cleaned.lines[number - 1] ?? 1),
  };
}

/** The first line of the result that comes from each line of the source, for the lines that have one. */
function firstResultLines(lines: readonly number[]): Map<number, number> {
  const first = new Map<number, number>();
  lines.forEach((sourceLine, index) => {
    if (!first.has(sourceLine)) first.set(sourceLine, index + 1);
  });
  return first;
}

/** The line itself, or the last one before it that has come through. */
function nearest(lines: ReadonlyMap<number, number>, number: number): number {
  for (let at = number; at > 0; at--) {
    const found = lines.get(at);
    if (found !== undefined) return found;
  }
  return 1;
}

function gaps(kept: readonly Span[], length: number): Span[] {
  const sorted = [...kept].sort((a, b) => a.start - b.start);
  const found: Span[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    if (start > at) found.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < length) found.push({ start: at, end: length });
  return found;
}

function markLines(
  text: string,
  spans: readonly Span[],
  tag: 'del' | 'ins',
  other: (number: number) => number,
): MarkedLine[] {
  let next = 0;
  let start = 0;
  return text.split(/\r\n|\n|\r/).map((line, index) => {
    const end = start + line.length;
    let html = '';
    let at = start;
    while (next < spans.length && spans[next]!.start < end) {
      const span = spans[next]!;
      const from = Math.max(span.start, start);
      const to = Math.min(span.end, end);
      html += ejs.escapeXML(text.slice(at, from));
      const words = text.slice(from, to);
      // White space comes and goes; nobody wants to see that.
      html += words.trim() === '' ? ejs.escapeXML(words) : `<${tag}>${ejs.escapeXML(words)}</${tag}>`;
      at = to;
      if (span.end > end) break;
      next++;
    }
    html += ejs.escapeXML(text.slice(at, end));
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
    return { number: index + 1, other: other(index + 1), html };
  });
}
