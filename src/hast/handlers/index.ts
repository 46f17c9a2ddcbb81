import type { Handlers } from 'mdast-util-to-hast';
import { defListHastHandlers } from 'remark-definition-list';
import { directive } from './directive.js';
import { footnoteDefinition } from './footnote-definition.js';
import { footnoteReference } from './footnote-reference.js';
import { heading } from './heading.js';
import { image, imageReference } from './image.js';
import { inlineMath, math } from './math.js';
import { paragraph } from './paragraph.js';
import { thematicBreak } from './thematic-break.js';

/** How each node of a normalised tree becomes HTML; nodes not named here are as mdast-util-to-hast has them. */
export const handlers: Handlers = {
  ...defListHastHandlers,
  containerDirective: directive,
  footnoteDefinition,
  footnoteReference,
  heading,
  image,
  imageReference,
  inlineMath,
  leafDirective: directive,
  math,
  paragraph,
  textDirective: directive,
  thematicBreak,
};
