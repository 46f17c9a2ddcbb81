import type { Element, Root, RootContent } from 'hast';
import type { Book } from '../config/book.js';
import { tell } from '../report/file-messages.js';
import { creditOf } from './credit-of.js';
import type { BookDocument } from './document.js';
import type { Credit, SectionKind, Title } from './edition.js';
import { packetCredit } from './packet-texts.js';
import type { SectionDraft } from './section-draft.js';
import { guessKind, SECTION_KINDS, wordsOfFile } from './section-kind.js';
import { languageOf } from './section-language.js';
import { plainTitle, titleOf } from './title-of.js';

/** Kinds that stand without a heading. */
const SILENT = new Set<SectionKind>(['dedication', 'epigraph']);

/** Divides a file at its titles: one section each, the text before the first with the first. */
export function splitSections(document: BookDocument, book: Book): SectionDraft[] {
  const { manuscript, frontMatter, file, partText } = document;
  const { data } = frontMatter;
  const credit = packetCredit(manuscript, creditOf(frontMatter, file));
  const language = languageOf(frontMatter) ?? book.language;
  const given = givenKind(document);
  const parts = divide(document, book);
  return parts.map((children, index): SectionDraft => {
    const heading = children.find(isTitle);
    const own = heading && titleOf(heading);
    const kind =
      partText !== undefined && index === 0
        ? 'part'
        : (given ?? guessKind(own?.text, manuscript.path, manuscript.matter));
    const title = own?.text ? own : fallbackTitle(document, book, kind);
    const isBare = heading === undefined && !SILENT.has(kind);
    const made = isBare ? headingFor(title) : undefined;
    if (made && data.title === undefined && partText === undefined)
      tell(file, {
        severity: 'warning',
        code: 'no-title',
        reason: `Unexpected text without a title, expected a heading \`# …\`; it is called “${title.text}”`,
        place: { line: children.find((node) => node.position)?.position?.start.line ?? 1, column: 1 },
        note: 'Begin the file with a heading, or with `title:` in its front matter.',
      });
    return {
      document,
      matter: manuscript.matter,
      kind,
      ...partIndex(document),
      title: withShort(title, data.short),
      heading: heading ?? made,
      language,
      credit: index === 0 ? credit : shared(credit),
      tree: { type: 'root', children: made ? [made, ...children] : children } as Root,
    };
  });
}

function divide(document: BookDocument, book: Book): RootContent[][] {
  const parts: RootContent[][] = [];
  for (const node of document.tree.children) {
    const current = parts.at(-1);
    if (!current || (isTitle(node) && current.some(isTitle))) parts.push([node]);
    else current.push(node);
  }
  const [first] = parts;
  if (!first) {
    if (document.partText === undefined) reportEmpty(document);
    return [[]];
  }
  // The title page gives the book's title: a heading that says only that begins no chapter.
  const heading = first.find(isTitle);
  const isAlone = first.every(
    (node) => node === heading || (node.type === 'text' && node.value.trim() === ''),
  );
  if (!heading || !isAlone || parts.length === 1 || !repeatsTitle(titleOf(heading).text, book.title))
    return parts;
  if (book.configPath !== undefined)
    tell(document.file, {
      severity: 'info',
      code: 'repeated-title',
      reason: `The heading “${titleOf(heading).text}” repeats the title of the book and is left out`,
      place: heading,
      note: 'The title page has it; the chapter begins with the heading after it.',
    });
  return parts.slice(1);
}

function reportEmpty({ file, frontMatter }: BookDocument): void {
  tell(file, {
    severity: 'error',
    code: 'empty-file',
    reason: 'Unexpected file without text',
    place: { line: frontMatter.lines.size + 1, column: 1 },
    note: 'Write its text below the front matter, or take the file out of the book.',
  });
}

/** The same words, or with a few more: “… – Second Edition”. */
function repeatsTitle(heading: string, title: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  const [long, short] = [letters(heading), letters(title)];
  return long === short || (short.length > 8 && long.startsWith(short) && long.length - short.length < 20);
}

function isTitle(node: RootContent): node is Element {
  return node.type === 'element' && node.tagName === 'h1';
}

function fallbackTitle(document: BookDocument, book: Book, kind: SectionKind): Title {
  const { title } = document.frontMatter.data;
  if (typeof title === 'string' && title.trim()) return plainTitle(title.trim());
  if (document.partText !== undefined) return plainTitle(book.parts[document.partText]!.title);
  if (book.configPath === undefined) return plainTitle(book.title);
  const words = wordsOfFile(document.manuscript.path) || kind;
  return plainTitle(words[0]!.toUpperCase() + words.slice(1));
}

function headingFor({ content }: Title): Element {
  return { type: 'element', tagName: 'h1', properties: {}, children: structuredClone([...content]) };
}

function withShort(title: Title, short: unknown): Title {
  return title.short === undefined && typeof short === 'string' && short.trim()
    ? { ...title, short: short.trim() }
    : title;
}

function partIndex({ manuscript, partText }: BookDocument): { part?: number } {
  const part = partText ?? manuscript.part;
  return part === undefined ? {} : { part };
}

/** What holds for every chapter of a file; pages of the original are those of the whole. */
function shared({ pages: _pages, ...credit }: Credit): Credit {
  return credit;
}

function givenKind({ frontMatter, file }: BookDocument): SectionKind | undefined {
  const { kind } = frontMatter.data;
  if (kind === undefined) return undefined;
  const known = SECTION_KINDS.find((name) => name === kind);
  if (!known)
    tell(file, {
      severity: 'error',
      code: 'front-matter',
      reason: `Unexpected kind \`${String(kind)}\` in the front matter`,
      place: { line: frontMatter.lines.get('kind') ?? 1, column: 1 },
      note: `Known kinds: ${SECTION_KINDS.join(', ')}.`,
    });
  return known;
}
