import type { Element, ElementContent, Nodes, Properties, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Picture } from '../../../edition/edition.js';
import { indexMarkOf } from '../../../edition/index-entries.js';
import { isSign, signOf } from '../../../edition/note-signs.js';
import { CLASS } from '../../../hast/vocabulary.js';
import { isBox, wrapLooseText } from './boxes.js';
import type { Collected } from './collected.js';
import { FILL } from './fills.js';
import { pictureUrl } from './picture-url.js';
import { lineOf } from './place-of.js';

/** What the conversion of a text must know beside the text. */
export interface Surroundings {
  readonly section: string;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Anchors of the edition: a link to any other place is text. */
  readonly anchors: ReadonlySet<string>;
  /** Notes stand at page feet, or are text at the end of something. */
  readonly notesAtFoot: boolean;
  /** Notes are numbered by the page: their labels are known last. */
  readonly labelsByPage: boolean;
  /** Printed after a link out of the book: the call of the note that names its target. */
  readonly afterLink?: (id: string, target: string) => ElementContent[];
  readonly collected: Collected;
  /** Where calls are collected: the text, or a note at a page foot. */
  readonly calls: string[];
}

/** The text of a section or a note as the page engine takes it. */
export function convertAll(nodes: readonly RootContent[], around: Surroundings): ElementContent[] {
  return nodes.flatMap((node) => convert(node, around));
}

function convert(node: Nodes, around: Surroundings): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replaceAll('\u00AD', '') }];
  if (node.type !== 'element') return [];
  for (const [applies, handle] of HANDLERS) if (applies(node)) return handle(node, around);
  return [plain(node, around)];
}

/** Its attributes say how wide a space is; those of HTML are left to the style. */
const MATHML = /^m(?!ain$|ark$)[a-z]+$/;

type Handler = (element: Element, around: Surroundings) => ElementContent[];

const HANDLERS: readonly [(element: Element) => boolean, Handler][] = [
  [hasClass(CLASS.noteCall), noteCall],
  [hasClass(CLASS.pageRef), pageRef],
  [hasClass(CLASS.indexMark), indexMark],
  [hasClass(CLASS.pageMark), (element) => [h('span', { id: element.properties.id })]],
  [(element) => element.tagName === 'a', link],
  [(element) => element.tagName === 'img', picture],
  [(element) => element.tagName === 'figure', figure],
  [(element) => element.tagName === 'hr', sceneBreak],
  [(element) => element.tagName === 'input', taskBox],
  [hasClass(CLASS.marginNote), sideNote],
  [hasClass(CLASS.stanza), stanza],
  // Nothing on paper is a control, and the tags of calls are known by being none in the text.
  [
    (element) => /^(button|select|textarea|option|details|fieldset)$/.test(element.tagName),
    (element, around) => [{ ...plain(element, around), tagName: 'div' }],
  ],
  // A role that the tags of notes are known by must come from a note alone.
  [
    (element) => element.tagName === 'article',
    (element, around) => [{ ...plain(element, around), tagName: 'div' }],
  ],
];

function hasClass(name: string): (element: Element) => boolean {
  return ({ properties: { className } }) => Array.isArray(className) && className.includes(name);
}

function plain(element: Element, around: Surroundings): Element {
  const { tagName } = element;
  const children = wrapLooseText(convertAll(element.children, around), tagName);
  return { type: 'element', tagName, properties: properties(element), children };
}

function properties(element: Element): Properties {
  if (MATHML.test(element.tagName)) return element.properties;
  const { role, width, align, ...rest } = element.properties;
  const styles: string[] = [];
  if (align && /^(t[dh])$/.test(element.tagName)) styles.push(`text-align:${align}`);
  if (rest.dataWidth) styles.push(`--width:${rest.dataWidth}`);
  if (rest.dataIndent) styles.push(`--indent:${rest.dataIndent}`);
  return {
    ...rest,
    ...(styles.length ? { style: styles.join(';') } : {}),
    ...(isBox(element) ? lineOf(element) : {}),
  };
}

function noteCall(element: Element, around: Surroundings): ElementContent[] {
  const id = String(element.properties.id);
  const note = String(element.properties.dataNote);
  around.calls.push(id);
  around.collected.noteOf.set(id, note);
  return [callOf(id, note, textOf(element), around)];
}

