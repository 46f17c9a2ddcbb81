import type { Element, ElementContent, Properties } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { isSign } from '../../edition/note-signs.js';
import { CLASS } from '../../hast/vocabulary.js';
import { fit } from './fit.js';
import { convertMath } from './math.js';
import type { PageMarker } from './page-marks.js';
import { wellFormed } from './well-formed.js';

/** What the conversion of a text may look up. */
export interface Lookups {
  /** Path of a picture inside the EPUB, by the `src` of the hast; undefined for one that is not there. */
  picture(
    source: string,
  ): { readonly href: string; readonly width: number; readonly height: number } | undefined;
  /** Title of what an anchor stands for. */
  titleOf(id: string): string | undefined;
  /** Whether the edition has the anchor. */
  hasAnchor(id: string): boolean;
  /** Told of a link that leads nowhere; its words stay. */
  deadLink(node: Element): void;
  /** Keep the marks of the source's pages as page breaks. */
  readonly sourcePages: boolean;
  /** Told of each source page kept, to give it an entry in the page-list. */
  sourcePage(id: string, label: string): Element;
}

interface State {
  readonly lookups: Lookups;
  readonly marker: PageMarker;
}

/** Copies the hast of a section or a note into what an EPUB may hold, with the markers of pages in their places. */
export function convert(
  nodes: readonly ElementContent[],
  marker: PageMarker,
  lookups: Lookups,
): ElementContent[] {
  return fit(copyAll(nodes, { lookups, marker }));
}

type Handler = (node: Element, state: State) => ElementContent[];

/** Elements that take more than a copy, by name and class. */
const BY_CLASS: Readonly<Record<string, Handler>> = {
  [`a.${CLASS.noteCall}`]: noteCall,
  [`a.${CLASS.pageRef}`]: pageRef,
  [`span.${CLASS.pageMark}`]: pageMark,
  [`div.${CLASS.pageBreak}`]: () => [],
  [`span.${CLASS.line}`]: verseLine,
};

/** And by name. */
const BY_NAME: Readonly<Record<string, Handler>> = {
  a: link,
  img: picture,
  math: formula,
  input: checkbox,
  aside,
  figure,
  table,
  th: cell,
  td: cell,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
};

/** Their content is no text of the book. */
export const DROPPED: ReadonlySet<string> = new Set(['script', 'style', 'template']);

function copyAll(nodes: readonly ElementContent[], state: State): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text')
      return state.marker
        .text(wellFormed(node.value))
        .map((piece) => (typeof piece === 'string' ? { type: 'text', value: piece } : piece));
    return node.type === 'element' ? copyElement(node, state) : [];
  });
}

function copyElement(node: Element, state: State): ElementContent[] {
  if (DROPPED.has(node.tagName)) return [];
  // What print adds to the text is not counted where its pages begin.
  if ('dataAdded' in node.properties && state.marker !== SILENT)
    return copyElement(node, { ...state, marker: SILENT });
  const handler =
    classes(node)
      .map((name) => BY_CLASS[`${node.tagName}.${name}`])
      .find(Boolean) ?? BY_NAME[node.tagName];
  return handler ? handler(node, state) : copy(node, state);
}

function copy(node: Element, state: State, properties = keep(node)): ElementContent[] {
  return [{ type: 'element', tagName: node.tagName, properties, children: copyAll(node.children, state) }];
}

function heading(node: Element, state: State): ElementContent[] {
  return [...state.marker.here(), ...copy(node, state)];
}

function noteCall(node: Element, state: State): ElementContent[] {
  const label = textOf(node);
  const marks = state.marker.here();
  state.marker.skip(label);
  const { id, href } = node.properties;
  const className = [CLASS.noteCall, ...(isSign(label) ? ['sign'] : [])];
  const properties = { id, href, className, 'epub:type': 'noteref', role: 'doc-noteref' };
  return [
    ...marks,
    { type: 'element', tagName: 'a', properties, children: [{ type: 'text', value: wellFormed(label) }] },
  ];
}

function pageRef(node: Element, state: State): ElementContent[] {
  const target = String(node.properties.href ?? '').slice(1);
  const title = state.lookups.titleOf(target) ?? textOf(node);
  state.marker.skip(textOf(node));
  return link({ ...node, children: [{ type: 'text', value: title }] }, { ...state, marker: SILENT });
}
const SILENT = {
  here: () => [],
  text: (value: string) => [value],
  skip: () => undefined,
} as unknown as PageMarker;

