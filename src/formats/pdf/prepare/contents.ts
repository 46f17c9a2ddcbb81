import type { Element, ElementContent } from 'hast';
import { h, s } from 'hastscript';
import type { ContentsEntry, Edition, SectionKind } from '../../../edition/edition.js';
import type { Captioned } from './collected.js';
import { FILL } from './fills.js';
import { withoutAnchors } from './without-anchors.js';

/** The contents to a depth: entries with leaders and the folios of their pages. */
export function contents(edition: Edition, depth: number): Element[] {
  let wasInPart = false;
  const kinds = new Map(edition.sections.map(({ id, kind }) => [id, kind]));
  const hasParts = edition.sections.some(({ kind }) => kind === 'part');
  const entries = (list: readonly ContentsEntry[]): Element[] =>
    list.flatMap((entry) => {
      const isPart = kinds.get(entry.section) === 'part' && entry.level === 1;
      // In a book of parts what stands outside them ranks with the chapters.
      const level = entry.level + (hasParts && !isPart && !inPart(entry) ? 1 : 0);
      if (level > depth || UNLISTED.has(kinds.get(entry.section)!)) return [];
      // What follows the parts is no chapter of the last one.
      const isApart = level === 2 && wasInPart && hasParts && !inPart(entry);
      wasInPart = isPart || inPart(entry);
      const classes = [
        isPart ? 'part' : `level-${hasParts ? level - 1 : level}`,
        ...(isApart ? ['apart'] : []),
      ];
      return [line(entry.id, classes, titleOf(entry)), ...entries(entry.children)];
    });
  const parts = new Map(edition.sections.map(({ id, part }) => [id, part]));
  const inPart = (entry: ContentsEntry) => parts.get(entry.section) !== undefined;
  return entries(edition.contents);
}

/** Whether the last text of the book belongs to a part: what is listed after it stands apart. */
export const endsInPart = ({ sections }: Edition): boolean => sections.at(-1)?.part !== undefined;

/** What needs no finding: it stands before the contents. */
const UNLISTED: ReadonlySet<SectionKind> = new Set(['dedication', 'epigraph']);

/** The list of the figures or tables that have captions. */
export function captionList(captioned: readonly Captioned[]): Element[] {
  return captioned.map(({ id, caption }) => line(id, ['level-1'], withoutAnchors(caption)));
}

function titleOf({ title }: ContentsEntry): ElementContent[] {
  const text = withoutAnchors(title.content);
  if (!title.label) return text;
  if (!title.text) return [{ type: 'text', value: title.label }];
  return [h('span.entry-label', title.label), { type: 'text', value: ' ' }, ...text];
}

/** One entry: title, leader, folio. */
export function line(id: string, classes: readonly string[], title: readonly ElementContent[]): Element {
  return h('p.entry', { className: [...classes] }, [
    h('a', { href: `#${id}` }, [
      h('span.entry-title', [...title]),
      leader(),
      h('span.entry-page', { dataFill: FILL.page(id) }, '000'),
    ]),
  ]);
}

/** A row of dots, drawn: dots as text would be read and copied. */
function leader(): Element {
  return s('svg.leader', { ariaHidden: 'true' }, s('line', { x1: '100%', x2: '0', y1: '1', y2: '1' }));
}