/** The call of a note, as the engine knows it. */
export function callOf(
  id: string,
  note: string,
  label: string,
  around: Pick<Surroundings, 'notesAtFoot' | 'labelsByPage'>,
): Element {
  const name = isSign(label) ? 'a.note-call.sign' : 'a.note-call';
  if (!around.notesAtFoot) return h(name, { id, href: `#${note}`, role: 'doc-noteref' }, label);
  if (!around.labelsByPage) return h(name, { id, dataNote: note, role: 'button' }, label);
  return h(name, { id, dataNote: note, role: 'button', dataFill: FILL.label(note) }, placeholderOf(label));
}

/** What stands for the label of a note until its page is known: few pages have more than nine. */
export const placeholderOf = (label: string): string =>
  /^\d+$/.test(label) ? '0' : isSign(label) ? signOf(1) : label;

function pageRef(element: Element, { anchors }: Surroundings): ElementContent[] {
  const target = String(element.properties.href ?? '').slice(1);
  if (!anchors.has(target)) return [{ type: 'text', value: textOf(element) }];
  return [h('a.page-ref', { href: `#${target}`, dataFill: FILL.page(target) }, '00')];
}

function indexMark(element: Element, around: Surroundings): ElementContent[] {
  const mark = indexMarkOf(element);
  around.collected.indexMarks.push(mark);
  return [h('span.index-mark', { id: mark.id }, convertAll(element.children, around))];
}

function link(element: Element, around: Surroundings): ElementContent[] {
  const href = String(element.properties.href ?? '');
  const children = convertAll(element.children, around);
  if (href.startsWith('#')) {
    return around.anchors.has(href.slice(1))
      ? [{ ...plain(element, around), children }]
      : [h('span', children)];
  }
  if (!/^(https?|mailto|doi|tel):/i.test(href)) return [h('span', children)];
  const { collected } = around;
  const id = String(element.properties.id ?? `${around.section}--link${collected.links.length + 1}`);
  collected.links.push({ id, target: href });
  const isItsTarget = textOf(element).replace(/^mailto:/, '') === href.replace(/^mailto:/, '');
  const after = isItsTarget ? [] : (around.afterLink?.(id, href) ?? []);
  return [h('a', { id, href }, children), ...after];
}

function picture(element: Element, { pictures }: Surroundings): ElementContent[] {
  const found = pictures.get(String(element.properties.src));
  if (!found) return [{ type: 'text', value: String(element.properties.alt ?? '') }];
  return [
    h('img', {
      src: pictureUrl(found.file),
      alt: element.properties.alt ?? '',
      width: found.width,
      height: found.height,
      ...lineOf(element),
    }),
  ];
}

function figure(element: Element, around: Surroundings): ElementContent[] {
  const converted = plain(element, around);
  const caption = converted.children.find(
    (child) => child.type === 'element' && child.tagName === 'figcaption',
  );
  if (caption?.type !== 'element') return [converted];
  const { captioned } = around.collected;
  const id = String(element.properties.id ?? `${around.section}--figure${captioned.length + 1}`);
  const isTable = hasClass('table')(element);
  captioned.push({ id, kind: isTable ? 'table' : 'figure', caption: caption.children });
  return [{ ...converted, properties: { ...converted.properties, id } }];
}

function sceneBreak(element: Element): ElementContent[] {
  return [h('p.scene-break', lineOf(element), '* * *')];
}

/** The box of a task, drawn: a text font has no such sign. */
function taskBox(element: Element): ElementContent[] {
  return [h('span.task-box', { className: element.properties.checked ? ['done'] : [] })];
}

/** A note for the margin stands before its paragraph, on the same page: most margins are too narrow for words. */
function sideNote(element: Element, around: Surroundings): ElementContent[] {
  const { children, properties } = plain(element, around);
  return [h('div.side-note', { ...lineOf(element), id: properties.id, dataLeads: '' }, children)];
}

/** Longer stanzas may be divided between pages. */
const WHOLE_STANZA = 8;

/** Lines of verse as boxes of their own: a page then ends between two of them, and a short stanza stays whole. */
function stanza(element: Element, around: Surroundings): ElementContent[] {
  const { children, properties } = plain(element, around);
  const lines = children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName !== 'span') return [];
    return [{ ...child, tagName: 'p', properties: { ...child.properties, ...lineOf(element) } }];
  });
  const keep = lines.length <= WHOLE_STANZA ? [CLASS.keep] : [];
  return [{ ...h('div', lines), properties: { ...properties, className: [CLASS.stanza, ...keep] } }];
}
