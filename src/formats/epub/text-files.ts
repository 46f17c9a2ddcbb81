import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { fill, type Terms } from '../../config/terms.js';
import { directionOf } from '../../edition/direction.js';
import type { ContentsEntry, Edition, Section } from '../../edition/edition.js';
import type { PageStart } from '../../edition/page-start.js';
import type { Report } from '../../report/report.js';
import { classes, convert, type Lookups } from './convert.js';
import { fitLevels } from './fit.js';
import { asciiName, Names } from './names.js';
import { notesSection } from './notes.js';
import { type PageMark, PageMarker, pageBreak } from './page-marks.js';
import { SECTION_KINDS } from './section-kinds.js';
import { split } from './split.js';
import type { TextFile } from './text-file.js';

export interface BookTexts {
  readonly files: readonly TextFile[];
  /** The first file of each section. */
  readonly fileOfSection: ReadonlyMap<string, string>;
  /** The file that each anchor stands in. */
  readonly fileOfAnchor: ReadonlyMap<string, string>;
  /** Page-break markers in the order of reading. */
  readonly pages: readonly PageMark[];
}

export interface TextsInput {
  readonly edition: Edition;
  readonly terms: Terms;
  readonly report: Report;
  /** Beginnings of the pages of a printed edition, or `source` for the marks of the source, or none. */
  readonly pages: readonly PageStart[] | 'source';
  /** Path of a picture in the EPUB. */
  readonly picture: Lookups['picture'];
  readonly fileNames: Names;
}

/** Makes the files of the text: a section gives one, or several where it is long, all links between them right. */
export function bookTexts(input: TextsInput): BookTexts {
  const marks = new Map<string, PageMark>();
  const anchors = anchorsOf(input.edition);
  const names = new Names(anchors.keys());
  const converted = input.edition.sections.map((section) => ({
    section,
    parts: split(convertSection(section, input, { anchors, names, marks })),
  }));
  const fileOfSection = new Map<string, string>();
  const fileOfAnchor = new Map<string, string>();
  const files = converted.flatMap(({ section, parts }, number) => {
    const stem = asciiName(section.id, `section-${number + 1}`);
    return parts.map((content, i) => {
      const name = input.fileNames.take(i === 0 ? `${stem}.xhtml` : `${stem}-${i + 1}.xhtml`);
      if (i === 0) fileOfSection.set(section.id, name);
      const file = textFile(section, content, i, name, input);
      eachElement(file.content, ({ properties: { id } }) => {
        if (typeof id === 'string') fileOfAnchor.set(id, name);
      });
      return file;
    });
  });
  for (const section of input.edition.sections)
    if (!fileOfAnchor.has(section.id)) fileOfAnchor.set(section.id, fileOfSection.get(section.id)!);
  for (const file of files) resolveLinks(file, fileOfAnchor);
  return { files, fileOfSection, fileOfAnchor, pages: [...marks.values()] };
}

interface Shared {
  readonly anchors: ReadonlyMap<string, string | undefined>;
  readonly names: Names;
  readonly marks: Map<string, PageMark>;
}

function convertSection(
  section: Section,
  input: TextsInput,
  { anchors, names, marks }: Shared,
): ElementContent[] {
  const { terms, pages } = input;
  const starts = pages === 'source' ? [] : startsIn(section.id, pages);
  const marker = (note?: string) =>
    new PageMarker(
      starts.filter((start) => start.note === note),
      (start) => {
        const mark = { id: names.take(`page-${asciiName(start.label, 'x')}`), label: start.label };
        marks.set(keyOf(start), mark);
        return mark;
      },
    );
  const lookups: Lookups = {
    picture: input.picture,
    titleOf: (id) => anchors.get(id),
    hasAnchor: (id) => anchors.has(id),
    deadLink: (node) =>
      input.report.add({
        severity: 'warning',
        code: 'broken-link',
        reason: `Link to “${String(node.properties.href)}” leads nowhere`,
        place: { path: section.path, line: node.position?.start.line, column: node.position?.start.column },
        note: 'The words stay in the EPUB without a link. Give the anchor or the whole address.',
      }),
    sourcePages: pages === 'source',
    sourcePage: (id, label) => {
      marks.set(`${marks.size}`, { id, label });
      return pageBreak(id, label);
    },
  };
  const whole = marker();
  const text = convert(section.content.children as ElementContent[], whole, lookups);
  text.push(...whole.rest());
  const language = section.language ?? input.edition.book.language;
  const isRightToLeft = directionIn(section, input.edition) === 'rtl';
  const notes = notesSection(
    section.notes,
    section.id,
    terms,
    isRightToLeft ? language : undefined,
    (note) => {
      const own = marker(note.id);
      const blocks = convert(note.content, own, lookups);
      return [...blocks, ...own.rest()];
    },
  );
  return [...text, ...notes];
}

