/** Units of length that `book.yaml` and the command line know, in millimetres. */
const MILLIMETRES = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, px: 25.4 / 96 } as const;

/** PDF points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** Gives a length such as `20mm`, `0.75in` or `54pt` in millimetres; undefined if it is none. */
export function parseLength(length: string): number | undefined {
  const found = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*(mm|cm|in|pt|px)$/.exec(length.trim());
  return found ? Number(found[1]) * MILLIMETRES[found[2] as keyof typeof MILLIMETRES] : undefined;
}

/** The same for a length that the schema has checked. */
export function millimetres(length: string): number {
  const value = parseLength(length);
  if (value === undefined) throw new TypeError(`not a length: ${length}`);
  return value;
}
