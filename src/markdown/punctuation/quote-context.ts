/** A quotation mark and what stands beside it; empty at the ends of the block. */
export interface Surroundings {
  readonly text: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

const OPENERS = /[\s([{¿¡—–\-/„“‘«‹‚"']/;

export function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}\p{M}\uFFFC]/u.test(character);
}

/** A quotation may begin here: nothing or an opening mark before it, words after it. */
export function opensQuote({ before, after, text, at }: Surroundings): boolean {
  if (after === '' || /\s/.test(after)) return false;
  if (before === '' || /[\s([{¿¡/„“‘«‹‚]/.test(before)) return true;
  // After a dash or another quote it opens only if words follow.
  if (OPENERS.test(before)) return isWordCharacter(after) || /["'…¿¡([]/.test(text.slice(at + 1, at + 2));
  return false;
}

/** A quotation may end here: something to close before it, no word right after it. */
export function closesQuote({ before, after }: Surroundings): boolean {
  return before !== '' && !/[\s([{¿¡]/.test(before) && !isWordCharacter(after);
}
