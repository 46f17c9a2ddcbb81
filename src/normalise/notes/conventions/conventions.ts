import { braced } from './braced.js';
import { bracketed } from './bracketed.js';
import type { Convention } from './convention.js';
import { gfm } from './gfm.js';
import { inline } from './inline.js';
import { linked } from './linked.js';
import { parenthesised } from './parenthesised.js';
import { remark } from './remark.js';
import { starred } from './starred.js';
import { superscript } from './superscript.js';
import { symbols } from './symbols.js';

/**
 * Every way of writing notes that Octavo reads, in the order in which they are tried: marks that can mean nothing
 * else come first, and what one convention took is gone for the next.
 */
export const CONVENTIONS: readonly Convention[] = [
  gfm,
  inline,
  linked,
  starred,
  braced,
  bracketed,
  superscript,
  parenthesised,
  symbols,
  remark,
];
