import { realpath } from 'node:fs/promises';
import { leavesFolder } from '../../../leaves-folder.js';
import type { Place } from '../../../report/report.js';
import { refused } from './refused.js';

/**
 * The file itself, links followed, if it lies inside the book's folder.
 *
 * @throws {OctavoError} for one that does not exist or lies outside.
 */
export async function fileWithin(
  root: string,
  file: string,
  name: string,
  place: Place | undefined,
): Promise<string> {
  const out = () =>
    refused(
      place,
      `\`${name}\` lies outside the book’s folder`,
      'Copy it into the folder of the book; nothing outside is read.',
    );
  let found: string;
  try {
    found = await realpath(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw leavesFolder(root, file)
      ? out()
      : refused(
          place,
          `\`${name}\` does not exist`,
          'Correct the path; it counts from the folder of the book, or of the template.',
        );
  }
  if (leavesFolder(root, found)) throw out();
  return found;
}
