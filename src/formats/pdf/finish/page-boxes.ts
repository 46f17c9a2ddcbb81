import type { PdfFile } from '../file/pdf-file.js';

/** A rectangle in points, its origin at the lower left corner of the sheet. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PageBoxes {
  /** The whole page of the file: the trim, or the sheet with room for bleed and marks. */
  readonly media: Box;
  readonly trim: Box;
  /** How far pictures run over the trim, in points. */
  readonly bleed: number;
  readonly marks: boolean;
}

/** Gives every page its boxes, and crop marks beside the trim where they are asked for. */
export function setPageBoxes(file: PdfFile, pages: readonly number[], boxes: PageBoxes): void {
  const bleed = {
    x: boxes.trim.x - boxes.bleed,
    y: boxes.trim.y - boxes.bleed,
    width: boxes.trim.width + 2 * boxes.bleed,
    height: boxes.trim.height + 2 * boxes.bleed,
  };
  const entries = [
    `/MediaBox ${rectangle(boxes.media)}`,
    `/TrimBox ${rectangle(boxes.trim)}`,
    `/BleedBox ${rectangle(bleed)}`,
  ].join('\n');
  const marks = boxes.marks ? file.addStream('', Buffer.from(cropMarks(boxes))) : undefined;
  for (const page of pages) {
    let text = file.text(page).replace(/\/MediaBox \[[^\]]*\]/, entries);
    // The marks come first: what Chromium draws leaves its own scale behind.
    if (marks) text = text.replace(/\/Contents (\d+ 0 R)/, `/Contents [${marks} 0 R $1]`);
    file.set(page, text);
  }
}

/** Marks begin this far outside the bleed, so that a knife that strays shows none of them. */
const GAP = 6;
const LENGTH = 14;
const THIN = 0.25;

function cropMarks({ trim, bleed, media }: PageBoxes): string {
  const gap = Math.max(GAP, bleed);
  const [left, right] = [trim.x, trim.x + trim.width];
  const [low, high] = [trim.y, trim.y + trim.height];
  const inside = (x: number, y: number) =>
    `${number(clamp(x, media.x, media.x + media.width))} ${number(clamp(y, media.y, media.y + media.height))}`;
  const lines: string[] = [];
  for (const x of [left, right]) {
    lines.push(`${inside(x, low - gap)} m ${inside(x, low - gap - LENGTH)} l`);
    lines.push(`${inside(x, high + gap)} m ${inside(x, high + gap + LENGTH)} l`);
  }
  for (const y of [low, high]) {
    lines.push(`${inside(left - gap, y)} m ${inside(left - gap - LENGTH, y)} l`);
    lines.push(`${inside(right + gap, y)} m ${inside(right + gap + LENGTH, y)} l`);
  }
  return `/Artifact BMC q 0 G ${THIN} w ${lines.join(' ')} S Q EMC\n`;
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

function rectangle({ x, y, width, height }: Box): string {
  return `[${[x, y, x + width, y + height].map(number).join(' ')}]`;
}

/** A number as PDF writes it: at most three decimals, no exponent. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
