import type { Element, ElementContent } from 'hast';
import type { Paragraph } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { classed, element } from '../element.js';
import { CLASS } from '../vocabulary.js';
import { bodyOf, commonProperties, type Directive, inline, labelOf } from './directive-handler.js';

/** Columns of white space that make one step of indentation. */
const STEP = 2;

/**
 * Verse: stanzas of lines that keep their indentation. `numbered` (or `numbered=10`) numbers every fifth (tenth)
 * line, from `start` on.
 */
export function verse(state: State, node: Directive): Element {
  const label = labelOf(node);
  const { numbered, start } = node.attributes ?? {};
  const every = numbered === undefined || numbered === null ? 0 : Number(numbered) || 5;
  let number = Number(start ?? 1) || 1;
  const children: ElementContent[] = [];
  if (label) children.push(classed(node, 'p', CLASS.centre, inline(state, label)));
  for (const child of bodyOf(node)) {
    if (child.type !== 'paragraph') {
      const made = state.one(child, node);
      if (made) children.push(...[made].flat());
      continue;
    }
    const lines = linesOf(state, child);
    const indents = child.data?.indents ?? [];
    const least = Math.min(...lines.map((_, index) => indents[index] ?? 0));
    const spans = lines.map((line, index) => {
      const indent = Math.round(((indents[index] ?? 0) - least) / STEP);
      const shown = every > 0 && number % every === 0;
      const properties = {
        ...(indent > 0 ? { dataIndent: String(indent) } : {}),
        ...(shown ? { dataNumber: String(number) } : {}),
      };
      number += 1;
      return classed(child, 'span', CLASS.line, line, properties);
    });
    children.push(classed(child, 'p', CLASS.stanza, withBreaks(spans)));
  }
  const properties = { ...commonProperties(node, CLASS.verse), ...(every > 0 ? { dataNumbered: '' } : {}) };
  return element(node, 'div', properties, children);
}

function withBreaks(lines: readonly Element[]): ElementContent[] {
  return lines.flatMap((line, index): ElementContent[] =>
    index === 0 ? [line] : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, line],
  );
}

/** Splits running text at its line ends, also where they stand inside emphasis. */
function linesOf(state: State, paragraph: Paragraph): ElementContent[][] {
  return split(state.all(paragraph));
}

function split(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  let afterBreak = false;
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') {
      lines.push([]);
      afterBreak = true;
      continue;
    }
    const parts = node.type === 'text' ? splitText(node.value, afterBreak) : splitElement(node);
    afterBreak = false;
    for (const [index, part] of parts.entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)!.push(...part);
    }
  }
  return lines;
}

/** mdast-util-to-hast puts a line end after each `br`, which is no second line. */
function splitText(value: string, afterBreak: boolean): ElementContent[][] {
  return (afterBreak ? value.replace(/^\n/, '') : value)
    .split('\n')
    .map((line) => (line === '' ? [] : [{ type: 'text', value: line }]));
}

function splitElement(node: ElementContent): ElementContent[][] {
  if (node.type !== 'element') return [[node]];
  const parts = split(node.children);
  return parts.length === 1 ? [[node]] : parts.map((children) => [{ ...node, children }]);
}
