import path from 'node:path';
import { writeLineMap } from '../report/line-map.js';
import type { CleanedFile } from '../source/clean-file.js';
import type { Joined } from '../source/join.js';
import { lineMapOf } from '../source/line-map.js';

/**
 * The map of lines to stand beside a Markdown file; undefined where no source has lines that a person could look up,
 * as standard input and a word processor's document have none.
 *
 * @param file Absolute path of the Markdown.
 * @param sources The files it was made of, one for each part.
 */
export function lineMapBeside(
  file: string,
  { markdown, parts }: Joined,
  sources: readonly Pick<CleanedFile, 'file' | 'raw'>[],
): string | undefined {
  const named = parts.map((part, index) => {
    const { file: raw, raw: found } = sources[index]!;
    if (raw === undefined || found.encoding === 'docx') return part;
    return { ...part, path: path.relative(path.dirname(file), raw).split(path.sep).join('/') };
  });
  if (named.every((part) => !('path' in part))) return undefined;
  return writeLineMap(lineMapOf(markdown, named), path.basename(file));
}