function pageMark(node: Element, state: State): ElementContent[] {
  const id = String(node.properties.id ?? '');
  if (state.lookups.sourcePages)
    return [state.lookups.sourcePage(id, String(node.properties.dataPage ?? textOf(node)))];
  return [{ type: 'element', tagName: 'span', properties: { id }, children: [] }];
}

function verseLine(node: Element, state: State): ElementContent[] {
  const { dataIndent, dataNumber } = node.properties;
  const indent = Number(dataIndent ?? 0);
  const properties = keep(node);
  if (indent > 0) properties.className = [...classes(node), `indent-${Math.min(indent, 12)}`];
  if (dataNumber !== undefined) properties.dataNumber = dataNumber;
  return copy(node, state, properties);
}

/** A link inside the book needs its anchor; one to the outside a scheme that every reader may open. */
function link(node: Element, state: State): ElementContent[] {
  const href = typeof node.properties.href === 'string' ? node.properties.href : undefined;
  const good =
    href !== undefined &&
    (href.startsWith('#')
      ? state.lookups.hasAnchor(decode(href.slice(1)))
      : /^(https?:\/\/[^\s/]|mailto:)/i.test(href));
  if (href !== undefined && !good) state.lookups.deadLink(node);
  if (!good) return copy({ ...node, tagName: 'span' }, state, keep({ ...node, tagName: 'span' }));
  const properties: Properties = {
    ...keep(node),
    href: href.startsWith('#') ? `#${decode(href.slice(1))}` : encodeHref(href),
  };
  if (textOf(node).trim() === '' && !hasPicture(node)) {
    const words = href.startsWith('#') ? state.lookups.titleOf(decode(href.slice(1))) : undefined;
    // Nobody can follow what has no words: the address stands for them.
    properties.className = [...classes(node), 'link-address'];
    const value = words || href.replace(/^(#|https?:\/\/|mailto:)/i, '');
    return [
      ...state.marker.here(),
      { type: 'element', tagName: 'a', properties, children: [{ type: 'text', value }] },
    ];
  }
  return copy(node, state, properties);
}

function picture(node: Element, state: State): ElementContent[] {
  const source = String(node.properties.src ?? '');
  const found = state.lookups.picture(source);
  const alt = typeof node.properties.alt === 'string' ? wellFormed(node.properties.alt) : '';
  if (!found) return alt ? [{ type: 'text', value: alt }] : [];
  const decorative = classes(node).includes('decorative');
  const properties: Properties = { ...keep(node), src: found.href, alt: decorative ? '' : alt };
  if (decorative) properties.role = 'presentation';
  const width = percentage(node);
  if (width) properties.className = [...classes(node), `width-${width}`];
  return [{ type: 'element', tagName: 'img', properties, children: [] }];
}

/** A remark, and no landmark of the page: there may be many. */
function aside(node: Element, state: State): ElementContent[] {
  return copy(node, state, { ...keep(node), role: 'note' });
}

function figure(node: Element, state: State): ElementContent[] {
  const properties = keep(node);
  const width = percentage(node);
  if (width) properties.className = [...classes(node), `width-${width}`];
  if (!classes(node).includes('decorative')) return copy(node, state, properties);
  const children = node.children.map((child) =>
    child.type === 'element' && child.tagName === 'img'
      ? { ...child, properties: { ...child.properties, className: [...classes(child), 'decorative'] } }
      : child,
  );
  return copy({ ...node, children }, state, properties);
}

function formula(node: Element, state: State): ElementContent[] {
  const marks = state.marker.here();
  const math = convertMath(node);
  state.marker.skip(textOf(node));
  return textOf(math).trim() === '' ? marks : [...marks, math];
}

function checkbox(node: Element): ElementContent[] {
  const value = node.properties.checked ? '☑' : '☐';
  return [
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['checkbox'] },
      children: [{ type: 'text', value }],
    },
  ];
}

/**
 * Headers get their scope; a table with one row of heads the labels with which it falls into rows where a column is
 * too narrow for its words. A box round it tells its style how wide that column is.
 */
