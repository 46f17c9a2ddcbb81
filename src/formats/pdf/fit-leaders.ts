/** Runs in the page: lets the leader of an entry of several lines begin where its last line ends. */
export function fitLeaders(): void {
  const range = document.createRange();
  const found: [HTMLElement, number, SVGElement, number][] = [];
  for (const title of document.querySelectorAll<HTMLElement>('.entry .entry-title')) {
    const leader = title.parentElement!.querySelector('svg');
    range.selectNodeContents(title);
    const rects = [...range.getClientRects()];
    const middle = (rect: DOMRect) => (rect.top + rect.bottom) / 2;
    const lowest = Math.max(...rects.map(middle));
    const last = rects.filter((rect) => lowest - middle(rect) < 4);
    if (!leader || last.length === 0 || rects.every((rect) => lowest - middle(rect) < 4)) continue;
    const box = title.getBoundingClientRect();
    const isRtl = getComputedStyle(title).direction === 'rtl';
    const room = isRtl
      ? Math.min(...last.map(({ left }) => left)) - box.left
      : box.right - Math.max(...last.map(({ right }) => right));
    found.push([title, box.width, leader, room]);
  }
  for (const [title, width, leader, room] of found) {
    // As wide as it is: the leader must not make room for what was turned over.
    title.style.flex = `0 0 ${width.toFixed(2)}px`;
    leader.style.marginInlineStart = `calc(0.7em - ${room.toFixed(2)}px)`;
  }
}
