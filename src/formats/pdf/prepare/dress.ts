import type { Edition } from '../../../edition/edition.js';
import type { Folios, Printed } from './printed.js';

/** What a kind of printed book has round its texts. The texts themselves are set alike in all. */
export interface Dress {
  /** Pages before everything else. */
  front(edition: Edition): Printed[];
  /** Pages after the texts, before notes, links and index. */
  back(edition: Edition): Printed[];
  /** The front has the contents already. */
  readonly listsContents: boolean;
  /** Folios of all texts, where they do not follow from what the texts are. */
  readonly folios?: Folios;
  /** Rules that come after those of every printed book. */
  readonly style: string;
}
