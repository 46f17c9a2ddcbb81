import type { LoosePlace } from './break-input.js';

/** Lines that one page wins or saves at the most. */
export const MOST_RESET = 3;

/** How many lines a page can win or save at the places that stand whole on it, and what that costs, while it grows. */
export class Looseness {
  #next: number;
  /** Places that the page has not come to the end of. */
  readonly #begun: LoosePlace[] = [];
  readonly #longer: number[] = [];
  readonly #shorter: number[] = [];

  constructor(
    private readonly places: readonly LoosePlace[],
    start: number,
  ) {
    this.#next = firstFrom(places, start);
  }

  /** The page has come up to this line, without it. */
  reach(to: number): void {
    for (; this.#next < this.places.length && this.places[this.#next]!.from < to; this.#next++)
      this.#begun.push(this.places[this.#next]!);
    for (let k = this.#begun.length - 1; k >= 0; k--) {
      const place = this.#begun[k]!;
      if (place.to > to) continue;
      this.#begun.splice(k, 1);
      if (place.longer !== undefined) insert(this.#longer, place.longer);
      if (place.shorter !== undefined) insert(this.#shorter, place.shorter);
    }
  }

  /** By how many lines the page can be made shorter. */
  get spare(): number {
    return this.#shorter.length;
  }

  /** What `by` lines more or, below 0, fewer cost; undefined where the page has no places for them. */
  cost(by: number): number | undefined {
    const costs = by > 0 ? this.#longer : this.#shorter;
    const count = Math.abs(by);
    if (costs.length < count) return undefined;
    let sum = 0;
    for (let k = 0; k < count; k++) sum += costs[k]!;
    return sum;
  }
}

/** The places at which a page from one line up to another wins (or saves) `by` lines: the cheapest. */
export function resetOn(
  places: readonly LoosePlace[],
  from: number,
  to: number,
  by: number,
): { place: number; by: 1 | -1 }[] {
  const found: { place: number; cost: number }[] = [];
  for (let k = firstFrom(places, from); k < places.length && places[k]!.from < to; k++) {
    if (places[k]!.to > to) continue;
    const cost = by > 0 ? places[k]!.longer : places[k]!.shorter;
    if (cost !== undefined) found.push({ place: k, cost });
  }
  return found
    .sort((a, b) => a.cost - b.cost || a.place - b.place)
    .slice(0, Math.abs(by))
    .map(({ place }) => ({ place, by: by > 0 ? 1 : -1 }));
}

/** The first place that begins with this line or after it. */
function firstFrom(places: readonly LoosePlace[], line: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.from < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps the least costs, the least first. */
function insert(costs: number[], cost: number): void {
  let at = costs.length;
  while (at > 0 && costs[at - 1]! > cost) at--;
  if (at >= MOST_RESET) return;
  costs.splice(at, 0, cost);
  costs.length = Math.min(costs.length, MOST_RESET);
}
