import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Edition, Section } from '../../edition/edition.js';
import { authorAndYear, othersOf } from './credit-line.js';
import { type PacketTerms, packetTerms, pagesInWords } from './packet-terms.js';

/**
 * The edition with a byline below the title of each text, and where the text comes from. What is added says so, so
 * that it does not count as text.
 */
export function withBylines(edition: Edition): Edition {
  const terms = packetTerms(edition.book.language);
  return {
    ...edition,
    sections: edition.sections.map((section) => ({
      ...section,
      content: withByline(section, section.language ?? edition.book.language, terms),
    })),
  };
}

function withByline({ content, credit }: Section, language: string, terms: PacketTerms): Root {
  const { source, pages } = credit;
  const byline = [authorAndYear(credit, language), ...othersOf(credit, language)].filter(Boolean);
  const origin = [
    source && terms.from.replace('{}', () => source),
    pages && pagesInWords(pages, terms),
  ].filter(Boolean);
  const added: Element[] = [
    ...byline.map((words, index) =>
      h('p', { className: [index === 0 ? 'byline' : 'byline-other'], dataAdded: '' }, words),
    ),
    ...(origin.length > 0 ? [h('p.text-source', { dataAdded: '' }, origin.join(', '))] : []),
  ];
  if (added.length === 0) return content;
  const heading = content.children.findIndex((node) => node.type === 'element' && node.tagName === 'h1');
  return {
    ...content,
    children: [
      ...content.children.slice(0, heading + 1),
      h('div.text-credit', added),
      ...content.children.slice(heading + 1),
    ],
  };
}
