import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Manuscript } from '../config/book.js';
import { type Detail, EXIT, OctavoError } from '../report/errors.js';
import { nearestName } from '../report/nearest-name.js';
import type { BookDocument } from './document.js';
import type { Credit } from './edition.js';
import { sectionTitles, takeSection } from './take-section.js';

/**
 * Makes of the files of a packet the texts that its list asks for: the part under a heading, under the title that
 * the list gives. Where one entry names several files, the part is taken from those that have it.
 *
 * @throws OctavoError with the place of every text whose front matter cannot be read or that lacks its heading: a
 * packet with a text missing, or one without its credit, is not to be printed.
 */
export function packetTexts(documents: readonly BookDocument[]): BookDocument[] {
  const unfit: Detail[] = documents.filter(({ manuscript }) => manuscript.entry).flatMap(brokenFrontMatter);
  const texts = documents.flatMap((document): BookDocument[] => {
    const { entry } = document.manuscript;
    if (!entry) return [document];
    const { section } = entry;
    if (section === undefined) return [retitled(document)];
    const part = takeSection(document.tree, section);
    if (part) return [retitled(excerpt(document, part))];
    const others = documents.filter(({ manuscript }) => manuscript.entry === entry);
    const isElsewhere = others.some(({ tree }) => takeSection(tree, section) !== undefined);
    if (!isElsewhere && document === others[0]) unfit.push(missingSection(document, section, others));
    return [];
  });
  const [first, ...rest] = unfit;
  if (first) throw new OctavoError([first, ...rest], EXIT.content);
  return texts;
}

function brokenFrontMatter({ file, manuscript }: BookDocument): Detail[] {
  const broken = file.messages.filter(({ ruleId, fatal }) => ruleId === 'front-matter' && fatal === true);
  return broken.map(({ reason, line, column, note }) => ({
    code: 'front-matter',
    reason,
    place: { path: manuscript.path, line: line ?? 1, column: column ?? 1 },
    ...(note ? { note } : {}),
  }));
}

/** What is known of a text, the nearest source first: the packet's list, the text itself, the book it comes from. */
export function packetCredit({ entry, host }: Manuscript, own: Credit): Credit {
  const { creators, source, rights, date, pages } = entry ?? {};
  const listed = { creators, source, rights, date, pages };
  const ofHost = host && {
    creators: host.creators.length > 0 ? host.creators : undefined,
    source: host.source ?? host.title,
    rights: host.rights,
    date: host.date,
  };
  return Object.fromEntries(
    [...Object.entries(ofHost ?? {}), ...Object.entries(own), ...Object.entries(listed)].filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** The document of a part: its text keeps its lines where they are, with blank ones for what was not taken. */
function excerpt(document: BookDocument, tree: Root): BookDocument {
  const { manuscript, file } = document;
  const kept = keptLines(tree);
  const lines = manuscript.text.split('\n');
  const frontMatter =
    lines[0]?.trimEnd() === '---' ? lines.findIndex((line, i) => i > 0 && /^---\s*$/.test(line)) : -1;
  const text = lines
    .map((line, index) => (index <= frontMatter || kept.has(index + 1) ? line : ''))
    .join('\n');
  const notes = file.data.octavoNotes;
  if (notes)
    file.data.octavoNotes = {
      ...notes,
      unplacedCalls: notes.unplacedCalls.filter(({ place }) => {
        const line = place && ('start' in place ? place.start.line : place.line);
        return line !== undefined && kept.has(line);
      }),
    };
  return { ...document, tree, manuscript: { ...manuscript, text } };
}

function keptLines(tree: Root): Set<number> {
  const lines = new Set<number>();
  for (const { position } of tree.children) {
    if (!position) continue;
    for (let line = position.start.line; line <= position.end.line; line++) lines.add(line);
  }
  return lines;
}

/** The document under the title that the packet's list gives. */
function retitled(document: BookDocument): BookDocument {
  const title = document.manuscript.entry?.title;
  if (title === undefined) return document;
  let done = false;
  const tree = structuredClone(document.tree);
  visit(tree, 'element', (element) => {
    if (done || element.tagName !== 'h1') return;
    // Calls stay: the note is the author's, the words of the title are the list's.
    const calls = element.children.filter(
      (child) => child.type === 'element' && child.properties.role === 'doc-noteref',
    );
    element.children = [{ type: 'text', value: title }, ...calls];
    done = true;
  });
  if (done) return { ...document, tree };
  const heading: Element = {
    type: 'element',
    tagName: 'h1',
    properties: {},
    children: [{ type: 'text', value: title }],
  };
  return { ...document, tree: { ...tree, children: [heading, ...tree.children] } };
}

function missingSection(
  { manuscript }: BookDocument,
  section: string,
  others: readonly BookDocument[],
): Detail {
  const titles = others.flatMap(({ tree }) => sectionTitles(tree));
  const near = nearestName(section, titles);
  return {
    code: 'missing-section',
    reason: `There is no heading “${section}” in ${others.map((other) => other.manuscript.path).join(', ')}`,
    place: { path: manuscript.path, line: 1, column: 1 },
    note: `The packet’s list of texts asks for it. ${near ? `Did you mean “${near}”? ` : ''}${
      titles.length > 0 ? `It has: ${titles.slice(0, 12).join('; ')}.` : 'The text has no headings.'
    }`,
  };
}
