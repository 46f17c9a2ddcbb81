/**
 * Runs in the page before it is laid out: pads boxes of any height (tables, figures, code, formulas) to whole lines,
 * so that the text below stands on the grid again.
 */
export function alignBoxes(leading: number): void {
  const boxes = [
    ...document.querySelectorAll<HTMLElement>('section :is(figure, table, pre, .equation, .octavo-whole)'),
  ].filter((box) => !box.parentElement!.closest('figure, table, pre, .note, .endnote'));
  const missing = boxes.map((box) => {
    const lines = box.getBoundingClientRect().height / leading;
    return (Math.ceil(lines - 0.02) - lines) * leading;
  });
  boxes.forEach((box, i) => {
    if (missing[i]! < 0.01) return;
    const { marginTop, marginBottom } = getComputedStyle(box);
    box.style.marginTop = `${Number.parseFloat(marginTop) + missing[i]! / 2}px`;
    box.style.marginBottom = `${Number.parseFloat(marginBottom) + missing[i]! / 2}px`;
  });
}
