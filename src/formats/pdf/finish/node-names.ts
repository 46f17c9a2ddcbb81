const NAME = Buffer.from('(node');
const LENGTH = '(node00000000)'.length;

/** A printed portion whose elements have stable names. */
export interface StableNames {
  readonly bytes: Uint8Array;
  /** The highest number among the names. */
  readonly last: number;
}

/**
 * bytes: Chromium names structure elements after its own nodes, whose numbers depend on what else the browser did
 * before. Here each name becomes its place in their order, which only the book decides.
 *
 * @param before the highest number in the portions before this one.
 */
export function stableNodeNames(printed: Uint8Array, before = 0): StableNames {
  const bytes = Buffer.from(printed);
  const places: { at: number; name: string }[] = [];
  for (let at = bytes.indexOf(NAME); at !== -1; at = bytes.indexOf(NAME, at + 1)) {
    const name = bytes.toString('latin1', at, at + LENGTH);
    if (/^\(node\d{8}\)$/.test(name)) places.push({ at, name });
  }
  const names = [...new Set(places.map(({ name }) => name))].sort();
  const rank = new Map(names.map((name, index) => [name, before + index + 1]));
  for (const { at, name } of places)
    bytes.write(`(node${String(rank.get(name)).padStart(8, '0')})`, at, 'latin1');
  return { bytes, last: before + names.length };
}
