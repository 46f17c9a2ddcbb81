import { CLASS } from '../vocabulary.js';
import { block } from './block.js';
import type { DirectiveHandler } from './directive-handler.js';
import { drama } from './drama.js';
import { figure } from './figure.js';
import { indexMark } from './index-mark.js';
import { language } from './language.js';
import { pageBreak } from './page-break.js';
import { pageMark } from './page-mark.js';
import { pageReference } from './page-reference.js';
import { paragraphs } from './paragraphs.js';
import { span } from './span.js';
import { verse } from './verse.js';

/** One handler for each name in markdown/directives/known-directives.ts. */
export const DIRECTIVE_HANDLERS: Readonly<Record<string, DirectiveHandler>> = {
  aside: block('aside', CLASS.sidebar),
  attribution: paragraphs(CLASS.attribution),
  center: paragraphs(CLASS.centre),
  centre: paragraphs(CLASS.centre),
  dateline: paragraphs(CLASS.dateline),
  drama,
  epigraph: block('div', CLASS.epigraph),
  figure,
  flush: paragraphs(CLASS.flush),
  index: indexMark,
  keep: block('div', CLASS.keep),
  lang: language,
  letter: block('div', CLASS.letter),
  'margin-note': block('aside', CLASS.marginNote),
  page: pageReference,
  'page-break': pageBreak,
  'page-mark': pageMark,
  right: paragraphs(CLASS.right),
  salutation: paragraphs(CLASS.salutation),
  sc: span(CLASS.smallCaps),
  signature: paragraphs(CLASS.signature),
  spaced: span(CLASS.letterspaced),
  verse,
};
