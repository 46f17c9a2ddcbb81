import type { Book } from '../../config/book.js';
import { millimetres } from '../../config/lengths.js';
import type { CoverEdition } from '../../config/schema.js';
import { directionOf } from '../../edition/direction.js';
import { typefacesFor } from '../../fonts/typefaces.js';
import { templateText } from '../../package-folder.js';
import type { PageGeometry } from '../../paginate/types.js';
import { isbnOf } from '../epub/identifier.js';
import { type BookFonts, bookFonts } from '../pdf/prepare/style/book-fonts.js';
import { cssString } from '../pdf/prepare/style/css-string.js';
import { fontScript } from '../pdf/prepare/style/font-script.js';
import { fillTemplate } from '../template.js';
import { barcodeOf, printedIsbn } from './barcode.js';
import { inkOn } from './ink.js';
import type { Spine } from './spine.js';

/** CSS pixels in a millimetre. */
export const PX = 96 / 25.4;
/** A fold mark begins so far outside the bleed, and is so long, in pixels. */
const MARK_GAP = 8;
const MARK_LENGTH = 18;

export interface CoverPlan {
  /** The whole cover as one page: back, spine and front. */
  readonly geometry: PageGeometry;
  /** One page of the book, in millimetres. */
  readonly page: { readonly width: number; readonly height: number };
  readonly spine: Spine;
  readonly picture: string | undefined;
}

export interface CoverHtml {
  readonly html: string;
  /** Characters that no font of the book has. */
  readonly missing: readonly number[];
}

/** The cover as an HTML document of one page. */
export async function coverHtml(book: Book, config: CoverEdition, plan: CoverPlan): Promise<CoverHtml> {
  const direction = book.direction ?? directionOf(book.language);
  const isbn = config.barcode ? isbnOf(book.identifier) : undefined;
  const words = wordsOf(book, config, isbn);
  const body = fillTemplate('cover/cover.ejs', {
    ...words,
    barcode: isbn && barcodeOf(isbn),
    picture: plan.picture,
    pictureText: book.cover?.alt ?? '',
    isSpineBlank: plan.spine.isBlank,
    foldMarks: config.cropMarks ? foldMarks(config, plan) : [],
  });
  const characters = new Set(
    Array.from(Object.values(words).flat().join(''), (character) => character.codePointAt(0)!),
  );
  const needs = { characters, bold: false, mono: false, sans: true, math: false };
  const fonts = await bookFonts(typefacesFor(book.typography, book.folder), needs);
  const { lang, dir } = { lang: escaped(book.language), dir: direction };
  const style = [`:root{${variables(fonts, config, plan).join(';')}}`, templateText('cover/cover.css')];
  const html = `<!doctype html><html lang="${lang}" dir="${dir}" class="${dir}"><head><meta charset="utf-8"><title>${escaped(
    book.title,
  )}</title><script>${fontScript(fonts.faces)}</script><style>${style.join('\n')}</style></head><body>${body}</body></html>`;
  return { html, missing: fonts.missing };
}

/** What is printed in letters. */
function wordsOf(book: Book, config: CoverEdition, isbn: string | undefined) {
  const authors = book.creators.filter(({ role }) => role === 'author').map(({ name }) => name);
  return {
    title: book.title,
    subtitle: book.subtitle,
    authors: authors.join(', '),
    publisher: book.publisher,
    blurb: (config.blurb ?? book.description ?? '').split(/\n\s*\n|\n/).filter((line) => line.trim()),
    isbn: isbn && printedIsbn(isbn),
  };
}

function variables(fonts: BookFonts, config: CoverEdition, { geometry, page, spine }: CoverPlan): string[] {
  const { sheet, trim } = geometry;
  const stack = (names: readonly string[], generic: string) => [...names.map(cssString), generic].join(',');
  const lengths = {
    'sheet-width': sheet.width,
    'sheet-height': sheet.height,
    left: trim.x,
    top: trim.y,
    width: page.width * PX,
    height: page.height * PX,
    spine: spine.width * PX,
    bleed: millimetres(config.bleed) * PX,
  };
  return [
    ...Object.entries(lengths).map(([name, value]) => `--${name}:${value}px`),
    `--ground:${config.colour}`,
    `--ink:${inkOn(config.colour)}`,
    `--text:${stack(fonts.text, 'serif')}`,
    `--sans:${stack(fonts.sans, 'sans-serif')}`,
  ];
}

/** Marks above and below the two edges of the spine. */
function foldMarks(config: CoverEdition, { geometry, page, spine }: CoverPlan) {
  const { trim } = geometry;
  const gap = millimetres(config.bleed) * PX + MARK_GAP;
  const foot = trim.y + trim.height + gap;
  const head = trim.y - gap;
  const left = trim.x + page.width * PX;
  const edges = spine.width > 0 ? [left, left + spine.width * PX] : [left];
  return edges.flatMap((x) => [
    { x, from: head - MARK_LENGTH, to: head },
    { x, from: foot, to: foot + MARK_LENGTH },
  ]);
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
