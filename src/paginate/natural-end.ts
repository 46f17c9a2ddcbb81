/** A place in the text of the page. */
export interface TextPosition {
  readonly node: Text;
  readonly offset: number;
}

/**
 * Runs in the page. Finds where the line of `block` that ends at `bottom` ends, in a block that the browser has
 * broken: before its last word, since a float after it could open the next line and go overleaf with that.
 */
export function naturalEnd(block: Element, bottom: number): TextPosition | undefined {
  const range = document.createRange();
  // Glyph boxes are higher than lines, but their middles are not.
  const middleAt = (node: Text, offset: number) => {
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const rects = range.getClientRects();
    const rect = rects[rects.length - 1];
    return rect && (rect.top + rect.bottom) / 2;
  };
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let node: Text | undefined;
  let offset = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!/\S/.test(text.data)) continue;
    const above = (at: number) => {
      let glyph = at;
      while (glyph > 0 && /\s/.test(text.data[glyph]!)) glyph--;
      const middle = middleAt(text, glyph);
      return middle === undefined || middle < bottom;
    };
    let low = 0;
    let high = text.data.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (above(middle)) low = middle + 1;
      else high = middle;
    }
    if (low === 0) break;
    if (!node || !text.parentElement!.closest('sup, sub, .note-call')) {
      node = text;
      offset = low - 1;
    }
    if (low < text.data.length) break;
  }
  if (!node) return undefined;
  const { data } = node;
  if (data[offset] === '\n') return { node, offset };
  if (offset === data.length - 1 && getComputedStyle(block).whiteSpaceCollapse.startsWith('preserve')) {
    // In coloured code the end of the line may stand outside the last word’s element.
    walker.currentNode = node;
    const next = walker.nextNode() as Text | null;
    const newline = next ? /^[ \t]*\n/.exec(next.data) : null;
    if (next && newline) return { node: next, offset: newline[0].length - 1 };
  }
  let end = offset;
  while (end > 0 && /\s/.test(data[end]!)) end--;
  // Code: before the line feed itself.
  if (getComputedStyle(block).whiteSpaceCollapse !== 'collapse') {
    if (data[end + 1] === '\n') return { node, offset: end + 1 };
    walker.currentNode = node;
    const next = end + 1 === data.length ? (walker.nextNode() as Text | null) : null;
    if (next?.data.startsWith('\n')) return { node: next, offset: 0 };
  }
  let start = end;
  while (start > 0 && end - start < 24 && !/\s/.test(data[start - 1]!)) start--;
  // At the head of a line the float would come above it: then inside the word, which does not break there.
  const middle = middleAt(node, end);
  const lead = start > 0 ? middleAt(node, start - 1) : undefined;
  const opens = lead === undefined || middle === undefined || middle - lead > 4;
  return { node, offset: opens || end - start >= 24 ? end : start };
}
