import leven from 'leven';

/**
 * The entry of `names` that a person most likely meant by `name`, if one is near enough to suggest: a third of the
 * letters may differ, and always two neighbours may be swapped.
 */
export function nearestName(
  name: string,
  names: Iterable<string>,
  limit: number = Math.max(2, Math.floor(name.length / 3)),
): string | undefined {
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of names) {
    const distance = leven(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}
