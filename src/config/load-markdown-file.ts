import path from 'node:path';
import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { z } from 'zod';
import { EXIT, OctavoError } from '../report/errors.js';
import type { Report } from '../report/report.js';
import type { Book } from './book.js';
import { defaultEditions } from './default-editions.js';
import { identifierOf } from './identifier.js';
import { LIMITS } from './limits.js';
import type { LoadOptions } from './load-options.js';
import { parseConfig, parseWith } from './parse-config.js';
import { readText } from './read-text.js';
import { bookSchema } from './schema.js';
import { shownPath } from './shown-path.js';
import { slugOf } from './slug.js';
import { YamlSource } from './yaml-source.js';

/** Keys that other tools write into front matter, and what they are called here. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  author: 'creators',
  authors: 'creators',
  lang: 'language',
  keywords: 'subjects',
  tags: 'subjects',
  abstract: 'description',
};

/** Keys of `book.yaml` that make no sense in a book of one file. */
const OF_FOLDERS = new Set(['front', 'chapters', 'parts', 'texts', 'back']);

/** Keys that speak of a text rather than of the book: what `octavo clean` wrote, and what an edition credits. */
const OF_TEXTS = new Set(['raw', 'provenance', 'pages', 'kind']);

/** Keys that only describe the book. Other tools have forms of their own for them, which must not stop a build. */
const DESCRIPTIVE = [
  'subtitle',
  'creators',
  'language',
  'identifier',
  'publisher',
  'date',
  'edition',
  'source',
  'rights',
  'subjects',
  'series',
  'description',
] as const;

/**
 * Loads a single Markdown file as a book: its front matter may hold what `book.yaml` holds, and its title is
 * that of the front matter or its first heading. Keys that are unknown are reported and passed over, since such
 * files often come from elsewhere.
 */
export async function loadMarkdownFile(file: string, { cwd, report }: LoadOptions): Promise<Book> {
  const shown = shownPath(file, cwd);
  const text = await readText({ file, path: shown, limit: LIMITS.manuscript });
  report.sources.set(shown, text);
  if (text.trim() === '') {
    throw new OctavoError({ code: 'empty-file', reason: `${shown} is empty`, place: { path: shown } });
  }
  const tree = parseOpening(text);
  const { source, data } = frontMatter(tree, shown, text, report);
  const title = data.title ?? headingOf(tree);
  if (title === undefined) {
    throw new OctavoError({
      code: 'missing-key',
      reason: 'The book has no title',
      place: { path: shown, line: 1, column: 1 },
      note: 'Begin the text with a heading, “# Title”, or with front matter that has a line “title: …”.',
    });
  }
  const { front: _, back: __, ...config } = parseConfig(source, { ...data, title });
  return {
    ...config,
    folder: path.dirname(file),
    slug: config.slug ?? slugOf(config.title),
    identifier: config.identifier ?? identifierOf(config.title, config.creators),
    manuscripts: [{ file, folder: path.dirname(file), path: shown, text, matter: 'body' }],
    parts: [],
    editions: config.editions ?? defaultEditions(),
  };
}

/** Characters in which front matter and the first heading are looked for before the whole file is. */
const OPENING = 20_000;

/** The tree of the file as far as its first heading: the rest is read with the book. */
function parseOpening(text: string): Root {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);
  const end = text.lastIndexOf('\n\n', OPENING);
  if (text.length <= OPENING || end <= 0) return parser.parse(text);
  const opening = parser.parse(text.slice(0, end));
  return opening.children.some((node) => node.type === 'heading') ? opening : parser.parse(text);
}

function frontMatter(tree: Root, shown: string, text: string, report: Report) {
  const node = tree.children[0];
  const yaml = node?.type === 'yaml' ? node.value : '';
  const source = new YamlSource(shown, text, `\n${yaml}`);
  const given = source.data ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) {
    const detail = { code: 'front-matter', reason: 'Unexpected front matter, expected lines “key: value”' };
    throw new OctavoError(source.at([], 'value', detail), EXIT.usage);
  }
  const data: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const name = key in bookSchema.shape ? key : OTHER_NAMES[key];
    if (OF_TEXTS.has(key)) continue;
    if (name && !OF_FOLDERS.has(name)) data[name] ??= value;
    else {
      const reason = `The key “${key}” means nothing in the front matter of a book of one file`;
      report.add({ severity: 'warning', ...source.at([key], 'key', { code: 'unknown-key', reason }) });
    }
  }
  for (const key of DESCRIPTIVE) if (key in data && !isFit(key, data[key], source, report)) delete data[key];
  return { source, data };
}

/** Reports a value that the book cannot take, at its place. */
function isFit(
  key: (typeof DESCRIPTIVE)[number],
  value: unknown,
  source: YamlSource,
  report: Report,
): boolean {
  try {
    parseWith(z.object({ [key]: bookSchema.shape[key] }), source, { [key]: value });
    return true;
  } catch (error) {
    if (!(error instanceof OctavoError)) throw error;
    for (const detail of error.details) {
      report.add({ ...detail, severity: 'warning', note: detail.note ?? 'The book is made without it.' });
    }
    return false;
  }
}

/** Calls of notes that stand after a title. */
const TRAILING_CALLS = /[\s*†‡¹²³⁰⁴-⁹]+$/u;

function headingOf(tree: Root): string | undefined {
  const heading = tree.children.find((node) => node.type === 'heading');
  return (heading && plainText(heading).replace(TRAILING_CALLS, '').trim()) || undefined;
}
