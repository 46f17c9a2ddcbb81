import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import { fill, type Terms } from '../../config/terms.js';
import type { Note } from '../../edition/edition.js';

/**
 * The notes of a section as a list that stays visible at its end. A reading system that knows pop-ups takes
 * a note from here; Apple Books hides an `aside`, but no other element. Each call has its own link back.
 *
 * @param rightToLeft - Language of a section that is written from right to left: a window that pops up is no part of
 *   the page, and Apple Books does not know its direction.
 * @param convert - Makes the blocks of a note fit for an EPUB.
 */
export function notesSection(
  notes: readonly Note[],
  sectionId: string,
  terms: Terms,
  rightToLeft: string | undefined,
  convert: (note: Note) => ElementContent[],
): Element[] {
  if (notes.length === 0) return [];
  // Two hyphens: no heading’s own anchor has them.
  const headingId = `${sectionId}--notes`;
  const direction = rightToLeft === undefined ? {} : { lang: rightToLeft, xmlLang: rightToLeft, dir: 'rtl' };
  const list = notes.map((note) => item(note, convert(note), terms, direction));
  const properties = {
    className: ['notes'],
    'epub:type': 'endnotes',
    role: 'doc-endnotes',
    ariaLabelledBy: headingId,
  };
  return [
    h('section', properties, [
      h('h2', { id: headingId, className: ['notes-title'] }, [{ type: 'text', value: terms.notes }]),
      h('ol', { className: ['note-list'] }, list),
    ]),
  ];
}

/** The note is a block inside its item: an item may have no role but its own. */
function item(note: Note, blocks: ElementContent[], terms: Terms, direction: Properties): Element {
  const children = withBacklinks(blocks, note, terms);
  const numbered = /^[1-9]\d{0,5}$/.test(note.label);
  if (!numbered) putLabel(children, note.label);
  const body = h(
    'div',
    { id: note.id, 'epub:type': 'footnote', role: 'doc-footnote', ...direction },
    children,
  );
  return h('li', numbered ? { value: note.label } : { className: ['labelled'] }, body);
}

function putLabel(blocks: ElementContent[], label: string) {
  const span = h('span', { className: ['note-label'] }, [{ type: 'text', value: label }]);
  const space: ElementContent = { type: 'text', value: ' ' };
  const [first] = blocks;
  if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(span, space);
  else blocks.unshift(h('p', {}, [span]));
}

/** Links back stand at the end of the last paragraph; after a list, a table or verse in a paragraph of their own. */
function withBacklinks(blocks: readonly ElementContent[], note: Note, terms: Terms): ElementContent[] {
  const children = blocks.map((block) =>
    block.type === 'element' ? { ...block, children: [...block.children] } : block,
  );
  if (note.calls.length === 0) return children;
  const links = note.calls.flatMap((call, i): ElementContent[] => [
    // The first does not stand alone on a line.
    { type: 'text', value: i === 0 ? '\u00a0' : ' ' },
    backlink(call, note, i, terms),
  ]);
  const last = children.findLast((block) => block.type === 'element');
  if (last?.tagName === 'p') last.children.push(...links);
  else children.push(h('p', { className: ['backlinks'] }, links.slice(1)));
  return children;
}

function backlink(call: string, note: Note, i: number, terms: Terms): Element {
  const several = note.calls.length > 1;
  const mark = several ? `↑${String.fromCodePoint(0x61 + (i % 26))}` : '↑';
  const label = fill(terms.backToCall, several ? `${note.label} (${i + 1})` : note.label);
  const properties = {
    href: `#${call}`,
    className: ['backlink'],
    'epub:type': 'backlink',
    role: 'doc-backlink',
    ariaLabel: label,
  };
  return h('a', properties, [{ type: 'text', value: mark }]);
}
