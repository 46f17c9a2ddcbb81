import leven from 'leven';

/** The entry of `names` that a person most likely meant by `name`, if one is near enough to suggest. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  // A third of the letters, and always a swap of two neighbours.
  const limit = Math.max(2, Math.floor(name.length / 3));
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
