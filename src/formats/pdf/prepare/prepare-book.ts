import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { PdfEdition } from '../../../config/schema.js';
import { hasTerms, type Terms, termsFor } from '../../../config/terms.js';
import { directionOf } from '../../../edition/direction.js';
import type { Edition, Section } from '../../../edition/edition.js';
import { indexEntries } from '../../../edition/index-entries.js';
import { typefacesFor } from '../../../fonts/typefaces.js';
import type { PageGeometry } from '../../../paginate/types.js';
import { noteColumn, noteColumnStyle } from '../margin/margin-notes.js';
import { anchorsOf } from './anchors.js';
import { bookmarksOf } from './bookmarks.js';
import { type Collected, nothingCollected } from './collected.js';
import { captionList, contents, endsInPart, line } from './contents.js';
import { documentOf, headingsIn } from './document.js';
import { BOOK, type Dress } from './dress.js';
import { creditFonts } from './front/credit-fonts.js';
import { indexText } from './index-section.js';
import { linkList } from './link-targets.js';
import { listTitles } from './list-titles.js';
import { prepareSection, type SectionText } from './prepare-section.js';
import type { PreparedBook } from './prepared.js';
import { generatedSection, headOf, type Printed, printedSection } from './printed.js';
import { bookFonts } from './style/book-fonts.js';
import { fontScript } from './style/font-script.js';
import { styleSheet } from './style/style-sheet.js';
import { fontNeeds } from './style/used-characters.js';
import { withoutAnchors } from './without-anchors.js';

/**
 * Makes an edition into the HTML that the page engine lays out and Chromium prints.
 *
 * @param dress What stands before and after the texts, and how it looks: a book's, unless told otherwise.
 */
export async function prepareBook(
  edition: Edition,
  config: PdfEdition,
  geometry: PageGeometry,
  dress: Dress = BOOK,
): Promise<PreparedBook> {
  const { book } = edition;
  const direction = book.direction ?? directionOf(book.language);
  const terms = termsFor(book.language);
  const collected = nothingCollected();
  const column = dress.notesInText ? undefined : noteColumn(config, geometry);
  const texts = textsOf(edition, config, direction, terms, collected, column !== undefined);
  const sections = texts.map(({ section, text }) => ({
    place: section.matter !== 'front' ? 'text' : BEFORE_CONTENTS.has(section.kind) ? 'first' : 'front',
    printed: printedSection(edition, section, text, config, direction, dress.folios),
  }));
  const index = indexEntries(collected.indexMarks, book.language);
  const back = backMatter(config, book.language, terms, collected, texts);
  const placed = (where: string) => sections.filter(({ place }) => place === where).map((one) => one.printed);
  const printed = [
    ...dress.front(edition),
    ...placed('first'),
    ...(dress.listsContents ? [] : listsOf(edition, config, terms, collected, back)),
    ...placed('front'),
    ...placed('text'),
    ...dress.back(edition),
    ...back,
  ];
  const elements = printed.map(({ element }) => element);
  const heads = printed.map(({ head }) => head).join('') + book.title + DIGITS + LICENCE + dress.characters;
  const columnStyle = column && hasNotesBeside(elements) ? noteColumnStyle(column, geometry) : '';
  const fonts = await bookFonts(
    typefacesFor(book.typography, book.folder),
    fontNeeds(elements, heads, dress.style),
  );
  await creditFonts(elements, fonts.families);
  return {
    document: documentOf(elements, {
      title: book.title,
      language: book.language,
      direction,
      style: [styleSheet(fonts, geometry), dress.style, columnStyle].join('\n'),
      script: fontScript(fonts.faces),
    }),
    sections: new Map(printed.map((one) => [String(one.element.properties.id), one])),
    headings: elements.flatMap(headingsIn),
    notes: texts.flatMap(({ text }) => text.notes),
    index,
    bookmarks: bookmarksOf(edition, printed),
    collected,
    missingCharacters: fonts.missing,
  };
}

function hasNotesBeside(nodes: readonly ElementContent[]): boolean {
  return nodes.some(
    (node) =>
      node.type === 'element' && (node.properties.dataBeside !== undefined || hasNotesBeside(node.children)),
  );
}

