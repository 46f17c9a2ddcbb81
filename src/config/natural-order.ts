const collator = new Intl.Collator('en', { numeric: true });

/**
 * Compares two paths as a person orders them: folder by folder, `chapter-2` before `chapter-10`, whatever the
 * machine's language is. Paths that differ only in what a collation ignores keep the order of their code points.
 */
export function naturalOrder(one: string, two: string): number {
  const [left, right] = [one.split('/'), two.split('/')];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = collator.compare(left[index]!, right[index]!);
    if (order !== 0) return order;
  }
  if (left.length !== right.length) return left.length - right.length;
  return one < two ? -1 : one > two ? 1 : 0;
}
