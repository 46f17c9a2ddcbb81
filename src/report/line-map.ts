import { createHash } from 'node:crypto';
import { decode, encode, type SourceMapMappings } from '@jridgewell/sourcemap-codec';
import { z } from 'zod';

/** What the name of a line map adds to the name of its Markdown. */
export const LINE_MAP_ENDING = '.map';

/**
 * From which lines of raw texts the lines of a cleaned text come: a source map as browsers read it (ECMA-426), and
 * beside it a hash of each line, by which the lines are known again when the text has been edited.
 */
export interface LineMap {
  /** Paths of the raw texts, relative to the folder of the Markdown. */
  readonly sources: readonly string[];
  /** For each line the columns where a line of a source begins: `[column, source, line, column]`, all from 0. */
  readonly mappings: SourceMapMappings;
  /** A hash of each line; empty for a blank one. */
  readonly hashes: readonly string[];
}

const schema = z.object({
  version: z.literal(3),
  sources: z.array(z.string()),
  mappings: z.string(),
  x_octavo_lines: z.string(),
});

/** The JSON of a line map, for the Markdown file of that name. */
export function writeLineMap({ sources, mappings, hashes }: LineMap, file: string): string {
  const map = {
    version: 3,
    file: encodePath(file),
    sources: sources.map(encodePath),
    names: [],
    mappings: encode(mappings),
    x_octavo_lines: hashes.join(' '),
  };
  return `${JSON.stringify(map)}\n`;
}

/** Reads the JSON of a line map; undefined for anything else. */
export function readLineMap(json: string): LineMap | undefined {
  try {
    const map = schema.parse(JSON.parse(json));
    const sources = map.sources.map(decodeURIComponent);
    const mappings = decode(map.mappings);
    const isSound = mappings.every((line) =>
      line.every((at) => at.every((part) => part >= 0) && (at.length === 1 || at[1] < sources.length)),
    );
    return isSound ? { sources, mappings, hashes: map.x_octavo_lines.split(' ') } : undefined;
  } catch (error) {
    // Not JSON, not a map, or not a path.
    if (error instanceof SyntaxError || error instanceof z.ZodError || error instanceof URIError)
      return undefined;
    throw error;
  }
}

/** A hash of each line of a text, of six characters; empty for a blank line. */
export function hashLines(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) =>
      line.trim() === '' ? '' : createHash('sha256').update(line.trim()).digest('base64url').slice(0, 6),
    );
}

const encodePath = (file: string) => file.split('/').map(encodeURIComponent).join('/');
