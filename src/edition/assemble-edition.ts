import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Book } from '../config/book.js';
import type { Context } from '../context.js';
import { Anchors } from '../hast/ids.js';
import { INTERNAL } from '../hast/internal.js';
import { CLASS } from '../hast/vocabulary.js';
import type { UnplacedCall } from '../normalise/notes/types.js';
import { reportFile } from '../report/file-messages.js';
import { assignIds, type NamedSection } from './assign-ids.js';
import { checkIndex } from './check-index.js';
import { contentsOf } from './contents-of.js';
import { countWords } from './count-words.js';
import { directionOf } from './direction.js';
import type { BookDocument } from './document.js';
import type { Edition, Note, Section } from './edition.js';
import { findPictures } from './find-pictures.js';
import { numberChapters } from './number-chapters.js';
import { placeNotes } from './place-notes.js';
import { linkResolver } from './resolve-links.js';
import type { SectionDraft } from './section-draft.js';
import { splitSections } from './split-sections.js';
import { textOf } from './text-of.js';
import { hasClass, plainTitle } from './title-of.js';
import { unplacedSection } from './unplaced-notes.js';

/** Puts the texts of a book together: sections, anchors, notes, links, pictures, contents. Trouble goes to the report. */
export async function assembleEdition(
  book: Book,
  documents: readonly BookDocument[],
  context: Pick<Context, 'report' | 'signal'>,
): Promise<Edition> {
  const anchors = new Anchors();
  const drafts = draftsOf(book, documents);
  const numbered = book.typography.numberHeadings ? numberChapters(drafts) : drafts;
  const { sections, headings } = assignIds(numbered, anchors);
  const { notes, unplaced } = placeNotes(sections, anchors, book.notes);
  const calls = unplacedCalls(sections);
  for (const section of sections) {
    const end = unplacedSection(section, unplaced.get(section)!, calls.get(section) ?? [], anchors);
    if (end) section.tree.children.push(end);
  }
  const trees = sections.flatMap((section) => [
    { section, tree: section.tree as Root | Element, document: section.document },
    ...notes
      .get(section)!
      .map((note) => ({ section, tree: rootOf(note) as Root | Element, document: section.document })),
  ]);
  const resolve = linkResolver({ sections, headings, anchors });
  for (const { tree, section } of trees) resolve(tree, section);
  checkIndex(trees, book.language);
  const pictures = await findPictures(trees, book.folder);
  context.signal.throwIfAborted();
  const partIds = new Map(
    sections.filter(({ kind }) => kind === 'part').map(({ part, id }) => [part, id] as const),
  );
  const finished = sections.map((section) => finish(section, book, notes.get(section)!, partIds));
  const contents = contentsOf(finished);
  for (const { tree } of trees) dropInternal(tree);
  for (const { file, manuscript } of documents) reportFile(file, manuscript.path, context.report);
  return { book, sections: finished, contents, pictures };
}

/** Sections in reading order, each part before its first chapter. */
function draftsOf(book: Book, documents: readonly BookDocument[]): SectionDraft[] {
  const drafts: SectionDraft[] = [];
  const texts = new Map(
    documents.filter(({ partText }) => partText !== undefined).map((one) => [one.partText, one]),
  );
  let last: number | undefined;
  for (const document of documents) {
    if (document.partText !== undefined) continue;
    const { part } = document.manuscript;
    if (part !== undefined && part !== last) {
      const text = texts.get(part);
      drafts.push(...(text ? splitSections(text, book) : [barePart(book, part, document)]));
    }
    last = part ?? last;
    drafts.push(...splitSections(document, book));
  }
  return drafts;
}

/** A part that has a title and no text. */
function barePart(book: Book, part: number, { manuscript }: BookDocument): SectionDraft {
  const title = plainTitle(book.parts[part]!.title);
  const heading: Element = {
    type: 'element',
    tagName: 'h1',
    properties: {},
    children: [{ type: 'text', value: title.text }],
  };
  const tree: Root = { type: 'root', children: [heading] };
  const path = book.configPath ?? manuscript.path;
  const document: BookDocument = {
    // The title is of no file: a link to the part’s first chapter must not lead here.
    manuscript: { ...manuscript, file: `${book.folder}/book.yaml`, path, text: '' },
    frontMatter: { data: {}, lines: new Map() },
    tree,
    file: new VFile({ path }),
    partText: part,
  };
  return {
    document,
    matter: 'body',
    kind: 'part',
    part,
    title,
    heading,
    language: book.language,
    credit: {},
    tree,
  };
}

/** Calls without notes, by the section in which each stands. */
function unplacedCalls(sections: readonly NamedSection[]): Map<NamedSection, UnplacedCall[]> {
  const calls = new Map<NamedSection, UnplacedCall[]>();
  for (const document of new Set(sections.map((section) => section.document))) {
    const own = sections.filter((section) => section.document === document);
    for (const call of document.file.data.octavoNotes?.unplacedCalls ?? []) {
      const line = lineOf(call) ?? 0;
      const section = own.findLast(({ tree }) => (firstLine(tree) ?? 0) <= line) ?? own[0]!;
      calls.set(section, [...(calls.get(section) ?? []), call]);
    }
  }
  return calls;
}

function lineOf({ place }: UnplacedCall): number | undefined {
  return place && 'start' in place ? place.start.line : place?.line;
}

function firstLine(tree: Root): number | undefined {
  return tree.children.find((child) => child.position)?.position?.start.line;
}

function finish(
  section: NamedSection,
  book: Book,
  notes: readonly Note[],
  partIds: ReadonlyMap<number | undefined, string>,
): Section {
  const { id, kind, matter, title, language, tree, credit, document, part } = section;
  const direction = directionOf(language);
  const partId = kind === 'part' || part === undefined ? undefined : partIds.get(part);
  const words = [tree, ...notes.map(rootOf)].map((root) =>
    countWords(textOf(root, (node) => node.type === 'element' && hasClass(node, CLASS.noteCall))),
  );
  return {
    id,
    kind,
    matter,
    ...(partId === undefined ? {} : { part: partId }),
    title,
    ...(language === book.language ? {} : { language }),
    ...(direction === (book.direction ?? directionOf(book.language)) ? {} : { direction }),
    content: tree,
    notes,
    path: document.manuscript.path,
    credit,
    words: words.reduce((sum, count) => sum + count, 0),
  };
}

/** The blocks of a note as a tree of their own, for what walks trees. */
function rootOf({ content }: Note): Root {
  return { type: 'root', children: content as Element[] };
}

function dropInternal(tree: Root | Element): void {
  const names = Object.values(INTERNAL);
  visit(tree, 'element', ({ properties }) => {
    for (const name of names) delete properties[name];
  });
}
