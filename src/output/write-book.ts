import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Book } from '../config/book.js';
import type { OutputFile } from '../formats/format.js';
import { EXIT, OctavoError } from '../report/errors.js';
import { type Manifest, type ManifestFile, manifestFile, manifestOf } from './manifest.js';
import { recoverFolder, writeFolder } from './write-folder.js';

const MANIFEST = 'manifest.json';

/** The files of one edition. */
export interface EditionFiles {
  readonly edition: string;
  readonly files: readonly OutputFile[];
}

/**
 * Writes the editions of a book to `<out>/<slug>/` with their manifest, all of them or none. Files of earlier
 * editions that the book no longer has go; those of editions that were not asked for now stay, and so does whatever
 * a person has put there.
 *
 * @returns Absolute path of the folder.
 * @throws {OctavoError} when the folder is not one of ours or the disk refuses.
 */
export async function writeBook(book: Book, editions: readonly EditionFiles[], out: string): Promise<string> {
  const folder = path.join(out, book.slug);
  const made = editions.flatMap(({ edition, files }) => files.map((file) => manifestFile(edition, file)));
  refuseTwins(made);
  try {
    await recoverFolder(folder);
    const { manifest, names } = await earlier(folder);
    const asked = new Set(editions.map(({ edition }) => edition));
    const stays = ({ edition, name }: ManifestFile) =>
      edition in book.editions && !asked.has(edition) && names.includes(name);
    const waiting = manifest?.files.filter(stays) ?? [];
    const ours = new Set([MANIFEST, ...[...made, ...(manifest?.files ?? [])].map(({ name }) => name)]);
    const kept = [...names.filter((name) => !ours.has(name)), ...waiting.map(({ name }) => name)];
    const order = Object.keys(book.editions);
    const listed = [...made, ...waiting].sort((a, b) => order.indexOf(a.edition) - order.indexOf(b.edition));
    const text = `${JSON.stringify(manifestOf(book, listed), null, 2)}\n`;
    const files = [...editions.flatMap((one) => one.files), { name: MANIFEST, bytes: text }];
    await writeFolder(folder, files, kept);
    return folder;
  } catch (error) {
    if (error instanceof OctavoError) throw error;
    const reason = `Cannot write ${folder}: ${(error as Error).message}`;
    const note = 'Check permissions and free space, or name another folder with --out.';
    throw new OctavoError({ code: 'not-writable', reason, note }, EXIT.machine, { cause: error });
  }
}

async function earlier(folder: string): Promise<{ manifest?: Manifest; names: string[] }> {
  let names: string[];
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    names = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
      );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { names: [] };
    throw error;
  }
  if (names.length === 0) return { names };
  if (!names.includes(MANIFEST)) {
    throw new OctavoError(
      {
        code: 'foreign-folder',
        reason: `${folder} holds files that Octavo did not make`,
        note: 'Name another folder with --out, or give the book another “slug”.',
      },
      EXIT.usage,
    );
  }
  return { manifest: JSON.parse(await readFile(path.join(folder, MANIFEST), 'utf8')) as Manifest, names };
}

function refuseTwins(files: readonly ManifestFile[]): void {
  const seen = new Map<string, string>();
  for (const { name, edition } of files) {
    const other = seen.get(name);
    if (other !== undefined) {
      throw new OctavoError(
        {
          code: 'same-file',
          reason: `The editions “${other}” and “${edition}” both make ${name}`,
          note: 'Keep one of them, or write them to different folders with --edition and --out.',
        },
        EXIT.usage,
      );
    }
    seen.set(name, edition);
  }
}
