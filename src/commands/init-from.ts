import path from 'node:path';
import { parse, stringify } from 'yaml';
import { bookSchema } from '../config/schema.js';
import { LINE_MAP_ENDING } from '../report/line-map.js';
import { type CleanedFile, cleanFile } from '../source/clean-file.js';
import { standAlone } from '../source/join.js';
import { reviewPage } from '../source/review/review-page.js';
import { lineMapBeside } from './line-map-beside.js';
import type { Session } from './session.js';

/** What `octavo clean` finds out about a text that a book says too. */
const CARRIED = ['subtitle', 'creators', 'language', 'date', 'source', 'rights'] as const;

export interface SeededBook {
  /** Contents by path below the book's folder. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly cleaned: CleanedFile;
}

/**
 * The files of a book made of a raw text: the cleaned Markdown, `book.yaml`, and the source with its log and
 * review page, so that everything that was done can be looked up.
 *
 * @param title The book's title where the text gives none.
 */
export async function bookFrom(session: Session, file: string, title: string): Promise<SeededBook> {
  session.run.progress.step(`Cleaning ${file}`);
  const cleaned = await cleanFile(file, { cwd: session.cwd });
  const { raw, stem } = cleaned;
  const { markdown, log } = cleaned.cleaned;
  const front = frontMatterOf(markdown);
  const found = typeof front.title === 'string' ? front.title : undefined;
  if (found === undefined) {
    session.report.add({
      severity: 'warning',
      code: 'no-title',
      reason: `${cleaned.path} gives no title; the book is called “${title}” for now`,
      place: { path: cleaned.path },
      note: 'Write the true title into book.yaml.',
    });
  }
  const config = {
    title: found ?? title,
    ...Object.fromEntries(CARRIED.filter((key) => isValid(key, front[key])).map((key) => [key, front[key]])),
    chapters: [`text/${stem}.md`],
    editions: {
      ebook: { format: 'epub', pageList: 'print' },
      print: { format: 'pdf', trim: 'a5', notes: 'foot' },
    },
  };
  const schema = '# yaml-language-server: $schema=book.schema.json\n';
  const ending = path.extname(raw.name) || '.txt';
  // Within the book's folder, which the map is read in, stands a copy of the raw text.
  const placed = { raw, file: path.resolve('/raw', `${stem}${ending}`) };
  const map = lineMapBeside(path.resolve('/text', `${stem}.md`), standAlone(cleaned.cleaned), [placed]);
  const files = new Map<string, Uint8Array | string>([
    ['book.yaml', schema + stringify(config, { lineWidth: 0 })],
    [`text/${stem}.md`, markdown],
    ...(map === undefined ? [] : [[`text/${stem}.md${LINE_MAP_ENDING}`, map] as const]),
    [`raw/${stem}${ending}`, raw.bytes],
    [`raw/${stem}.log.json`, `${JSON.stringify(log, null, 2)}\n`],
    [`raw/${stem}.review.html`, reviewPage(cleaned.cleaned)],
    ...raw.pictures.map((picture): [string, Uint8Array] => [`text/${picture.name}`, picture.bytes]),
  ]);
  return { files, cleaned };
}

function frontMatterOf(markdown: string): Record<string, unknown> {
  const yaml = /^---\n([\s\S]*?\n)---\n/.exec(markdown)?.[1];
  return (yaml ? (parse(yaml) as Record<string, unknown> | null) : null) ?? {};
}

/** A value that `book.yaml` would not take stays in the front matter of the text. */
const isValid = (key: (typeof CARRIED)[number], value: unknown) =>
  value !== undefined && bookSchema.shape[key].safeParse(value).success;
