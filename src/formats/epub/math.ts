import type { Element, ElementContent, Properties } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { wellFormed } from './well-formed.js';

/** Presentation MathML as MathML Core has it, with the number of children where it is fixed. */
export const MATHML: Readonly<Record<string, number | undefined>> = {
  math: undefined,
  mrow: undefined,
  mi: undefined,
  mn: undefined,
  mo: undefined,
  ms: undefined,
  mtext: undefined,
  mspace: 0,
  mfrac: 2,
  msqrt: undefined,
  mroot: 2,
  mstyle: undefined,
  merror: undefined,
  mpadded: undefined,
  mphantom: undefined,
  msub: 2,
  msup: 2,
  msubsup: 3,
  munder: 2,
  mover: 2,
  munderover: 3,
  mmultiscripts: undefined,
  mprescripts: 0,
  mtable: undefined,
  mtr: undefined,
  mtd: undefined,
  menclose: undefined,
};

export const MATHML_ATTRIBUTES: ReadonlySet<string> = new Set([
  'accent',
  'accentunder',
  'columnalign',
  'columnlines',
  'columnspacing',
  'columnspan',
  'depth',
  'display',
  'displaystyle',
  'fence',
  'form',
  'frame',
  'height',
  'largeop',
  'linethickness',
  'lspace',
  'mathbackground',
  'mathvariant',
  'maxsize',
  'minsize',
  'movablelimits',
  'notation',
  'rowalign',
  'rowlines',
  'rowspacing',
  'rowspan',
  'rspace',
  'scriptlevel',
  'separator',
  'stretchy',
  'style',
  'symmetric',
  'voffset',
  'width',
]);

/** Elements that hold words and no further elements. */
export const MATHML_TOKENS: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);

/** Copies a formula into presentation MathML alone; the `alttext`, which has the TeX, is what a voice reads. */
export function convertMath(node: Element): Element {
  const { alttext, display, id } = node.properties;
  const properties: Properties = { display: display === 'block' ? 'block' : 'inline' };
  if (id) properties.id = id;
  properties.alttext =
    typeof alttext === 'string' && alttext.trim() !== '' ? wellFormed(alttext) : wellFormed(textOf(node));
  return { type: 'element', tagName: 'math', properties, children: node.children.flatMap(copy).map(asToken) };
}

/** Bare words in a formula stand in an element for words. */
function asToken(node: ElementContent): ElementContent {
  return node.type === 'text'
    ? { type: 'element', tagName: 'mtext', properties: {}, children: [node] }
    : node;
}

function copy(node: ElementContent): ElementContent[] {
  if (node.type === 'text')
    return node.value.trim() === '' ? [] : [{ type: 'text', value: wellFormed(node.value) }];
  if (node.type !== 'element') return [];
  if (node.tagName === 'semantics') return node.children.slice(0, 1).flatMap(copy);
  if (node.tagName.startsWith('annotation')) return [];
  if (!(node.tagName in MATHML)) return node.children.flatMap(copy);
  const properties: Properties = {};
  for (const [name, value] of Object.entries(node.properties))
    if (MATHML_ATTRIBUTES.has(name.toLowerCase()) && value !== null && value !== undefined)
      properties[name.toLowerCase()] = value === true ? 'true' : value === false ? 'false' : value;
  const children = MATHML_TOKENS.has(node.tagName)
    ? [{ type: 'text' as const, value: wellFormed(textOf(node)) }]
    : node.children.flatMap(copy).map(asToken);
  // A fraction of three parts is none: its parts stand in a row.
  const count = MATHML[node.tagName];
  const tagName = count === undefined || count === children.length ? node.tagName : 'mrow';
  return [{ type: 'element', tagName, properties: tagName === node.tagName ? properties : {}, children }];
}
