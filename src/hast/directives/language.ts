import { block } from './block.js';
import type { DirectiveHandler } from './directive-handler.js';
import { span } from './span.js';

const box = block('div', '');
const words = span();

/** A passage in another language: `:lang[bon mot]{lang=fr}`, `:::lang{lang=fr}`. */
export const language: DirectiveHandler = (state, node) =>
  node.type === 'textDirective' ? words(state, node) : box(state, node);
