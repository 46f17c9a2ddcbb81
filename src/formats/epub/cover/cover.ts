import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Book } from '../../../config/book.js';
import { nameMissing } from '../../../fonts/missing-scripts.js';
import { leavesFolder } from '../../../leaves-folder.js';
import { inspectPicture } from '../../../media/inspect-picture.js';
import { preparePicture } from '../../../media/prepare-picture.js';
import type { Message, Report } from '../../../report/report.js';
import type { Item } from '../package.js';
import { coverFromTemplate } from './cover-from-template.js';
import { lettersWithoutFont } from './cover-layout.js';

export interface Cover {
  readonly item: Item & { readonly bytes: Uint8Array | Promise<Uint8Array> };
  readonly alt: string;
}

/** Pixels of the longer side below which shops refuse a cover. */
const LEAST = 1000;
const STAND_IN = 'A cover from the template stands in.';

/** The book’s cover: the picture that it names, if that can be used, else one made of the template. */
export async function coverOf(book: Book, report: Report): Promise<Cover> {
  const given = book.cover && (await coverFromPicture(book, book.cover, report));
  if (given) return given;
  await tellOfBoxes(book, report);
  const bytes = coverFromTemplate(book);
  // The packer waits for it, and is told then.
  void Promise.allSettled([bytes]);
  const authors = book.creators.filter(({ role }) => role === 'author').map(({ name }) => name);
  return {
    item: { href: 'images/cover.jpg', mediaType: 'image/jpeg', bytes, properties: 'cover-image' },
    alt: [book.title, book.subtitle, authors.join(', ')].filter(Boolean).join('. '),
  };
}

/** A cover is drawn: for a letter that no font of the book has, no reader can put in its own. */
async function tellOfBoxes(book: Book, report: Report): Promise<void> {
  const missing = await lettersWithoutFont(book);
  if (missing.size === 0) return;
  const names = nameMissing([...missing]).map(({ name }) => name);
  const detail = {
    code: 'cover-letters',
    reason: `The cover has empty boxes for ${names.join(', ')}: no font of the book has them`,
    note: 'Name a font that has them in `typography`, or give the picture of a cover as `cover`.',
  };
  report.add({ severity: 'warning', ...(book.locate?.(['title'], 'value', detail) ?? detail) });
}

async function coverFromPicture(
  book: Book,
  { image, alt }: NonNullable<Book['cover']>,
  report: Report,
): Promise<Cover | undefined> {
  const tell = ({ severity, ...detail }: Message) =>
    report.add({ severity, ...(book.locate?.(['cover'], 'value', detail) ?? detail) });
  if (/^[a-z][a-z0-9+.-]+:/i.test(image)) {
    tell({
      severity: 'error',
      code: 'remote-image',
      reason: `Unexpected cover ${image.slice(0, 60)}, expected a file inside the book’s folder`,
      note: `Save it there and name that file; a build never loads from the network. ${STAND_IN}`,
    });
    return undefined;
  }
  const file = realPath(path.resolve(book.folder, image));
  if (file === undefined) {
    tell({
      severity: 'error',
      code: 'cover-missing',
      reason: `Cover not found: ${image}`,
      note: `Give a picture inside the book’s folder. ${STAND_IN}`,
    });
    return undefined;
  }
  if (leavesFolder(realpathSync(book.folder), file)) {
    tell({
      severity: 'error',
      code: 'outside-folder',
      reason: `Unexpected cover ${image} outside the book’s folder`,
      note: `Copy it into the folder of the book; nothing outside is read. ${STAND_IN}`,
    });
    return undefined;
  }
  const facts = await inspectPicture(file);
  if ('reason' in facts) {
    tell({
      severity: 'error',
      code: facts.code,
      reason: `The cover ${image}: ${facts.reason}`,
      note: facts.note,
    });
    return undefined;
  }
  const longer = Math.max(facts.width, facts.height);
  if (longer < LEAST && facts.mediaType !== 'image/svg+xml')
    tell({
      severity: 'warning',
      code: 'cover-small',
      reason: `The cover is ${facts.width} × ${facts.height} pixels, and shops ask for ${LEAST} at least on the longer side`,
      note: 'Give it larger, best 1600 × 2560.',
    });
  else if (facts.width > facts.height)
    tell({
      severity: 'warning',
      code: 'cover-shape',
      reason: `The cover lies on its side: ${facts.width} × ${facts.height} pixels`,
      note: 'Shops and readers show a page that stands upright, best 1600 × 2560 pixels.',
    });
  const prepared = await preparePicture(file, undefined, ['image/jpeg', 'image/png']);
  if ('reason' in prepared) {
    tell({
      severity: 'error',
      code: prepared.code,
      reason: `The cover ${image}: ${prepared.reason}`,
      note: prepared.note,
    });
    return undefined;
  }
  const { bytes, mediaType } = prepared;
  const extension = mediaType === 'image/png' ? 'png' : 'jpg';
  return {
    item: { href: `images/cover.${extension}`, mediaType, bytes, properties: 'cover-image' },
    alt: alt ?? book.title,
  };
}

/** The real path of a file, if there is one. */
function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
