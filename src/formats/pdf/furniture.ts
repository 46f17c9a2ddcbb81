import type { PdfEdition } from '../../config/schema.js';
import type { ContentsEntry, Edition, Title } from '../../edition/edition.js';
import { isSign, signOf } from '../../edition/note-signs.js';
import type { Furniture, LaidPage, Layout } from '../../paginate/types.js';
import { FILL } from './prepare/fills.js';
import { indexPages } from './prepare/index-pages.js';
import type { PreparedBook } from './prepare/prepared.js';
import { headOf } from './prepare/printed.js';

type Head = PdfEdition['runningHeads']['verso'];

/** What stands on the pages of a laid-out book beside its text: running heads, folios, and every page number. */
export function furnish(
  edition: Edition,
  config: PdfEdition,
  prepared: PreparedBook,
  layout: Layout,
): Furniture {
  const titles = titlesById(edition.contents);
  const authors = edition.book.creators.filter(({ role }) => role === 'author').map(({ name }) => name);
  const head = (page: LaidPage): string => {
    if (page.kind === 'opener' || page.kind === 'blank' || page.numbering === 'none') return '';
    const section = prepared.sections.get(page.section);
    const chapter = section?.head;
    const [first, last] = sectionsOn(page, titles);
    const { words } = page;
    const texts: Readonly<Record<Head, string | undefined>> = {
      none: '',
      book: edition.book.title,
      author: section?.author ?? (authors.join(', ') || undefined),
      part: section?.part,
      chapter,
      section: last ?? chapter,
      'first-section': first ?? chapter,
      sections: range(first, last) ?? chapter,
      words: range(words?.first, words?.last) ?? chapter,
      'first-word': words?.first ?? chapter,
      'last-word': words?.last ?? chapter,
    };
    return texts[config.runningHeads[page.side]] ?? edition.book.title;
  };
  return {
    heads: layout.pages.map(head),
    folios: layout.pages.map((page) => {
      const isPartTitle =
        page.kind === 'opener' && prepared.sections.get(page.section)?.element.properties.dataKind === 'part';
      return page.kind === 'blank' || page.numbering === 'none' || isPartTitle ? '' : page.label;
    }),
    fills: new Map([
      ...pageNumbers(layout),
      ...prepared.index.map((entry, i) => [FILL.index(i), indexPages(entry.marks, layout)] as const),
      ...labelsByPage(prepared, layout),
    ]),
  };
}

function titlesById(entries: readonly ContentsEntry[]): Map<string, string> {
  return new Map(
    entries.flatMap(({ id, title, children }) => [[id, numbered(title)] as const, ...titlesById(children)]),
  );
}

/** The number that a heading was given stands in running heads, too. */
function numbered(title: Title): string {
  const isNumber = title.label !== undefined && /^[\d.]+$/.test(title.label);
  return isNumber && title.text ? `${title.label} ${headOf(title)}` : headOf(title);
}

/** The sections that the page begins and ends in: the headings below the chapter’s own. */
function sectionsOn(
  { opened, current }: LaidPage,
  titles: ReadonlyMap<string, string>,
): readonly (string | undefined)[] {
  return [opened[2], current[2]].map((id) => (id ? titles.get(id) : undefined));
}

function range(first: string | undefined, last: string | undefined): string | undefined {
  return first === last || !last ? first : `${first ?? ''} – ${last}`.replace(/^ – /, '');
}

function pageNumbers({ anchors, pages }: Layout): [string, string][] {
  return Array.from(anchors, ([id, page]) => [FILL.page(id), pages[page]?.label ?? '']);
}

/** Numbers the notes of each page from 1, and those with signs from the first sign; letters stay. */
function labelsByPage({ notes }: PreparedBook, { anchors }: Layout): [string, string][] {
  const numbers = new Map<number, number>();
  const signs = new Map<number, number>();
  return notes.map(({ id, label }) => {
    if (!isSign(label) && !/^\d+$/.test(label)) return [FILL.label(id), label];
    const counts = isSign(label) ? signs : numbers;
    const page = anchors.get(id) ?? -1;
    const count = (counts.get(page) ?? 0) + 1;
    counts.set(page, count);
    return [FILL.label(id), isSign(label) ? signOf(count) : String(count)];
  });
}
