import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Book } from '../../config/book.js';
import { leavesFolder } from '../../leaves-folder.js';
import { inspectPicture } from '../../media/inspect-picture.js';
import { preparePicture } from '../../media/prepare-picture.js';
import { OctavoError } from '../../report/errors.js';

/** Pixels of a picture for print: A3 at 300 dots to the inch. */
const MAX_PIXELS = 18_000_000;

/**
 * The cover's picture as an address that holds it; undefined for a book that has none.
 * @throws OctavoError where it is missing, unreadable or outside the book's folder (invariant closed).
 */
export async function coverPicture({ cover, folder, locate }: Book): Promise<string | undefined> {
  if (!cover) return undefined;
  const fail = (code: string, reason: string, note: string) => {
    const detail = { code, reason, note };
    return new OctavoError(locate?.(['cover'], 'value', detail) ?? detail);
  };
  const file = await realpath(path.resolve(folder, cover.image)).catch(() => undefined);
  if (!file)
    throw fail(
      'missing-image',
      `There is no cover picture ${cover.image}`,
      'Check the name; capitals count.',
    );
  if (leavesFolder(await realpath(folder), file))
    throw fail(
      'outside-folder',
      `The cover picture ${cover.image} lies outside the book’s folder`,
      'Copy it into the folder of the book; nothing outside is read.',
    );
  const facts = await inspectPicture(file);
  if ('reason' in facts) throw fail(facts.code, `${cover.image}: ${facts.reason}`, facts.note);
  const prepared = await preparePicture(file, MAX_PIXELS);
  if ('reason' in prepared) throw fail(prepared.code, `${cover.image}: ${prepared.reason}`, prepared.note);
  return `data:${prepared.mediaType};base64,${Buffer.from(prepared.bytes).toString('base64')}`;
}
