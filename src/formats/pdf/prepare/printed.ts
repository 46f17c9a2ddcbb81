import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { PdfEdition } from '../../../config/schema.js';
import type { Edition, Section, Title } from '../../../edition/edition.js';
import { frontMatter, type OwnPages } from './front/front-matter.js';
import { languageOf, type SectionText } from './prepare-section.js';

/** A section as it is printed, with what running heads and bookmarks say of it. */
export interface Printed {
  readonly element: Element;
  /** The title for running heads. */
  readonly head: string;
  /** The title of the part it belongs to. */
  readonly part?: string;
  /** Who wrote it, where that is not who wrote the book. */
  readonly author?: string;
  /** Title of the bookmark of a section that the edition itself does not have. */
  readonly bookmark?: { readonly id: string; readonly title: string };
}

export type Opening = 'recto' | 'any' | 'run-on';
export type Folios = 'roman' | 'arabic' | 'none';

/** What a part or chapter of the edition looks like in print. */
export function printedSection(
  edition: Edition,
  section: Section,
  text: SectionText,
  config: PdfEdition,
  direction: 'ltr' | 'rtl',
  folios: Folios = foliosOf(section),
): Printed {
  const part = edition.sections.find(({ id }) => id === section.part);
  const properties = sectionProperties(section.id, section.kind, openingOf(edition, section, config), folios);
  return {
    element: h('section', { ...properties, dataPath: section.path, ...languageOf(section, direction) }, [
      ...text.children,
    ]),
    head: headOf(section.title),
    ...authorOf(section),
    ...(part ? { part: headOf(part.title) } : section.kind === 'part' ? { part: headOf(section.title) } : {}),
  };
}

function authorOf({ credit }: Section): { author?: string } {
  const names = credit.creators?.filter(({ role }) => role === 'author').map(({ name }) => name);
  return names?.length ? { author: names.join(', ') } : {};
}

/** A section that the printed book has beside those of the edition, under a heading of its own. */
export function generatedSection(
  id: string,
  kind: string,
  title: string,
  folios: Folios,
  opening: Opening,
  language: Properties,
  children: readonly ElementContent[],
): Printed {
  const heading = `${id}-title`;
  return {
    element: h('section', sectionProperties(id, kind, opening, folios), [
      h('h1', { id: heading, ...language }, title),
      ...children,
    ]),
    head: title,
    bookmark: { id: heading, title },
  };
}

/** Half title, title page and the page behind it. A book of one text has no half title. */
export function titlePages(edition: Edition, own?: OwnPages): Printed[] {
  const { halfTitle, titlePage, copyrightPage } = frontMatter(edition.book, own);
  const page = (id: string, opening: Opening, children: readonly ElementContent[]): Printed => ({
    element: h('section', sectionProperties(`octavo-${id}`, id, opening, 'none'), [...children]),
    head: '',
  });
  return [
    ...(edition.sections.length > 1 ? [page('half-title', 'recto', halfTitle)] : []),
    page('title-page', 'recto', titlePage),
    page('imprint', 'any', copyrightPage),
  ];
}

/** The short title of a running head. */
export function headOf({ short, text, label }: Title): string {
  return short ?? (text || label || '');
}

/** What the page engine must know of a section. */
export function sectionProperties(id: string, kind: string, opening: Opening, folios: Folios): Properties {
  return { id, dataKind: kind, dataOpening: opening, dataFolios: folios };
}

function foliosOf({ matter, kind }: Section): Folios {
  if (kind === 'dedication' || kind === 'epigraph') return 'none';
  return matter === 'front' ? 'roman' : 'arabic';
}

function openingOf({ sections }: Edition, section: Section, { openings }: PdfEdition): Opening {
  if (openings !== 'run-on') return openings;
  const before = sections[sections.indexOf(section) - 1];
  const follows = before?.kind === 'chapter' && before.part === section.part;
  return section.kind === 'chapter' && follows ? 'run-on' : 'any';
}
