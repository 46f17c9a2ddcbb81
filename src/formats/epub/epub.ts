import type { EpubEdition } from '../../config/schema.js';
import { termsFor } from '../../config/terms.js';
import type { Context } from '../../context.js';
import type { Section } from '../../edition/edition.js';
import type { Format, FormatInput, FormatResult } from '../format.js';
import { isPacket, withBylines } from '../packet/bylines.js';
import { listTitles } from '../pdf/prepare/list-titles.js';
import { accessibilityOf } from './accessibility.js';
import { captionLists } from './caption-lists.js';
import { checkEpub, explainFaults } from './check/check-epub.js';
import { coverOf } from './cover/cover.js';
import { embedFonts, NO_FONTS } from './fonts.js';
import { identifierFrom } from './identifier.js';
import { INDEX, indexMarks, indexPages } from './index-page.js';
import { colophon, coverPage, titlePage } from './matter-pages.js';
import { metadataOf, progressionOf } from './metadata.js';
import { Names } from './names.js';
import { contentsAfter, landmarksOf, navPoints, navWords, ncxPoints, plainPoint } from './navigation.js';
import { EpubPackage } from './package.js';
import { type AddedPart, addedPages, pageLinks } from './page-links.js';
import { pagesFor } from './pages-for.js';
import { packPictures } from './pictures.js';
import { styleSheet } from './styles.js';
import { bookTexts } from './text-files.js';
import { FIRST_THREAD } from './thread/first-thread.js';
import { SecondThread } from './thread/second-thread.js';
import type { Work } from './thread/work.js';

/** The EPUB: one file, checked before it is handed on. */
export const epub: Format<EpubEdition> = { render };

/** Words from which on a second thread is worth its start. */
const LONG = 20_000;

async function render(input: FormatInput<EpubEdition>, context: Context): Promise<FormatResult> {
  const words = input.edition.sections.reduce((sum, section) => sum + section.words, 0);
  const thread = input.ahead?.takeThread() ?? (words > LONG ? new SecondThread() : FIRST_THREAD);
  const stop = () => void thread.end();
  context.signal.addEventListener('abort', stop, { once: true });
  try {
    return await make(input, context, thread);
  } catch (error) {
    // What the thread says of its own end is not why the run ended.
    context.signal.throwIfAborted();
    throw error;
  } finally {
    context.signal.removeEventListener('abort', stop);
    await thread.end();
  }
}

async function make(input: FormatInput<EpubEdition>, context: Context, thread: Work): Promise<FormatResult> {
  const { edition } = input;
  const bytes = await pack(input, context, thread);
  context.signal.throwIfAborted();
  context.progress.step('Checking the EPUB');
  const faults = await checkEpub(bytes, edition, thread);
  context.signal.throwIfAborted();
  if (faults.length > 0) throw new Error(explainFaults(faults));
  const sum = (count: (section: Section) => number) =>
    edition.sections.reduce((total, section) => total + count(section), 0);
  return {
    files: [
      {
        name: fileName(input),
        bytes,
        words: sum(({ words }) => words),
        notes: sum(({ notes }) => notes.length),
      },
    ],
  };
}

/** Named for the book; where it has several EPUBs, those after the first for their editions too. */
function fileName({ edition: { book }, name }: FormatInput<EpubEdition>): string {
  const first = Object.keys(book.editions).find((other) => book.editions[other]!.format === 'epub') ?? name;
  return first === name ? `${book.slug}.epub` : `${book.slug}-${name}.epub`;
}

/** Fonts and licences are named last: their letters are all that names are made of. */
const ANY_FONT = { name: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 .:-/()' };

/** What is gathered for the package is let go with it: the check, which unpacks all again, needs the room. */
async function pack(input: FormatInput<EpubEdition>, context: Context, thread: Work): Promise<Buffer> {
  const { edition, config } = input;
  const { book } = edition;
  const { report, signal, progress } = context;
  const terms = termsFor(book.language);

  progress.step('Preparing pictures');
  const [cover, pictures] = await Promise.all([coverOf(book, report), packPictures(edition, report, signal)]);
  const { pages, pageSource } = pagesFor(input);
  const marks = indexMarks(edition);
  const fileNames = new Names([
    'cover.xhtml',
    'titlepage.xhtml',
    'toc.xhtml',
    'about.xhtml',
    ...(marks.length > 0 ? [INDEX] : []),
  ]);
  const picture = (source: string) => pictures.hrefs.get(source);
  // The words are checked against the edition without them: bylines are ours.
  const shown = isPacket(edition) ? withBylines(edition) : edition;
  const texts = bookTexts({ edition: shown, terms, report, pages, picture, fileNames });
  const added = addedPages(pages);
  const pagesAt = (part: AddedPart, entry?: string) =>
    added.filter((page) => page.part === part && page.entry === entry);
  const source = texts.pages.length > 0 ? pageSource : undefined;
  const index = indexPages(edition, marks, texts, terms, fileNames, (entry) => pagesAt('index', entry));

  progress.step('Choosing glyphs');
  const title = titlePage(edition, terms, pagesAt('title'));
  const written = [...texts.files, ...index];
  const lists = config.lists ? captionLists(texts.files, listTitles(book.language), pagesAt) : [];
  const plain = colophon({ edition, terms, fonts: [ANY_FONT], pageSource: source });
  const nav = { content: navWords(shown, terms, lists) };
  const fonts = config.embedFonts
    ? await embedFonts(edition, [title, ...written, plain, nav], report)
    : NO_FONTS;
  const about = colophon({ edition, terms, fonts: fonts.families, pageSource: source });
  const files = [coverPage(book, terms, cover), title, ...written, about];

  progress.step('Packing the EPUB');
  const contents = [
    ...navPoints(edition.contents, texts, (entry) => pagesAt('contents', entry)),
    ...index
      .slice(0, 1)
      .map(({ name, title: words }) => plainPoint(name, words, pagesAt('contents', 'octavo-index'))),
  ];
  const contentsPages = pagesAt('contents');
  const before = contentsAfter(edition, texts);
  const reading = files.flatMap(({ name }) => (name === before ? [name, 'toc.xhtml'] : [name]));
  return new EpubPackage(
    {
      title: book.title,
      language: book.language,
      direction: progressionOf(book),
      identifier: identifierFrom(book.identifier).value,
      modified: context.date,
      metadata: metadataOf({
        book,
        modified: context.date,
        languages: [...new Set(files.map(({ language }) => language))],
        accessibility: accessibilityOf({
          edition,
          texts,
          index: index.length > 0,
          moving: pictures.moving,
          pageSource: source,
        }),
        pageSource: source,
      }),
      files,
      items: [cover.item, ...pictures.items, ...fonts.items],
      papers: fonts.licences,
      css: styleSheet(
        files.map((file) => file.content),
        fonts,
      ),
      words: terms,
      contents,
      ncx: ncxPoints(contents),
      lists,
      landmarks: landmarksOf(edition, texts, terms, index[0]?.name),
      pages: pageLinks(pages, texts, {
        files: [title, ...index],
        nav: 'toc.xhtml',
        contents,
        lists,
        contentsPages,
        reading,
      }),
      contentsPages,
      contentsAfter: before,
    },
    thread,
  ).bytes();
}
