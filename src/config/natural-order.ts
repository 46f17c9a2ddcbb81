const collator = new Intl.Collator('en', { numeric: true });

/**
 * Compares two paths as a person orders them: folder by folder, `2.md` before `2-a.md` before `10.md`, whatever the
 * machine's language is. What a collation takes for equal is ordered by code points.
 */
export function naturalOrder(one: string, two: string): number {
  const [left, right] = [stepsOf(one), stepsOf(two)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = collator.compare(left[index]!, right[index]!);
    if (order !== 0) return order;
  }
  return left.length - right.length || (one < two ? -1 : one > two ? 1 : 0);
}

/** Folders and name, without the ending, which has no part in the order. */
const stepsOf = (file: string): string[] => file.replace(/\.\w+$/, '').split('/');
