import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { type Anchors, nameOf } from '../hast/ids.js';
import { CLASS } from '../hast/vocabulary.js';
import type { BookDocument } from './document.js';
import type { Title } from './edition.js';
import type { SectionDraft } from './section-draft.js';
import { hasClass, titleOf } from './title-of.js';

/** A section with its anchor. */
export interface NamedSection extends SectionDraft {
  readonly id: string;
}

/** What a link may name: the headings of each file by the words of their titles. */
export type HeadingAnchors = ReadonlyMap<BookDocument, ReadonlyMap<string, string>>;

/** Gives every section, heading and mark its anchor; notes and calls get theirs where they are paired. */
export function assignIds(
  drafts: readonly SectionDraft[],
  anchors: Anchors,
): { sections: NamedSection[]; headings: HeadingAnchors } {
  for (const draft of drafts) claimWritten(draft, anchors);
  const headings = new Map<BookDocument, Map<string, string>>();
  const sections = drafts.map((draft): NamedSection => {
    const { document, heading, title } = draft;
    // A name that the writer gave the title is the section's: file names are made of it.
    const written = heading?.properties.id;
    const id = typeof written === 'string' ? written : anchors.make(title.text || draft.kind);
    if (heading) heading.properties.id = anchors.reserve(`${id}-title`);
    const known = headings.get(document) ?? new Map<string, string>();
    headings.set(document, known);
    remember(known, title, id);
    return { ...draft, id };
  });
  for (const section of sections) nameInner(section, anchors, headings.get(section.document)!);
  return { sections, headings };
}

function claimWritten({ tree, document }: SectionDraft, anchors: Anchors): void {
  visit(tree, 'element', (node) => {
    const { id } = node.properties;
    if (typeof id !== 'string') return;
    const name = anchors.claim(id, node, document.file);
    if (name === undefined) delete node.properties.id;
    else node.properties.id = name;
  });
}

function nameInner(section: NamedSection, anchors: Anchors, known: Map<string, string>): void {
  visit(section.tree, 'element', (node) => {
    if (node === section.heading) return;
    if (/^h[1-6]$/.test(node.tagName)) {
      const title = titleOf(node);
      node.properties.id ??= anchors.make(title.text, section.id);
      remember(known, title, String(node.properties.id));
    } else if (isMark(node)) node.properties.id ??= anchors.make(markName(node), section.id);
  });
}

function isMark(node: Element): boolean {
  return hasClass(node, CLASS.indexMark) || hasClass(node, CLASS.pageMark);
}

function markName({ properties }: Element): string {
  return properties.dataPage === undefined
    ? `index ${String(properties.dataTerm)}`
    : `page ${String(properties.dataPage)}`;
}

/** Every name under which a link may know a heading; of namesakes the second has `-1`, as on the web. */
function remember(known: Map<string, string>, { text, label }: Title, id: string): void {
  const name = nameOf(text);
  let own = name;
  for (let again = 1; known.has(own); again++) own = `${name}-${again}`;
  known.set(own, id);
  for (const words of [text, `${label ?? ''}${text}`]) {
    const loose = looseNameOf(words);
    if (!known.has(loose)) known.set(loose, id);
  }
}

/** The letters alone: every tool that makes anchors of headings has ways of its own with what stands between. */
export function looseNameOf(text: string): string {
  return `=${text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()}`;
}
