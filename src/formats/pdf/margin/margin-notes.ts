import type { PdfEdition } from '../../../config/schema.js';
import type { Layout, PageGeometry } from '../../../paginate/types.js';

/** Where notes stand beside the text; pixels. */
export interface NoteColumn {
  readonly width: number;
  /** Between the text and the notes. */
  readonly gap: number;
}

const MM = 96 / 25.4;
/** A narrower column holds hardly a word. */
const LEAST = 15 * MM;
const TO_TEXT = 4 * MM;
/** Beside the numbers of lines. */
const TO_NUMBERED_TEXT = 10 * MM;
const TO_EDGE = 5 * MM;
const WIDEST = 45 * MM;

/** The column for margin notes; undefined where an edition has no wide margin, has it ruled, or it is too narrow. */
export function noteColumn(
  { wideMargin, lineNumbers }: Pick<PdfEdition, 'wideMargin' | 'lineNumbers'>,
  { margins, trim }: Pick<PageGeometry, 'margins' | 'trim'>,
): NoteColumn | undefined {
  if (!wideMargin || wideMargin.rules) return undefined;
  const gap = lineNumbers ? TO_NUMBERED_TEXT : TO_TEXT;
  // The area that is painted on reaches as far beyond the text on one side as on the other (`engine-css.ts`).
  const room = Math.min(margins.inner, margins.outer - trim.x - TO_EDGE);
  const width = Math.floor(Math.min(WIDEST, room - gap));
  return width < LEAST ? undefined : { width, gap };
}

/** The rules for them. */
export function noteColumnStyle({ width, gap }: NoteColumn, { size, leading }: PageGeometry): string {
  return `
.margin-note {
  position: absolute; visibility: hidden; width: ${width}px;
  font: italic ${(size * 0.8).toFixed(2)}px/${Math.round(leading * 0.8)}px var(--text);
  letter-spacing: normal; word-spacing: 0; text-align: start; text-align-last: auto; text-indent: 0;
  white-space-collapse: collapse; text-wrap-mode: wrap;
}
.margin-note:is(.left, .right) { position: static; visibility: visible; height: 0; }
.margin-note.left { float: left; margin-left: ${-width - gap}px; margin-right: ${gap}px; }
.margin-note.right { float: right; margin-right: ${-width - gap}px; margin-left: ${gap}px; }
`;
}

/** A page has more notes than its margin holds: they must stand in the text. */
export class CrowdedMargin extends Error {}

/** A margin note, its paragraph's id and its height in pixels. */
export interface MeasuredMarginNote {
  readonly beside: string;
  readonly height: number;
}

export interface PlacedMarginNote {
  readonly beside: string;
  readonly side: 'left' | 'right';
  /** From the first line of its paragraph; negative where that stands too low on the page. */
  readonly shift: number;
}

/**
 * Puts each note level with its paragraph, below the note before it, and above the foot of the page.
 *
 * @throws {CrowdedMargin} where a page has no room for all of its notes.
 */
export function placeMarginNotes(
  notes: readonly MeasuredMarginNote[],
  { anchors, tops, pages }: Pick<Layout, 'anchors' | 'tops' | 'pages'>,
  { height, leading }: Pick<PageGeometry, 'height' | 'leading'>,
  isRtl: boolean,
): PlacedMarginNote[] {
  const space = leading / 2;
  const found = notes.map((note) => {
    const page = anchors.get(note.beside) ?? 0;
    const level = tops.get(note.beside) ?? 0;
    return { ...note, page, level, top: level };
  });
  found.forEach((note, k) => {
    const above = found[k - 1];
    if (above?.page === note.page) note.top = Math.max(note.top, above.top + above.height + space);
  });
  found.toReversed().forEach((note, k, reversed) => {
    const below = reversed[k - 1];
    const foot = below?.page === note.page ? below.top - space : height - 2;
    note.top = Math.min(note.top, foot - note.height);
  });
  if (found.some(({ top }) => top < 0)) throw new CrowdedMargin();
  return found.map(({ beside, page, level, top }) => ({
    beside,
    side: (pages[page]!.side === 'recto') !== isRtl ? 'right' : 'left',
    shift: top - level,
  }));
}

/** Runs in the page: how high the notes are. */
export function measureMarginNotes(): MeasuredMarginNote[] {
  return Array.from(document.querySelectorAll<HTMLElement>('.margin-note'), (note) => ({
    beside: note.dataset.beside!,
    height: note.getBoundingClientRect().height,
  }));
}

/** Runs in the page, last before printing. */
export function setMarginNotes(placed: readonly PlacedMarginNote[]): void {
  const places = new Map(placed.map((one) => [one.beside, one]));
  for (const note of document.querySelectorAll<HTMLElement>('.margin-note')) {
    const { side, shift } = places.get(note.dataset.beside!)!;
    note.classList.add(side);
    note.style.marginTop = `${shift.toFixed(2)}px`;
  }
}
