import type { Element } from 'hast';
import type { ThematicBreak } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { classed } from '../element.js';
import { CLASS } from '../vocabulary.js';

/** A break of scene. */
export function thematicBreak(_state: State, node: ThematicBreak): Element {
  return classed(node, 'hr', CLASS.sceneBreak, []);
}
