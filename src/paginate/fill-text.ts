/**
 * Runs in the page, when its lines are measured and before anything is placed: writes what depends on pages into
 * running text. No line, no column of a table comes out otherwise than it was measured: in a paragraph whose lines
 * are set, spaces take up the difference, and in its last line the room behind it; elsewhere each text takes the room
 * of its placeholder.
 */
export function fillText(fills: readonly (readonly [key: string, text: string])[]): void {
  const texts = new Map(fills);
  const found: { element: HTMLElement; text: string; width: number }[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('[data-fill]')) {
    const text = texts.get(element.dataset.fill!);
    if (text === undefined || element.textContent === text) continue;
    // What is a box has a width of its own.
    if (getComputedStyle(element).display !== 'inline') continue;
    found.push({ element, text, width: element.getBoundingClientRect().width });
  }
  for (const { element, text } of found) element.textContent = text;
  const missing = found.map(({ element, width }) => width - element.getBoundingClientRect().width);
  found.forEach(({ element }, k) => {
    const px = missing[k]!;
    if (Math.abs(px) <= 0.01) return;
    const paragraph = element.closest<HTMLElement>('.set');
    const ends = paragraph && window.octavoPages!.ends.get(paragraph);
    if (!paragraph || !ends) element.style.marginInlineEnd = `${px.toFixed(3)}px`;
    else if (isBehind(element, ends.at(-1)?.node)) {
      const fill = Number.parseFloat(paragraph.style.getPropertyValue('--fill')) || 0;
      paragraph.style.setProperty('--fill', `${Math.max(0, fill + px).toFixed(2)}px`);
    }
  });
  /** Whether an element stands in the last line, behind the end of the line before it. */
  function isBehind(element: Element, end: Text | undefined): boolean {
    return !end || (end.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
}
