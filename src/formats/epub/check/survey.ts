import type { Element, Root } from 'xast';
import type { AccessibilityCounts } from '../accessibility.js';
import { type Heading, headingsOf } from './headings.js';
import { type FileNotes, notesIn } from './notes-in.js';
import { eachElement } from './xast.js';

/** What the checks that look over all files need to know of one: its tree is read once and let go. */
export interface Survey {
  /** Path in the archive. */
  readonly file: string;
  readonly language: string | undefined;
  /** Direction of writing. */
  readonly direction: string | undefined;
  /** What the body says that it is. */
  readonly matter: string | undefined;
  /** What the body and all in it say that they are. */
  readonly types: ReadonlySet<string>;
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly Link[];
  readonly headings: readonly Heading[];
  /** The first section. */
  readonly section: {
    readonly id?: string | undefined;
    readonly label?: string | undefined;
    readonly generated: boolean;
  };
  readonly pageBreaks: readonly { readonly id: string; readonly label: string }[];
  readonly notes: FileNotes;
  readonly counts: AccessibilityCounts;
  readonly hasIndex: boolean;
  /** Anchors that the index leads to. */
  readonly indexMarks: readonly string[];
}

export interface Link {
  readonly target: string;
  readonly line: number | undefined;
}

/** Surveys one file. */
export function survey(file: string, tree: Root): Survey {
  const types = new Set<string>();
  const anchors = new Set<string>();
  const links: Link[] = [];
  const pageBreaks: { id: string; label: string }[] = [];
  const counts: AccessibilityCounts = { pictures: 0, decorative: 0, described: 0, formulas: 0, notes: 0 };
  const first = new Map<string, Element>();
  const indexMarks: string[] = [];
  let hasIndex = false;
  eachElement(tree, (element) => {
    const { name, attributes, position } = element;
    if (!first.has(name)) first.set(name, element);
    const type = attributes['epub:type'];
    if (type && first.has('body')) types.add(type);
    if (attributes.id) anchors.add(attributes.id);
    const target = attributes.href ?? attributes.src;
    if (target) links.push({ target, line: position?.start.line });
    if (attributes.role === 'doc-pagebreak')
      pageBreaks.push({ id: attributes.id ?? '', label: attributes['aria-label'] ?? '' });
    if (attributes.role === 'doc-index') hasIndex = true;
    if (/(^| )index-mark( |$)/.test(attributes.class ?? '')) indexMarks.push(attributes.id ?? '');
    count(element, counts);
  });
  const section = first.get('section');
  return {
    file,
    language: first.get('html')?.attributes.lang ?? undefined,
    direction: first.get('html')?.attributes.dir ?? undefined,
    matter: first.get('body')?.attributes['epub:type'] ?? undefined,
    types,
    anchors,
    links,
    headings: headingsOf(tree),
    section: {
      id: section?.attributes.id ?? undefined,
      label: section?.attributes['aria-label'] ?? undefined,
      generated: /(^| )generated( |$)/.test(section?.attributes.class ?? ''),
    },
    pageBreaks,
    notes: notesIn(file, tree),
    counts,
    hasIndex,
    indexMarks,
  };
}

/** Those of the files that are read, in the order of reading. */
export function inReading(surveys: readonly Survey[], reading: readonly string[]): Survey[] {
  const known = new Map(surveys.map((survey) => [survey.file, survey]));
  return reading.flatMap((name) => known.get(`OEBPS/${name}`) ?? []);
}

function count({ name, attributes }: Element, counts: AccessibilityCounts): void {
  if (name === 'img') {
    counts.pictures++;
    if (attributes.role === 'presentation') counts.decorative++;
    else if (attributes.alt?.trim()) counts.described++;
  }
  if (name === 'math') counts.formulas++;
  if (attributes['epub:type'] === 'footnote') counts.notes++;
}
