/**
 * Runs in the page, when its lines are measured and before anything is placed: writes what depends on pages into
 * running text. Each takes the room of its placeholder, so that no line, no column of a table comes out otherwise than
 * it was measured.
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
    if (Math.abs(missing[k]!) > 0.01) element.style.marginInlineEnd = `${missing[k]!.toFixed(3)}px`;
  });
}
