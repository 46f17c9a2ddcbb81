import type { ElementContent } from 'hast';
import type { IndexMark } from '../../../edition/index-entries.js';

/** A figure or a table with a caption, for the lists behind the contents. */
export interface Captioned {
  readonly id: string;
  readonly kind: 'figure' | 'table';
  readonly caption: readonly ElementContent[];
}

/** A link out of the book. */
export interface OutwardLink {
  /** Anchor of the link in the text. */
  readonly id: string;
  readonly target: string;
}

/** What the conversion of the text meets on its way, in the order of the printed text. */
export interface Collected {
  /** Anchors of the calls in the text, without those in notes at page feet. */
  readonly calls: string[];
  /** Anchors of the calls in each note at a page foot. */
  readonly callsInside: Map<string, string[]>;
  /** The note of each call. */
  readonly noteOf: Map<string, string>;
  readonly captioned: Captioned[];
  readonly indexMarks: IndexMark[];
  readonly links: OutwardLink[];
}

export function nothingCollected(): Collected {
  return {
    calls: [],
    callsInside: new Map(),
    noteOf: new Map(),
    captioned: [],
    indexMarks: [],
    links: [],
  };
}
