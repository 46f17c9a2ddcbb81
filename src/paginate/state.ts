/** Where a line that the engine has broken ends: the offset of its line feed in a text node. */
export interface LineEnd {
  readonly node: Text;
  readonly offset: number;
}

/** What the steps inside the page hand on to each other there: what only the page can hold. */
export interface PageState {
  /** Ends of all lines but the last of blocks that the engine has set. */
  readonly ends: Map<Element, LineEnd[]>;
  /** Hyphens that the engine put into each text node: their offsets, in order. */
  readonly hyphens: Map<Text, number[]>;
  /** Blocks that break into lines, as `measureLines` numbered them. */
  blocks: Element[];
  /** Bottoms of the lines of each of them, from its own top. */
  bottoms: number[][];
  /** Notes, as `measureLines` numbered them. */
  notes: Element[];
  /** The blocks in each of them that break into lines. */
  noteLeaves: { readonly block: Element; readonly bottoms: readonly number[] }[][];
}

declare global {
  interface Window {
    octavoPages?: PageState;
  }
}
