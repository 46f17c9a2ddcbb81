import { fontTables } from './font-tables.js';

/** Measures of a font, in parts of its size. */
export interface FontMeasures {
  /** Height of capitals. */
  readonly cap: number;
  /** From the base line up to the middle of a line, which is that between ascent and descent. */
  readonly middle: number;
}

const USE_TYPO_METRICS = 1 << 7;

/** Measures as a browser has them: of the table `hhea`, unless the font asks for those of `OS/2` (its `fsSelection`). */
export function fontMeasures(sfnt: Uint8Array): FontMeasures {
  const tables = fontTables(sfnt);
  const [head, hhea, os2] = [tables('head'), tables('hhea'), tables('OS/2')];
  const size = head.getUint16(18);
  const isTypo = (os2.getUint16(62) & USE_TYPO_METRICS) !== 0;
  const [ascent, descent] = isTypo
    ? [os2.getInt16(68), os2.getInt16(70)]
    : [hhea.getInt16(4), hhea.getInt16(6)];
  // Fonts before version 2 of the table do not say how high their capitals are.
  const cap = os2.getUint16(0) >= 2 ? os2.getInt16(88) : 0;
  return { cap: cap > 0 ? cap / size : USUAL_CAP, middle: (ascent + descent) / 2 / size };
}

const USUAL_CAP = 0.7;
