import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition, Section } from '../../edition/edition.js';
import { FILL } from '../pdf/prepare/fills.js';
import { generatedSection, type Printed } from '../pdf/prepare/printed.js';
import { withoutAnchors } from '../pdf/prepare/without-anchors.js';
import { authorsOf, hasCredit, othersOf, yearOf } from './credit-line.js';
import { packetTerms, pagesInWords } from './packet-terms.js';

export const SOURCES = 'octavo-sources';

/** Where the texts of a packet come from and who has rights in them, a paragraph each; none where nothing is known. */
export function sourcesPage({ book, sections }: Edition): Printed[] {
  const terms = packetTerms(book.language);
  const entries = sections.filter(({ credit }) => hasCredit(credit)).map((section) => entry(section));
  if (entries.length === 0) return [];
  return [generatedSection(SOURCES, 'sources', terms.sources, 'arabic', 'any', {}, entries)];

  function entry({ id, title, credit, language = book.language }: Section): ElementContent {
    const authors = authorsOf(credit, language);
    const year = yearOf(credit.date);
    const sentences = [
      ...othersOf(credit, language),
      [credit.source, credit.pages && pagesInWords(credit.pages, terms)].filter(Boolean).join(', '),
      credit.rights ?? '',
    ].filter(Boolean);
    const [before, after] = terms.inPacket.split('{}');
    return h('p.source-entry', [
      ...(authors ? [h('span.source-author', authors), ', '] : []),
      h('span.source-title', title.text ? withoutAnchors(title.content) : (title.label ?? '')),
      year ? ` (${year}). ` : '. ',
      ...sentences.map((sentence) => `${ended(sentence)} `),
      h('span.source-place', [
        before!,
        h('a', { href: `#${id}`, dataFill: FILL.page(id) }, '000'),
        ended(after ?? ''),
      ]),
    ]);
  }
}

/** With a full stop, if it has none. */
const ended = (sentence: string) => (/[.!?…]["”’»)]*$/.test(sentence) ? sentence : `${sentence}.`);
