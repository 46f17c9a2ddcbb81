import type { Text } from 'mdast';

/** Indices of the characters of a text that its source writes with a backslash, so that they stay as typed. */
export function escapedMarks(node: Text, source: string): ReadonlySet<number> {
  const marks = new Set<number>();
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined || end - start === node.value.length) return marks;
  const written = source.slice(start, end);
  let at = 0;
  for (let index = 0; index < node.value.length; index++) {
    const character = node.value[index]!;
    if (written[at] === '\\' && written[at + 1] === character && /["'.-]/.test(character)) {
      marks.add(index);
      at += 2;
    } else if (written[at] === '\\' && written[at + 1] === character) at += 2;
    else if (written[at] === character) at += 1;
    else if (written[at] === '&') at = written.indexOf(';', at) + 1 || written.length;
    else {
      // The indentation or the quote mark at the beginning of a line is no part of the value.
      const next = written.indexOf(character, at);
      if (next === -1) return marks;
      at = next + 1;
    }
  }
  return marks;
}