/**
 * Where pages begin in a section, in the order in which the EPUB is read. Notes stand after the text here: a page that
 * print fills with notes alone, and that more text follows, begins where that text does.
 */
function startsIn(section: string, pages: readonly PageStart[]): PageStart[] {
  const own = pages.filter((start) => start.section === section);
  return own.map((start, i) => {
    const next = start.note !== undefined && own.slice(i).find(({ note }) => note === undefined);
    return next ? { label: start.label, section, offset: next.offset } : start;
  });
}

function textFile(
  section: Section,
  content: readonly ElementContent[],
  part: number,
  name: string,
  { edition, terms }: TextsInput,
): TextFile {
  const kind = SECTION_KINDS[section.kind];
  const language = section.language ?? edition.book.language;
  const title = section.title.text || section.kind;
  const again = fill(terms.continued, title);
  const listed = find(section.content.children as ElementContent[], ({ tagName }) => tagName === 'h1');
  const unlisted = listed && classes(listed).includes('unlisted') ? ['unlisted'] : [];
  const heading = part > 0 ? [h('h1', { className: ['continued-title', ...unlisted] }, again)] : [];
  const blocks = fitLevels([...heading, ...content]);
  // Where a text has no heading, that of its notes is none of its own.
  const h1 = find(blocks, (node) => node.tagName === 'h1' && !classes(node).includes('notes-title'));
  const ids = new Set<string>();
  eachElement(blocks, ({ properties: { id } }) => {
    if (typeof id === 'string') ids.add(id);
  });
  const properties: Element['properties'] = { 'epub:type': kind.type };
  if (kind.role) properties.role = kind.role;
  if (edition.book.typography.dropCaps && section.matter === 'body' && part === 0)
    properties.className = ['drop-caps'];
  if (part === 0 && !ids.has(section.id)) properties.id = section.id;
  if (typeof h1?.properties.id === 'string') properties.ariaLabelledBy = [h1.properties.id];
  else properties.ariaLabel = part > 0 ? again : title;
  return {
    name,
    title: part > 0 ? again : title,
    language,
    direction: directionIn(section, edition),
    matter: `${section.matter}matter`,
    content: [{ type: 'element', tagName: 'section', properties, children: blocks }],
  };
}

function directionIn({ direction, language }: Section, { book }: Edition): 'ltr' | 'rtl' {
  return direction ?? book.direction ?? directionOf(language ?? book.language);
}

/** A page begins in one section, under one label. */
function keyOf({ section, label }: PageStart): string {
  return JSON.stringify([section, label]);
}

function resolveLinks(file: TextFile, fileOfAnchor: ReadonlyMap<string, string>) {
  eachElement(file.content, ({ properties }) => {
    const { href } = properties;
    if (typeof href !== 'string' || !href.startsWith('#')) return;
    const target = fileOfAnchor.get(href.slice(1));
    if (target !== undefined && target !== file.name) properties.href = `${target}${href}`;
  });
}

export function eachElement(nodes: readonly ElementContent[], visit: (node: Element) => void): void {
  for (const node of nodes)
    if (node.type === 'element') {
      visit(node);
      eachElement(node.children, visit);
    }
}

function find(nodes: readonly ElementContent[], test: (node: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const found = test(node) ? node : find(node.children, test);
    if (found) return found;
  }
  return undefined;
}

/** Anchors of the edition, each with the title of what it stands for, where that has one. */
function anchorsOf(edition: Edition): ReadonlyMap<string, string | undefined> {
  const anchors = new Map<string, string | undefined>();
  for (const section of edition.sections) {
    // What has no title of its own, and no caption, is known by the section that it stands in.
    const add = (element: Element) => {
      const { id } = element.properties;
      if (typeof id === 'string') anchors.set(id, captionOf(element) ?? section.title.text);
    };
    eachElement(section.content.children as ElementContent[], add);
    for (const note of section.notes) {
      anchors.set(note.id, note.label);
      eachElement(note.content, add);
    }
  }
  for (const section of edition.sections) anchors.set(section.id, section.title.text);
  const addEntries = (entries: readonly ContentsEntry[]) => {
    for (const entry of entries) {
      anchors.set(entry.id, entry.title.text);
      addEntries(entry.children);
    }
  };
  addEntries(edition.contents);
  return anchors;
}

function captionOf(element: Element): string | undefined {
  if (element.tagName !== 'figure') return undefined;
  const caption = find(element.children, ({ tagName }) => tagName === 'figcaption');
  return (caption && textOf(caption).replace(/\s+/g, ' ').trim()) || undefined;
}
