/**
 * Runs in the page before it is laid out: divides table rows that no page can hold into rows of a few lines, between
 * which a page can end, and makes smaller what cannot be divided, a picture or a formula. What was made smaller says
 * by how much it was too tall (`data-too-tall`) or too wide (`data-too-wide`), in pixels.
 */
export function fitTall({
  height,
  measure,
  leading,
}: {
  height: number;
  measure: number;
  leading: number;
}): void {
  /** Room for the caption and the head of a table. */
  const LEAST = 0.8;
  for (const row of document.querySelectorAll<HTMLTableRowElement>('section tr')) {
    if (row.getBoundingClientRect().height > height * LEAST && !row.closest('.note')) divide(row);
  }
  const whole = 'figure:not(.table, :has(pre)), .equation, .octavo-whole';
  for (const box of document.querySelectorAll<HTMLElement>(`section :is(${whole})`)) {
    if (box.closest('.note')) continue;
    const { height: tall, width } = box.getBoundingClientRect();
    const wide = Math.max(width, box.scrollWidth);
    // A note that is called in it begins on its page.
    const calls = box.querySelectorAll('[data-note]').length;
    const room = calls > 0 ? height - leading * (calls + 1) : height;
    if (tall <= room + 1 && wide <= measure + 2) continue;
    if (tall > room + 1) box.dataset.tooTall = (tall - room).toFixed(1);
    if (wide > measure + 2) box.dataset.tooWide = (wide - measure).toFixed(1);
    let zoom = Math.min(room / tall, measure / wide);
    // Not all in it may become smaller by as much: the rows of a formula do not.
    for (let turn = 0; turn < 5; turn++) {
      box.style.zoom = String(Math.floor(zoom * 1000) / 1000);
      const now = tallest(box);
      if (now <= room + 0.5) break;
      zoom *= room / now;
    }
  }

  /** Height of a box, and of what stands out of it. */
  function tallest(box: Element): number {
    const { top, bottom } = box.getBoundingClientRect();
    const bottoms = Array.from(
      box.querySelectorAll('math, img, svg'),
      (one) => one.getBoundingClientRect().bottom,
    );
    return Math.max(bottom, ...bottoms) - top;
  }

  function divide(row: HTMLTableRowElement): void {
    const lines = 6;
    const leading = Number.parseFloat(getComputedStyle(row).lineHeight);
    let rest = row;
    for (;;) {
      const { top, height: tall } = rest.getBoundingClientRect();
      if (tall <= leading * (lines + 2)) return;
      const next = rest.cloneNode(false) as HTMLTableRowElement;
      next.removeAttribute('id');
      for (const cell of [...rest.cells]) {
        const below = cell.cloneNode(false) as HTMLTableCellElement;
        below.removeAttribute('id');
        const from = firstBelow(cell, top + leading * lines + leading * 0.5);
        if (from) {
          from.setEnd(cell, cell.childNodes.length);
          below.append(from.extractContents());
        }
        next.append(below);
      }
      if (!/\S/.test(next.textContent ?? '') && !next.querySelector('img, svg')) return;
      rest.after(next);
      // Where nothing was moved, what stands there is no text.
      if (next.getBoundingClientRect().height > tall - 1) return;
      rest = next;
    }
  }
  /** A range that begins with the first word below a height, if there is one. */
  function firstBelow(cell: Element, y: number): Range | undefined {
    const range = document.createRange();
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data } = walker.currentNode as Text;
      for (const { index, 0: word } of data.matchAll(/\S+/g)) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        const { top, bottom } = range.getClientRects()[0] ?? { top: 0, bottom: 0 };
        if ((top + bottom) / 2 <= y) continue;
        // A call belongs to the word before it.
        const call = walker.currentNode.parentElement!.closest('.note-call');
        if (call) {
          range.setStartBefore(call);
        }
        return range;
      }
    }
    return undefined;
  }
}
