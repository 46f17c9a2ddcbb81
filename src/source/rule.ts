import type { Block } from './block.js';
import type { RuleLog } from './cleaning-log.js';
import type { Layout } from './layout.js';
import type { Line } from './line.js';
import type { MappedText } from './mapped-text.js';
import type { Metadata } from './metadata.js';
import type { Profile } from './profile.js';
import type { SourceText } from './source-text.js';

/** What a rule may know beside its input. */
export interface RuleContext {
  readonly source: SourceText;
  readonly profile: Profile;
  /** Bound to the name of the rule. */
  readonly log: RuleLog;
  /** Whether marks such as `*` and `#` are Markdown or characters of the text. */
  readonly dialect: 'plain' | 'markdown';
  /** What was found about the text as a work; rules add to it. */
  readonly metadata: Metadata;
  /** True where the profile forces the rule: it then needs no evidence that it applies. */
  readonly forced: boolean;
}

/** Repairs characters; the first to run. */
export interface CharacterRule {
  readonly stage: 'characters';
  readonly name: string;
  apply(text: MappedText, context: RuleContext): MappedText;
}

/** Takes out or marks whole lines, while pages and blank lines are still there as evidence. */
export interface LineRule {
  readonly stage: 'lines';
  readonly name: string;
  apply(lines: readonly Line[], context: RuleContext): readonly Line[];
}

/** Recognises one kind of block at a line. The first of the table that does takes the lines. */
export interface ShapeRule {
  readonly stage: 'shapes';
  readonly name: string;
  recognise(at: number, reader: ShapeReader): Shape | undefined;
}

/** Blocks and the line after them. */
export interface Shape {
  readonly blocks: readonly Block[];
  readonly next: number;
}

export interface ShapeReader extends RuleContext {
  readonly lines: readonly Line[];
  readonly layout: Layout;
  /** Turns the inline Markdown of a text into marks; plain text comes back as it is. */
  inline(text: MappedText): MappedText;
  /** Reads lines as blocks of their own: the inside of a quotation. */
  readBlocks(lines: readonly Line[]): Block[];
  /** Whether a rule above the paragraph takes the line. */
  isShaped(at: number): boolean;
}

/** Works on the blocks of the whole text: levels of headings, notes and their calls. */
export interface BlockRule {
  readonly stage: 'blocks';
  readonly name: string;
  apply(blocks: readonly Block[], context: RuleContext): readonly Block[];
}

/** Works on the words of every block but those kept as they are: emphasis, dashes. */
export interface WordRule {
  readonly stage: 'words';
  readonly name: string;
  apply(text: MappedText, context: RuleContext): MappedText;
}

export type Rule = CharacterRule | LineRule | ShapeRule | BlockRule | WordRule;
