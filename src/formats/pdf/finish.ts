import { type Place, resolveDestinations } from './finish/destinations.js';
import { mendFigures } from './finish/figures.js';
import { hasDrawnFont } from './finish/fonts.js';
import { joinPortions } from './finish/join-portions.js';
import { setLinkContents } from './finish/link-contents.js';
import { type Margins, setMargins } from './finish/margins.js';
import { type Metadata, setMetadata } from './finish/metadata.js';
import { mendNotes, type NotesAsLaidOut, type StrayNote } from './finish/notes.js';
import { type Bookmark, type StrayHeading, setOutline } from './finish/outline.js';
import { type PageBoxes, setPageBoxes } from './finish/page-boxes.js';
import { pageLabels } from './finish/page-labels.js';
import { pageObjects } from './finish/pages.js';
import { printedScale } from './finish/scale.js';
import { Structure } from './finish/structure.js';

/** What the finished file says beside what is printed. */
export interface Finishing {
  readonly metadata: Metadata;
  /** Folio of each page. */
  readonly labels: readonly string[];
  readonly bookmarks: readonly Bookmark[];
  /** Anchors of all headings, in the order in which they are printed. */
  readonly headings: readonly string[];
  /** Page of each anchor, from 0. */
  readonly anchors: ReadonlyMap<string, number>;
  /** Where a link to an anchor leads. */
  readonly placeOf: (anchor: string) => Place | undefined;
  readonly boxes: PageBoxes;
  readonly notes: NotesAsLaidOut;
  /** What stands in the outer margins, if anything does. */
  readonly margins?: Margins;
}

export interface Finished {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Page of each heading and of each call, by its anchor. */
  readonly places: ReadonlyMap<string, number>;
  /** What the printed file shows to be wrong with it. */
  readonly faults: {
    readonly notes: readonly StrayNote[];
    readonly headings: readonly StrayHeading[];
    readonly drawnFont: boolean;
    /** Share of its size that the text is printed at: 1, unless Chromium has made it smaller. */
    readonly scale: number;
  };
}

/**
 * Makes the portions that Chromium printed into an edition: metadata, page labels, outline, boxes and marks, tags and
 * links of notes. Pure: equal bytes and an equal finishing give equal bytes.
 */
export function finishPdf(printed: readonly Uint8Array[], finishing: Finishing): Finished {
  const { file, portions } = joinPortions(printed);
  const pages = pageObjects(file);
  const scale = printedScale(file, pages, portions);
  resolveDestinations(file, pages, finishing.placeOf);
  setPageBoxes(file, pages, finishing.boxes);
  if (finishing.margins) setMargins(file, pages, finishing.margins);
  const structure = new Structure(file);
  const { strays: notes, printed: calls } = mendNotes(file, structure, pages, finishing.notes);
  mendFigures(file, structure);
  setLinkContents(file, pages, finishing.labels);
  const {
    outline,
    strays: headings,
    places,
  } = setOutline(file, finishing.bookmarks, finishing.headings, pages, finishing.anchors);
  setMetadata(file, finishing.metadata, [
    `/PageLabels ${pageLabels(finishing.labels)}`,
    ...(outline ? [`/Outlines ${outline} 0 R`, '/PageMode /UseOutlines'] : []),
  ]);
  return {
    bytes: file.save(),
    pages: pages.length,
    places: new Map([...calls, ...places]),
    faults: { notes, headings, drawnFont: hasDrawnFont(file), scale },
  };
}