function table(node: Element, state: State): ElementContent[] {
  const labels = columnLabels(node);
  const properties = keep(node);
  const fits = labels.length > 1 ? [`fits-${narrowest(node)}`] : ['as-it-is'];
  properties.className = [...classes(node), ...fits];
  const children = copy(labels.length > 1 ? labelled(node, labels) : node, state, properties);
  return [{ type: 'element', tagName: 'div', properties: { className: ['table-box'] }, children }];
}

/** Widths of a letter and of the white between two columns, in em of the text, rather too wide. */
const LETTER = 0.42;
const LETTER_OF_CODE = 0.5;
const COLUMN_GAP = 0.9;

/** In how many em a table can stand without breaking a word, as an even number. */
function narrowest(node: Element): number {
  const longest: number[] = [];
  for (const row of rowsOf(node))
    for (const [i, cell] of elements(row).entries())
      for (const word of textOf(cell).split(/\s+/))
        longest[i] = Math.max(longest[i] ?? 0, word.length * (hasCode(cell) ? LETTER_OF_CODE : LETTER));
  const width = longest.reduce((sum, word) => sum + word + COLUMN_GAP, 0);
  return 2 * Math.ceil(width / 2);
}

function hasCode(node: Element): boolean {
  return node.tagName === 'code' || elements(node).some(hasCode);
}

function rowsOf(node: Element): Element[] {
  return node.tagName === 'tr' ? [node] : elements(node).flatMap(rowsOf);
}

function columnLabels(node: Element): string[] {
  const head = elements(node).find((child) => child.tagName === 'thead');
  const rows = head ? elements(head) : [];
  if (rows.length !== 1) return [];
  const spans = JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value));
  if (/"(col|row)Span":/.test(spans)) return [];
  return elements(rows[0]!).map((cell) => textOf(cell).trim());
}

function labelled(node: Element, labels: readonly string[]): Element {
  const children = node.children.map((child): ElementContent => {
    if (child.type !== 'element' || child.tagName === 'thead') return child;
    if (child.tagName !== 'tr') return labelled(child, labels);
    const cells = elements(child);
    return {
      ...child,
      children: child.children.map((cell): ElementContent => {
        const label = cell.type === 'element' ? labels[cells.indexOf(cell)] : undefined;
        return cell.type === 'element' && label
          ? { ...cell, properties: { ...cell.properties, dataLabel: label } }
          : cell;
      }),
    };
  });
  return { ...node, children };
}

function cell(given: Element, state: State): ElementContent[] {
  // What heads nothing is no header.
  const isEmpty = textOf(given).trim() === '' && !hasPicture(given);
  const node = isEmpty ? { ...given, tagName: 'td' } : given;
  const properties = keep(node);
  const { align, dataLabel } = node.properties;
  if (typeof align === 'string' && /^(left|center|right)$/.test(align))
    properties.className = [...classes(node), `align-${align}`];
  if (node.tagName === 'th') properties.scope ??= dataLabel === undefined ? 'col' : 'row';
  if (dataLabel !== undefined) properties.dataLabel = dataLabel;
  return copy(node, state, properties);
}

/** What a copy takes over; what may stand where is settled when the whole is fitted. */
const KEPT =
  /^(id|className|dir|title|ariaLabel|start|reversed|type|value|colSpan|rowSpan|span|scope|cite|dateTime|open|alt)$/;

function keep(node: Element): Properties {
  const kept: Record<string, Properties[string]> = {};
  for (const [name, value] of Object.entries(node.properties)) {
    if (name === 'lang' || name === 'xmlLang') Object.assign(kept, { lang: value, xmlLang: value });
    else if (KEPT.test(name)) kept[name] = typeof value === 'string' ? wellFormed(value) : value;
  }
  return kept;
}

export function classes(node: Element): string[] {
  const { className } = node.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

function hasPicture(node: Element): boolean {
  return elements(node).some(
    (child) => child.tagName === 'img' || child.tagName === 'math' || hasPicture(child),
  );
}

function elements(node: Element): Element[] {
  return node.children.filter((child) => child.type === 'element');
}

function percentage(node: Element): number | undefined {
  const width = Number.parseFloat(String(node.properties.dataWidth ?? ''));
  return width > 0 && width < 100 ? Math.round(width) : undefined;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}

function encodeHref(href: string): string {
  return href.replace(/[\s<>"{}|\\^`\u0000-\u001f]/g, (character) => encodeURIComponent(character));
}
