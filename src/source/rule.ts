import type { Block } from './block.js';
import type { RuleLog } from './cleaning-log.js';
import type { Layout } from './layout.js';
import type { Lexicon } from './lexicon.js';
import type { Line } from './line.js';
import type { MappedText } from './mapped-text.js';
import type { Metadata } from './metadata.js';
import type { Label } from './notes/label.js';
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
  /** Notes that stood in the middle of the text, with their lines; to be read when the text has been. */
  readonly notes: LooseNote[];
  /** Words and forms of the text, and what is known of its language. */
  readonly lexicon: Lexicon;
  /** The text is our own result: whatever needs guessing has been guessed, and perhaps mended by a person since. */
  readonly cleaned: boolean;
  /** True where the profile forces the rule: it then needs no evidence that it applies. */
  readonly forced: boolean;
}

/** The lines of a note that was taken out of the text; the first begins with its marker. */
export interface LooseNote {
  readonly label: Label;
  readonly marker: MappedText;
  readonly lines: Line[];
}

/** Repairs characters; the first to run. */
export interface CharacterRule {
  readonly stage: 'characters';
  readonly name: string;
  readonly guesses?: boolean;
  apply(text: MappedText, context: RuleContext): MappedText;
}

/** Takes out or marks whole lines, while pages and blank lines are still there as evidence. */
export interface LineRule {
  readonly stage: 'lines';
  readonly name: string;
  /** Goes by likelihood: does not run on our own result. */
  readonly guesses?: boolean;
  apply(lines: readonly Line[], context: RuleContext): readonly Line[];
}

/** Recognises one kind of block at a line. The first of the table that does takes the lines. */
export interface ShapeRule {
  readonly stage: 'shapes';
  readonly name: string;
  readonly guesses?: boolean;
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
  /** Reads lines as blocks of their own: the inside of a quotation, set in by so many columns. */
  readBlocks(lines: readonly Line[], inset?: number): Block[];
  /** Whether a rule above the paragraph takes the line. */
  isShaped(at: number): boolean;
  /** Whether one of the named rules, if it stands above the asking one, recognises the line. */
  isShapedBy(at: number, names: readonly string[]): boolean;
}

/** Works on the blocks of the whole text: levels of headings, notes and their calls. */
export interface BlockRule {
  readonly stage: 'blocks';
  readonly name: string;
  readonly guesses?: boolean;
  apply(blocks: readonly Block[], context: RuleContext): readonly Block[];
}

/** Works on the words of every block but those kept as they are: emphasis, dashes. */
export interface WordRule {
  readonly stage: 'words';
  readonly name: string;
  readonly guesses?: boolean;
  apply(text: MappedText, context: RuleContext): MappedText;
}

export type Rule = CharacterRule | LineRule | ShapeRule | BlockRule | WordRule;
