import type { Edition } from '../../../edition/edition.js';
import type { Furniture, Layout } from '../../../paginate/types.js';
import type { OwnPages } from './front/front-matter.js';
import { type Folios, type Printed, titlePages } from './printed.js';

/** What a kind of printed book has round its texts. The texts themselves are set alike in all. */
export interface Dress {
  /** Notes for the margin stand in the text, however wide the margin is. */
  readonly notesInText?: true;
  /** Pages before everything else; a book may have its own instead. */
  front(edition: Edition, own?: OwnPages): Printed[];
  /** Whether its front is made of pages that a template can give. */
  readonly hasTitlePages: boolean;
  /** Pages after the texts, before notes, links and index. */
  back(edition: Edition): Printed[];
  /** The front has the contents already. */
  readonly listsContents: boolean;
  /** Folios of all texts, where they do not follow from what the texts are. */
  readonly folios?: Folios;
  /** Rules that come after those of every printed book. */
  readonly style: string;
  /** Characters that running heads and folios may need beside those of titles. */
  readonly characters: string;
  /** Changes what stands on the pages beside the text, once they are laid out. */
  furnish(furniture: Furniture, layout: Layout): Furniture;
}

/** A book: half title, title page and imprint; the lists follow by themselves. */
export const BOOK: Dress = {
  front: titlePages,
  hasTitlePages: true,
  back: () => [],
  listsContents: false,
  style: '',
  characters: '',
  furnish: (furniture) => furniture,
};
