/** A place in the text of the page. */
export interface TextPosition {
  readonly node: Text;
  readonly offset: number;
  /** Height of the empty lines of code between the line that is meant and the page's end. */
  readonly blank?: number;
  /** Height of those below the page's end, which are not printed at the head of the next page. */
  readonly dropped?: number;
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
  if (data[offset] === '\n') return atLastLine(node, offset);
  if (offset === data.length - 1 && getComputedStyle(block).whiteSpaceCollapse.startsWith('preserve')) {
    // In coloured code the end of the line may stand outside the last word’s element.
    walker.currentNode = node;
    const next = walker.nextNode() as Text | null;
    const newline = next ? /^[ \t]*\n/.exec(next.data) : null;
    if (next && newline) return withEmptyLines(next, newline[0].length - 1, middleAt(node, offset));
  }
  let end = offset;
  while (end > 0 && /\s/.test(data[end]!)) end--;
  // Code: before the line feed itself.
  if (getComputedStyle(block).whiteSpaceCollapse !== 'collapse') {
    if (data[end + 1] === '\n') return atLastLine(node, end + 1);
    walker.currentNode = node;
    const next = end + 1 === data.length ? (walker.nextNode() as Text | null) : null;
    if (next?.data.startsWith('\n')) return withEmptyLines(next, 0, middleAt(node, end));
  }
  let start = end;
  while (start > 0 && end - start < 24 && !/\s/.test(data[start - 1]!)) start--;
  // At the head of a line the float would come above it: then inside the word, which does not break there.
  const middle = middleAt(node, end);
  const lead = start > 0 ? middleAt(node, start - 1) : undefined;
  const opens = lead === undefined || middle === undefined || middle - lead > 4;
  return { node, offset: opens || end - start >= 24 ? end : start };

  /** A float in an empty line would stand in it, not below it: it goes to the end of the last line with words. */
  function atLastLine(text: Text, feed: number): TextPosition {
    let first = feed;
    for (let at = feed - 1; at >= 0 && /\s/.test(text.data[at]!); at--)
      if (text.data[at] === '\n') first = at;
    return withEmptyLines(text, first, first > 0 ? middleAt(text, first - 1) : middleBefore(text));
  }
  /** How many of the empty lines after a line feed stand above the page's end; `middle` is that of the line before. */
  function withEmptyLines(text: Text, feed: number, middle: number | undefined): TextPosition {
    const run = /^\n((?:[ \t]*\n)*)/.exec(text.data.slice(feed))?.[1] ?? '';
    const lines = run.split('\n').length - 1;
    if (lines === 0 || middle === undefined) return { node: text, offset: feed };
    const pitch = Number.parseFloat(getComputedStyle(block).lineHeight);
    const ended = Math.min(lines, Math.max(0, Math.round((bottom - middle) / pitch - 0.5)));
    return { node: text, offset: feed, blank: ended * pitch, dropped: (lines - ended) * pitch };
  }
  function middleBefore(text: Text): number | undefined {
    walker.currentNode = text;
    for (
      let before = walker.previousNode() as Text | null;
      before;
      before = walker.previousNode() as Text | null
    ) {
      const end = before.data.trimEnd().length;
      if (end > 0) return middleAt(before, end - 1);
    }
    return undefined;
  }
}