/** Front matter that stands before the contents. */
const BEFORE_CONTENTS: ReadonlySet<string> = new Set(['dedication', 'epigraph']);

/** Folios and labels of notes are known last. */
const DIGITS = '0123456789ivxlcdm–,*†‡';
/** Letters of the names of fonts and licences. */
const LICENCE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz(),.;';

interface Text {
  readonly section: Section;
  readonly text: SectionText;
}

function textsOf(
  edition: Edition,
  config: PdfEdition,
  direction: 'ltr' | 'rtl',
  terms: Terms,
  collected: Collected,
  notesBeside: boolean,
): Text[] {
  const settings = {
    pictures: edition.pictures,
    anchors: anchorsOf(edition),
    notes: config.notes,
    labelsByPage: config.notes === 'foot' && edition.book.notes.number === 'page',
    linksAsNotes: config.links === 'notes',
    direction,
    notesTitle: terms.notes,
    dropCaps: edition.book.typography.dropCaps,
    notesBeside,
    collected,
  };
  return edition.sections.map((section) => ({ section, text: prepareSection(section, settings) }));
}

/** What Octavo itself writes is English where it does not know the language of the book. */
function languageOfTerms(language: string): Properties {
  return hasTerms(language) ? {} : { lang: 'en', dir: 'ltr' };
}

/** Contents, list of figures and list of tables, as far as there is something to list. */
function listsOf(
  edition: Edition,
  config: PdfEdition,
  terms: Terms,
  collected: Collected,
  back: readonly Printed[],
): Printed[] {
  const opening = config.openings === 'recto' ? 'recto' : 'any';
  const titles = listTitles(edition.book.language);
  const language = languageOfTerms(edition.book.language);
  const list = (id: string, title: string, entries: Element[], least: number, place: typeof opening) =>
    entries.length < least
      ? []
      : [generatedSection(`octavo-${id}`, 'contents', title, 'roman', place, language, entries)];
  const ofKind = (kind: 'figure' | 'table') =>
    captionList(collected.captioned.filter((one) => one.kind === kind));
  const lists = [
    ...list('figures', titles.figures, ofKind('figure'), 3, 'any'),
    ...list('tables', titles.tables, ofKind('table'), 3, 'any'),
  ];
  const listed = contents(edition, config.contentsDepth);
  const generated = (sections: readonly Printed[], first: readonly string[] = []) =>
    sections
      .flatMap(({ bookmark }) => bookmark ?? [])
      .map(({ id, title }, k) =>
        line(id, ['level-1', ...(k === 0 ? first : [])], [{ type: 'text', value: title }]),
      );
  const isApart = endsInPart(edition) ? ['apart'] : [];
  const entries = listed.length > 1 ? [...generated(lists), ...listed, ...generated(back, isApart)] : [];
  return [...list('contents', terms.contents, entries, 2, opening), ...lists];
}

/** Notes of the whole book, targets of links, and last of all the index, which is made of finished pages. */
function backMatter(
  config: PdfEdition,
  language: string,
  terms: Terms,
  collected: Collected,
  texts: readonly Text[],
): Printed[] {
  const section = (id: string, title: string, children: ElementContent[]) =>
    children.length
      ? [
          generatedSection(
            `octavo-${id}`,
            id,
            title,
            'arabic',
            config.openings === 'recto' ? 'recto' : 'any',
            languageOfTerms(language),
            children,
          ),
        ]
      : [];
  const notes = texts
    .filter(({ text }) => text.endNotes.length)
    .flatMap(({ section: { id, title }, text }) => [
      h('h2', { id: `octavo-notes-${id}` }, title.text ? withoutAnchors(title.content) : headOf(title)),
      ...text.endNotes,
    ]);
  const entries = indexText(indexEntries(collected.indexMarks, language), language);
  const index = section('index', terms.index, entries.length ? [h('div.index', entries)] : []);
  for (const { element } of index) element.properties.dataLate = true;
  return [
    ...section('notes', terms.notes, notes),
    ...section('links', listTitles(language).links, config.links === 'list' ? linkList(collected.links) : []),
    ...index,
  ];
}
