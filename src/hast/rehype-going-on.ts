import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { CLASS } from './vocabulary.js';

/** What a sentence may have in its midst: it goes on below. */
const INSIDE = new Set(['blockquote', 'ul', 'ol', 'pre', 'table', 'figure']);
const INSIDE_CLASSES: ReadonlySet<unknown> = new Set([
  CLASS.verse,
  CLASS.equation,
  CLASS.letter,
  CLASS.drama,
]);
/** A name in code or a formula at the beginning is no word in small letters. */
const NO_WORDS = new Set(['code', 'kbd', 'samp', 'math']);

/**
 * A paragraph after a quotation, a formula, a list, a table or code that begins with a small letter is no new one: the sentence
 * before goes on, so it has no indent.
 */
export function rehypeGoingOn() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'p' || node.properties.className !== undefined || !parent || !index) return;
      const before = parent.children.slice(0, index).findLast((child) => child.type === 'element');
      if (before?.type !== 'element' || !isInside(before)) return;
      if (/^\p{Ll}/u.test(firstWords(node) ?? '')) node.properties.className = [CLASS.flush];
    });
  };
}

function isInside({ tagName, properties: { className } }: Element): boolean {
  return (
    INSIDE.has(tagName) || (Array.isArray(className) && className.some((name) => INSIDE_CLASSES.has(name)))
  );
}

/** The first text in an element that is not white. */
function firstWords(element: Element): string | undefined {
  for (const child of element.children) {
    if (child.type === 'text' && child.value.trim()) return child.value.trimStart();
    if (child.type !== 'element') continue;
    const words = NO_WORDS.has(child.tagName) ? '' : firstWords(child);
    if (words !== undefined) return words;
  }
  return undefined;
}
