import type { Element } from 'hast';
import { h } from 'hastscript';
import type { OutwardLink } from './collected.js';
import { FILL } from './fills.js';

/** The targets of links as a list, each with the pages that it is linked from. */
export function linkList(links: readonly OutwardLink[]): Element[] {
  const seen = new Set<string>();
  return links.flatMap(({ id, target }) => {
    if (seen.has(target)) return [];
    seen.add(target);
    return [
      h('p.link-target', [
        h('span.link-page', { dataFill: FILL.page(id) }, '000'),
        ' ',
        h('a', { href: target }, target),
      ]),
    ];
  });
}

/** Calls of notes made of link targets: letters, so that the numbers of the author's own notes stay theirs. */
export function letterLabel(index: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const rest = Math.floor(index / letters.length);
  return (rest ? letterLabel(rest - 1) : '') + letters[index % letters.length];
}
