import type { Element, Parents, Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';

/** The notes of a page, found by the addresses that its links point to. */
export interface NoteLinks {
  /** Label of the note that an anchor calls. */
  readonly calls: ReadonlyMap<Element, string>;
  /** Blocks that are notes, with their labels; the blocks of one note follow each other. */
  readonly notes: ReadonlyMap<Element, string>;
  /** Anchors inside notes that only lead back, or print the label. */
  readonly marks: ReadonlySet<Element>;
}

const BLOCK = /^(?:li|p|dd|dt|div|aside|section|tr|td|blockquote)$/;
const LABEL = /^[\s[({]*([0-9]{1,4}|[a-z]{1,4}|[*†‡§¶]{1,4})[\s\])}.:]*$/i;
const BACK = /^[\s[(]*(?:↩|↑|\^|⏎|←|back|return|jump up|↩︎)/i;

interface Anchor {
  readonly element: Element;
  readonly order: number;
  readonly parents: readonly Element[];
  readonly text: string;
}

/**
 * Pairs calls with notes. A call is a link with a short label whose target stands later and begins a block; the
 * target's block is the note. What a page calls its notes does not matter, only where its links lead.
 */
export function findNoteLinks(main: Parents): NoteLinks {
  const anchors: Anchor[] = [];
  const targets = new Map<string, Anchor>();
  let order = 0;
  visitParents(main as Root, 'element', (element, ancestors) => {
    order++;
    const parents = ancestors.filter((one): one is Element => one.type === 'element');
    const { id, name, href } = element.properties;
    const anchor: Anchor = { element, order, parents, text: wordsOf(element).trim() };
    for (const key of [id, name]) if (typeof key === 'string' && !targets.has(key)) targets.set(key, anchor);
    if (element.tagName === 'a' && typeof href === 'string' && href.includes('#')) anchors.push(anchor);
  });

  const calls = new Map<Element, string>();
  const notes = new Map<Element, string>();
  const marks = new Set<Element>();
  const labelOfNote = new Map<Element, string>();
  const used = new Set<string>();
  for (const anchor of anchors) {
    const target = targets.get(fragment(anchor.element));
    if (!target || target.order <= anchor.order) continue;
    const printed = LABEL.exec(anchor.text)?.[1];
    if (!printed) continue;
    const block = blockOf(target);
    if (!block || !opensItsBlock(target, block)) continue;
    let label = labelOfNote.get(block);
    if (label === undefined) {
      // A label that restarts in each chapter must stay apart from its namesakes.
      label = printed;
      for (let again = 2; used.has(label); again++) label = `${printed}-${again}`;
      used.add(label);
      labelOfNote.set(block, label);
      notes.set(block, label);
    }
    calls.set(anchor.element, label);
  }
  for (const anchor of anchors) {
    if (calls.has(anchor.element)) continue;
    const inNote = anchor.parents.some((parent) => notes.has(parent));
    if (!inNote) continue;
    const target = targets.get(fragment(anchor.element));
    if (
      target &&
      target.order < anchor.order &&
      (LABEL.test(anchor.text) || BACK.test(anchor.text) || anchor.text === '')
    ) {
      marks.add(anchor.element);
    }
  }
  return { calls, notes: withFurtherBlocks(notes, main), marks };
}

const fragment = (element: Element) => decode(String(element.properties.href).split('#').at(-1) ?? '');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** The block that the target is, or that it stands at the start of. */
function blockOf(target: Anchor): Element | undefined {
  if (BLOCK.test(target.element.tagName)) return target.element;
  return target.parents.findLast((parent) => BLOCK.test(parent.tagName));
}

function opensItsBlock(target: Anchor, block: Element): boolean {
  if (target.element === block) return wordsOf(block).trim() !== '';
  const before = wordsBefore(block, target.element).trim();
  return before === '' || LABEL.test(before) || BACK.test(before);
}

function wordsBefore(node: Element, stop: Element): string {
  let words = '';
  const walk = (one: Element): boolean => {
    for (const child of one.children) {
      if (child === stop) return true;
      if (child.type === 'text') words += child.value;
      else if (child.type === 'element' && walk(child)) return true;
    }
    return false;
  };
  walk(node);
  return words;
}

function wordsOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child) : ''))
    .join('');
}

/**
 * A paragraph between two notes of a list, with no mark of its own, belongs to the first. Where notes stand among the
 * text, what follows them is text.
 */
function withFurtherBlocks(notes: ReadonlyMap<Element, string>, main: Parents): Map<Element, string> {
  const all = new Map<Element, string>();
  visitParents(main as Root, 'element', (parent) => {
    const children = parent.children.filter((child): child is Element => child.type === 'element');
    const first = children.findIndex((child) => notes.has(child));
    const last = children.findLastIndex((child) => notes.has(child));
    const own = children.filter((child) => notes.has(child)).length;
    const isList = own * 2 >= last - first + 1;
    let label: string | undefined;
    children.forEach((child, index) => {
      const noted = notes.get(child);
      if (noted !== undefined) {
        label = noted;
        all.set(child, noted);
      } else if (
        isList &&
        label !== undefined &&
        index < last &&
        /^(?:p|ul|ol|blockquote|pre|table)$/.test(child.tagName)
      )
        all.set(child, label);
      else if (index > last) label = undefined;
    });
  });
  for (const [block, label] of notes) all.set(block, label);
  return all;
}
