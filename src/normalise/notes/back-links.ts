import type { Nodes, Parents } from 'mdast';
import { htmlLink, wordsOf } from './label-links.js';
import { positionAcross } from './place.js';
import type { RemovedText } from './types.js';

const BACK =
  /^(?:(?:[\s↩↑⤴⏎^[\]()«‹←]|\u{fe0e}|\u{fe0f})*|\s*[[(]?(?:back|return|up|top|zurück|retour|назад)\b.{0,30})$/iu;

/** Takes links back to the call out of a note: each edition makes its own. */
export function removeBackLinks(parent: Parents): RemovedText[] {
  const removed: RemovedText[] = [];
  const children = parent.children as Nodes[];
  const kept: Nodes[] = [];
  for (let index = 0; index < children.length; index++) {
    const child = children[index]!;
    const inHtml = htmlLink(children, index);
    const to = inHtml?.to ?? (child.type === 'link' && child.url.startsWith('#') ? index : undefined);
    const text = to === undefined ? '' : wordsOf(children.slice(index, to + 1));
    if (to !== undefined && BACK.test(text)) {
      removed.push({ text, reason: 'back-link', place: positionAcross(child, children[to]) });
      index = to;
      continue;
    }
    if ('children' in child) removed.push(...removeBackLinks(child));
    kept.push(child);
  }
  if (removed.length) {
    const last = kept.at(-1);
    if (last?.type === 'text') last.value = last.value.trimEnd();
    parent.children = kept as typeof parent.children;
  }
  return removed;
}
