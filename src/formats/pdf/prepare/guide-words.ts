import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { withoutAnchors } from './without-anchors.js';

/**
 * Marks the entries of glossaries and lexica with their words, for running heads: terms of definition lists, and in
 * a glossary also paragraphs that begin with a word in bold.
 */
export function withGuideWords(nodes: readonly ElementContent[], isGlossary: boolean): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'dt') return guided(node, node);
    const [first] = node.children;
    if (isGlossary && node.tagName === 'p' && first?.type === 'element' && first.tagName === 'strong')
      return guided(node, first);
    const holds = /^(dl|div|section|blockquote|aside)$/.test(node.tagName);
    return holds ? { ...node, children: withGuideWords(node.children, isGlossary) } : node;
  });
}

function guided(entry: Element, word: Element): Element {
  const dataGuide = textOf({ ...word, children: withoutAnchors(word.children) })
    .trim()
    .replace(/[.,:;]$/, '');
  return dataGuide ? { ...entry, properties: { ...entry.properties, dataGuide } } : entry;
}
