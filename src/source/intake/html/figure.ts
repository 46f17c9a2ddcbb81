import type { Element, ElementContent, Parents } from 'hast';
import type { Block } from '../../block.js';
import { MARK } from '../../marks.js';
import { type InlineContext, readInlineNodes } from './inline.js';
import { joinWith, unbroken } from './line-breaks.js';
import { all, first } from './main-text.js';
import { INLINE } from './visible-text.js';

type ReadBlocks = (parent: Parents, context: InlineContext) => Block[];
/** What pages call a picture with its caption, and the caption. */
const FIGURE =
  /(?:^|[-_\s])(?:fig(?:ure)?(?:center|left|right)?|illustration|image|thumb(?:inner)?|wp-caption)(?:$|[-_\s])/i;
const CAPTION = /(?:^|[-_\s])(?:caption|figcaption|thumbcaption)(?:$|[-_\s])/i;

/** Whether an element is a figure, by its name or by what pages call one. */
export function isFigure(element: Element, classes: string): boolean {
  return (
    element.tagName === 'figure' ||
    (FIGURE.test(classes) && first(element, ({ tagName }) => tagName === 'img') !== undefined)
  );
}

/** What an element holds, under its caption. */
export function readFigure(element: Element, context: InlineContext, readBlocks: ReadBlocks): Block[] {
  const isCaption = (one: Element) =>
    one.tagName === 'figcaption' || CAPTION.test(String(one.properties.className ?? '').replaceAll(',', ' '));
  const captions = all(element, isCaption).filter(
    (one, _, found) =>
      !found.some((outer) => outer !== one && all(outer, (inner) => inner === one).length > 0),
  );
  const words = captions
    .map((one) => unbroken(readInlineNodes(flattened(one), context)))
    .filter(({ length }) => length > 0);
  const caption = joinWith(words, ' ');
  const rest = readBlocks(withoutElements(element, new Set(captions)), context);
  // A note called from a caption must stay where notes are counted.
  if (words.length === 0 || rest.length === 0 || caption.value.includes(MARK.callOpen))
    return readBlocks(element, context);
  return [{ type: 'container', name: 'figure', attributes: '', label: caption, blocks: rest }];
}

/** Inline content of an element that may hold paragraphs. */
const flattened = (element: Element): ElementContent[] =>
  element.children.flatMap((child): ElementContent[] =>
    child.type === 'element' && !INLINE.has(child.tagName)
      ? [...flattened(child), { type: 'text', value: ' ' }]
      : [child],
  );

/** The element without some inside it; what holds none of them stays the same, for links are known by it. */
function withoutElements(element: Element, gone: ReadonlySet<Element>): Element {
  if (!first(element, (one) => gone.has(one))) return element;
  return {
    ...element,
    children: element.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child];
      return gone.has(child) ? [] : [withoutElements(child, gone)];
    }),
  };
}
