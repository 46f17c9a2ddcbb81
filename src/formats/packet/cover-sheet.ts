import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { icuLocale } from '../../config/icu-locale.js';
import type { PacketEdition } from '../../config/schema.js';
import { creatorLines } from '../../edition/creator-lines.js';
import type { ContentsEntry, Edition } from '../../edition/edition.js';
import { line } from '../pdf/prepare/contents.js';
import { type Printed, sectionProperties } from '../pdf/prepare/printed.js';
import { withoutAnchors } from '../pdf/prepare/without-anchors.js';
import { authorAndYear } from './credit-line.js';
import { packetTerms } from './packet-terms.js';

type CoverConfig = Pick<PacketEdition, 'group' | 'course' | 'contentsDepth'>;

/** The first page of a packet: what it is and for whom, then its texts with author, year and page. */
export function coverSheet({ book, contents, sections }: Edition, config: CoverConfig): Printed {
  const { language } = book;
  const credits = new Map(sections.map(({ id, credit, language: own }) => [id, { credit, own }]));
  const paragraph = (name: string, text: string | undefined): ElementContent[] =>
    text ? [h(`p.sheet-${name}`, text)] : [];
  const entries = (list: readonly ContentsEntry[], depth: number): ElementContent[] =>
    list.flatMap((entry): ElementContent[] => {
      if (depth > config.contentsDepth) return [];
      const own = depth === 1 || entry.level <= 2 ? credits.get(entry.section) : undefined;
      const isText = own !== undefined && entry.id === firstEntry.get(entry.section);
      const credit = isText ? authorAndYear(own.credit, own.own ?? language) : '';
      const heading = line(entry.id, [`level-${depth}`], titleOf(entry));
      return [
        credit ? h('div.keep', heading, h('p.sheet-credit', credit)) : heading,
        ...entries(entry.children, depth + 1),
      ];
    });
  const firstEntry = firstEntries(contents);
  const listed = entries(contents, 1);
  return {
    element: h('section', sectionProperties('octavo-cover-sheet', 'cover-sheet', 'recto', 'none'), [
      ...paragraph('course', config.course),
      h('p.sheet-title', book.title),
      ...paragraph('subtitle', book.subtitle),
      ...creatorLines(book.creators, language).map(({ phrase, names }) =>
        h('p.sheet-creators', [phrase, names].filter(Boolean).join(' ')),
      ),
      ...paragraph('group', [config.group, dateInWords(book.date, language)].filter(Boolean).join(' · ')),
      ...(listed.length > 0
        ? [
            h('p.sheet-contents', { style: `--rows:${rowsOf(listed)}` }, packetTerms(language).contents),
            ...listed,
          ]
        : []),
    ]),
    head: '',
  };
}

/** Lines that the list takes at least: two and a half for a text with its credit. */
const rowsOf = (listed: readonly ElementContent[]) =>
  listed.reduce((sum, one) => sum + (one.type === 'element' && one.tagName === 'div' ? 2.5 : 1), 0);

/** The entry of each section that stands for the whole text, not for a heading inside it. */
function firstEntries(contents: readonly ContentsEntry[]): Map<string, string> {
  const first = new Map<string, string>();
  const walk = (entries: readonly ContentsEntry[]) => {
    for (const { id, section, children } of entries) {
      if (!first.has(section)) first.set(section, id);
      walk(children);
    }
  };
  walk(contents);
  return first;
}

function titleOf({ title }: ContentsEntry): ElementContent[] {
  const text = withoutAnchors(title.content);
  if (!title.label) return text;
  return [h('span.entry-label', title.label), { type: 'text', value: ' ' }, ...text];
}

/** `2024-05-01` as the language writes it; a year, or a year and a month, as far as it goes. */
function dateInWords(date: string | undefined, language: string): string | undefined {
  if (!date) return undefined;
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  if (month === undefined) return date;
  // Where no country is named, English dates are written as in most of the world.
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : icuLocale(language), {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}
