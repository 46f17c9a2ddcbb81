import { directionOf } from '../../edition/direction.js';
import type { Layout, PageGeometry, Spot } from '../../paginate/types.js';
import { boxesOf } from './boxes-of.js';
import type { Margins } from './finish/margins.js';
import type { PlacedBox } from './finish/notes.js';
import type { Finishing } from './finish.js';
import type { PdfJob } from './make-pdf.js';
import { metadataOf } from './metadata-of.js';

const POINT = 72 / 96;

/** What the finished file says beside what is printed, from the book and its layout. */
export function finishingOf(job: PdfJob, layout: Layout, date: Date, margins?: Margins): Finishing {
  const { edition, config, geometry, prepared } = job;
  const { book } = edition;
  const { calls, callsInside, noteOf } = prepared.collected;
  const isRtl = (book.direction ?? directionOf(book.language)) === 'rtl';
  const places = new Map(
    Array.from(layout.spots, ([id, spot]) => [id, placedBox(spot, layout, geometry, isRtl)]),
  );
  return {
    metadata: metadataOf(book, date),
    labels: layout.pages.map(({ label }) => label),
    bookmarks: prepared.bookmarks,
    headings: prepared.headings,
    anchors: layout.anchors,
    placeOf: (anchor) => {
      const page = layout.anchors.get(anchor);
      const y = layout.spots.get(anchor)?.y ?? layout.tops.get(anchor) ?? 0;
      return page === undefined
        ? undefined
        : { page, top: (geometry.sheet.height - geometry.margins.top - y) * POINT };
    },
    boxes: boxesOf(geometry, config),
    ...(margins ? { margins } : {}),
    notes: {
      calls: config.notes === 'foot' ? calls : [],
      feet: layout.feet,
      callsInside,
      noteOf,
      places,
    },
  };
}

/** From pixels in the text area to points on the sheet: the gutter is at the spine. */
function placedBox(
  spot: Spot,
  { pages }: Layout,
  { sheet, margins }: PageGeometry,
  isRtl: boolean,
): PlacedBox {
  const spineIsLeft = (pages[spot.page]?.side === 'recto') !== isRtl;
  const left = (spineIsLeft ? margins.inner : margins.outer) + spot.x;
  const bottom = sheet.height - margins.top - spot.y - spot.height;
  return {
    page: spot.page,
    box: {
      x: left * POINT,
      y: bottom * POINT,
      width: spot.width * POINT,
      height: spot.height * POINT,
    },
  };
}
