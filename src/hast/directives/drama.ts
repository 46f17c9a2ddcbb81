import type { Element, ElementContent, Text } from 'hast';
import type { Paragraph } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { classed, element } from '../element.js';
import { CLASS } from '../vocabulary.js';
import { bodyOf, commonProperties, type Directive } from './directive-handler.js';

/** A name in capitals or bold at the head of a speech, with its stop: `HALLA.`, `FIRST LORD:`. */
const SPEAKER = /^(\p{Lu}[\p{Lu}\p{M}\d’'. -]*\p{Lu}[\p{Lu}\d]*|\p{Lu})(?=\s*(?:[.:]|\())[.:]?/u;

/**
 * A scene of a play: paragraphs that begin with a name in bold or in capitals are speeches; those wholly in
 * brackets or italics are stage directions.
 */
export function drama(state: State, node: Directive): Element {
  const children = bodyOf(node).flatMap((child): ElementContent[] => {
    if (child.type === 'paragraph') return [speechOrDirection(state, child)];
    const made = state.one(child, node);
    return made ? [made].flat() : [];
  });
  return element(node, 'div', commonProperties(node, CLASS.drama), children);
}

function speechOrDirection(state: State, paragraph: Paragraph): Element {
  const content = state.all(paragraph);
  if (isDirection(content)) return classed(paragraph, 'p', CLASS.stageDirection, content);
  const [first, ...rest] = content;
  if (first?.type === 'element' && first.tagName === 'strong')
    return speech(paragraph, { ...first, tagName: 'span', properties: { className: [CLASS.speaker] } }, rest);
  const name = first?.type === 'text' ? SPEAKER.exec(first.value)?.[0] : undefined;
  if (name === undefined || first?.type !== 'text') return element(paragraph, 'p', {}, content);
  const after: Text = { ...first, value: first.value.slice(name.length) };
  const speaker = classed(paragraph, 'span', CLASS.speaker, [{ type: 'text', value: name }]);
  return speech(paragraph, speaker, [after, ...rest]);
}

function speech(paragraph: Paragraph, speaker: ElementContent, words: ElementContent[]): Element {
  return classed(paragraph, 'p', CLASS.speech, [speaker, ...markDirections(words)]);
}

/** Italics inside brackets are directions to the actor: `(_rising_)`. */
function markDirections(words: readonly ElementContent[]): ElementContent[] {
  return words.map((word, index) => {
    const before = words[index - 1];
    const opens = before?.type === 'text' && /[([]\s*$/.test(before.value);
    return word.type === 'element' && word.tagName === 'em' && opens
      ? { ...word, tagName: 'span', properties: { className: [CLASS.stageDirection] } }
      : word;
  });
}

function isDirection(content: readonly ElementContent[]): boolean {
  const shown = content.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  if (shown.length === 1 && shown[0]?.type === 'element' && shown[0].tagName === 'em') return true;
  const [first] = shown;
  const last = shown.at(-1);
  return (
    first?.type === 'text' &&
    last?.type === 'text' &&
    /^[[(]/.test(first.value) &&
    /[\])]\.?$/.test(last.value)
  );
}
