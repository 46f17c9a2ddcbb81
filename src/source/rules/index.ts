import type { Rule } from '../rule.js';
import { characters } from './characters.js';
import { paragraph } from './paragraph.js';

/**
 * Every rule, in the order in which they run within their stage. A new repair is a file in this folder and a
 * line here. Of the shapes the first that recognises a line takes it, so that the paragraph stands last.
 */
export const RULES: readonly Rule[] = [characters, paragraph];
