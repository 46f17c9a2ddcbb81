import type { SourceMapSegment } from '@jridgewell/sourcemap-codec';
import { hashLines, type LineMap } from '../report/line-map.js';
import type { MappedText } from './mapped-text.js';
import type { SourceText } from './source-text.js';

/** A stretch of a Markdown file that comes from one raw text. */
export interface MappedPart {
  /** Index of its first line in the file. */
  readonly from: number;
  readonly mapped: MappedText;
  readonly source: SourceText;
  /** Path of the raw text from the folder of the Markdown; without one the stretch is not mapped. */
  readonly path?: string | undefined;
}

/** The map of a Markdown file's lines: where in each of them a new line of a raw text begins. */
export function lineMapOf(markdown: string, parts: readonly MappedPart[]): LineMap {
  const sources: string[] = [];
  const hashes = hashLines(markdown);
  const mappings: SourceMapSegment[][] = hashes.map(() => []);
  for (const { from, mapped, source, path } of parts) {
    if (path === undefined) continue;
    const index = sources.push(path) - 1;
    mapped.lines().forEach((line, row) => {
      if (line.length > 0) mappings[from + row]?.push(...segmentsOf(line, source, index));
    });
  }
  return { sources, mappings, hashes };
}

/** A segment for the start of a line, and for each place where it goes on with another line of the source. */
function segmentsOf(text: MappedText, source: SourceText, index: number): SourceMapSegment[] {
  const segments: SourceMapSegment[] = [];
  let last = 0;
  const lineStarts = (start: number, origin: number) => {
    const { line, column } = source.placeAt(origin);
    if (line !== last) segments.push([start, index, line - 1, column - 1]);
    last = line;
  };
  const runs: { start: number; origin: number; inserted: boolean }[] = [];
  text.eachRun((start, origin, inserted) => runs.push({ start, origin, inserted }));
  // What was inserted belongs to the words round it.
  const copied = runs.filter(({ inserted }) => !inserted);
  for (const { start, origin } of copied.length > 0 ? copied : runs.slice(0, 1))
    lineStarts(segments.length === 0 ? 0 : start, origin);
  return segments;
}
