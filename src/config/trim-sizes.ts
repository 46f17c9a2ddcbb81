/** Trim sizes: width and height of the finished page in millimetres. A row here is all that a new size needs. */
export const TRIM_SIZES = {
  a3: { width: 297, height: 420 },
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  a6: { width: 105, height: 148 },
  b5: { width: 176, height: 250 },
  letter: { width: 215.9, height: 279.4 },
  'half-letter': { width: 139.7, height: 215.9 },
  '5x8': { width: 127, height: 203.2 },
  '5.5x8.5': { width: 139.7, height: 215.9 },
  '6x9': { width: 152.4, height: 228.6 },
} as const;

export type TrimName = keyof typeof TRIM_SIZES;
export const TRIM_NAMES = Object.keys(TRIM_SIZES) as [TrimName, ...TrimName[]];

/** Sheets that go through a printer: every trim size, and the sizes that leave room for bleed and marks. */
export const PAPER_SIZES = {
  ...TRIM_SIZES,
  b4: { width: 250, height: 353 },
  sra4: { width: 225, height: 320 },
  sra3: { width: 320, height: 450 },
  legal: { width: 215.9, height: 355.6 },
  tabloid: { width: 279.4, height: 431.8 },
  'tabloid-extra': { width: 304.8, height: 457.2 },
} as const;

export type PaperName = keyof typeof PAPER_SIZES;
export const PAPER_NAMES = Object.keys(PAPER_SIZES) as [PaperName, ...PaperName[]];
