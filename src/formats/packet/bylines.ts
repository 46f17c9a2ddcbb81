import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Edition, Section } from '../../edition/edition.js';
import { authorAndYear, othersOf } from './credit-line.js';
import { type PacketTerms, packetTerms, pagesInWords } from './packet-terms.js';

/** Whether a book is a packet: a list of texts, each with its own authors and source. */
export function isPacket({ book }: Edition): boolean {
  return book.manuscripts.some(({ entry }) => entry !== undefined);
}

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
  const title = content.children[heading];
  return {
    ...content,
    children: [
      ...content.children.slice(0, Math.max(heading, 0)),
      ...(title?.type === 'element' ? [credited(title)] : []),
      h('div.text-credit', added),
      ...content.children.slice(heading + 1),
    ],
  };
}

function credited(title: Element): Element {
  const { className } = title.properties;
  return {
    ...title,
    properties: {
      ...title.properties,
      className: [...(Array.isArray(className) ? className : []), 'credited'],
    },
  };
}
