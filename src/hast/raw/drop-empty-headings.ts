import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { CLASS } from '../vocabulary.js';

/**
 * Takes out headings without words, which no contents can name. What else they hold (a picture, a mark, a call)
 * stays as a paragraph, and an anchor stays where it is.
 */
export function dropEmptyHeadings(tree: Root, file: VFile): void {
  visitParents(tree, 'element', (heading, ancestors) => {
    if (!/^h[1-6]$/.test(heading.tagName) || heading.children.some(hasWords)) return undefined;
    const parent = ancestors.at(-1)!;
    const index = parent.children.indexOf(heading);
    tell(file, {
      severity: 'warning',
      code: 'empty-heading',
      reason: 'Unexpected heading without words, removed',
      place: heading.position ?? ancestors.findLast((node) => node.position)?.position,
      ancestors: [...ancestors, heading],
      note: 'Write its title. What stands below it now belongs to the heading before.',
    });
    const rest = remainder(heading);
    parent.children.splice(index, 1, ...rest);
    return [SKIP, index + rest.length];
  });
}

function remainder({ properties: { id }, children, position }: Element): Element[] {
  const isIdle = children.every(isBlank);
  if (isIdle && id === undefined) return [];
  return [
    {
      type: 'element',
      tagName: isIdle ? 'div' : 'p',
      properties: id === undefined ? {} : { id },
      children: isIdle ? [] : children,
      ...(position ? { position } : {}),
    },
  ];
}

function isBlank(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'comment' || (node.type === 'element' && node.tagName === 'br');
}

/** Words that a title is made of: calls and page marks are none, the description of a picture is. */
function hasWords(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type !== 'element') return false;
  const { alt, className } = node.properties;
  if (node.tagName === 'img') return String(alt ?? '').trim() !== '';
  const isMark =
    Array.isArray(className) && (className.includes(CLASS.noteCall) || className.includes(CLASS.pageMark));
  return !isMark && node.children.some(hasWords);
}
