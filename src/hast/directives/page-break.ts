import { classed } from '../element.js';
import { CLASS } from '../vocabulary.js';
import type { DirectiveHandler } from './directive-handler.js';

/** What follows begins a new page. */
export const pageBreak: DirectiveHandler = (_state, node) => classed(node, 'div', CLASS.pageBreak, []);
