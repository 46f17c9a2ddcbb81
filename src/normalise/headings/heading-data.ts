import type { PhrasingContent } from 'mdast';

/** What normalising knows of a heading beside its title. */
export interface HeadingFacts {
  /** “Chapter IV”, where the source gives a label apart from the title. */
  readonly label?: readonly PhrasingContent[];
  /** A mark at the end that is no part of the title and calls no note: `*`. */
  readonly mark?: string;
}

declare module 'mdast' {
  interface HeadingData {
    heading?: HeadingFacts;
  }
}
