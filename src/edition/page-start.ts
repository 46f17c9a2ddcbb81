/** Where a printed page begins, in the terms of the edition, so that another format can mark the same place. */
export interface PageStart {
  /** The printed folio: `12`, `xii`. */
  readonly label: string;
  readonly section: string;
  /** Set where the page begins inside a note. */
  readonly note?: string;
  /**
   * Characters before the page's first word in the section's (or note's) text: UTF-16 units of all
   * text nodes, calls and formulas among them; white space, zero-width spaces and soft hyphens not counted.
   */
  readonly offset: number;
  /**
   * Set where the page begins in a list that print makes: the anchor of the heading or figure that its first entry
   * leads to, or the name of its first entry in the index.
   */
  readonly entry?: string;
}
