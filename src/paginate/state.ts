import type { OtherSettings } from './lines/loosen-lines.js';

/** Where a line that the engine has broken ends: the offset of its line feed in a text node. */
export interface LineEnd {
  readonly node: Text;
  readonly offset: number;
  readonly hyphen: boolean;
}

/** How text looks as far as its width is concerned: the same for all text at the same path of elements. */
export interface Face {
  readonly font: string;
  readonly spacing: string;
  readonly caps: string;
  readonly numerals: string;
  readonly features: string;
  /** Margins, borders and paddings of the inline element. */
  readonly before: number;
  readonly after: number;
  /** Whether it can be set by the engine; whether it stands outside the text, so that nothing is to be set. */
  readonly settable: boolean;
  readonly outside: boolean;
  /** Shared by all faces that measure alike. */
  readonly metrics: Metrics;
}

/** Widths in pixels, as they become known. */
export interface Metrics {
  /** Of the digits 0 to 9, where a canvas would draw digits of another style. */
  digits?: readonly number[];
  readonly words: Map<string, number>;
  /** Widths before and after the places where a word may be divided. */
  readonly divided: Map<string, { readonly before: number[]; readonly after: number[] }>;
  /** Of each character after each other one, kerning and ligatures in it; key `before * 65536 + after`. */
  readonly pairs: Map<number, number>;
}

/** A justified paragraph, and what setting it needs to know. */
export interface TextBlock {
  readonly element: HTMLElement;
  readonly path: string;
  readonly measure: number;
  readonly indent: number;
  readonly size: number;
  readonly language: string;
  readonly hyphenate: boolean;
}

/** What the steps inside the page hand on to each other there: what only the page can hold. */
export interface PageState {
  /** Paragraphs still to set. */
  texts: TextBlock[];
  readonly faces: Map<string, Face>;
  readonly metrics: Map<string, Metrics>;
  /** Ends of all lines but the last of blocks that the engine has set. */
  readonly ends: Map<Element, LineEnd[]>;
  /** Paragraphs of the text that could be set in a line more or fewer. */
  readonly others: Map<Element, OtherSettings>;
  /** Hyphens that the engine put into each text node: their offsets, in order. */
  readonly hyphens: Map<Text, number[]>;
  /** Blocks that break into lines, as `measureLines` numbered them. */
  readonly blocks: Element[];
  /** Boxes between two paragraphs, as `measureLines` numbered them. */
  readonly boxes: Element[];
  /** Bottoms of the lines of each of them, from its own top. */
  readonly bottoms: number[][];
  /** Notes, as `measureLines` numbered them. */
  readonly notes: Element[];
  /** The blocks in each of them that break into lines. */
  readonly noteLeaves: { readonly block: Element; readonly bottoms: readonly number[] }[][];
}

declare global {
  interface Window {
    octavoPages?: PageState;
  }
}
