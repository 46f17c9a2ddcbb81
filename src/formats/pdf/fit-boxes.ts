/** Runs in the page before it is laid out: makes tables that are wider than the text fit. */
export function fitBoxes(leading: number, measure: number): void {
  for (const table of document.querySelectorAll<HTMLElement>('section table')) {
    for (const size of ['0.8em', '0.72em']) {
      if (table.offsetWidth <= measure && table.scrollWidth <= measure) break;
      table.style.fontSize = size;
    }
    if (table.offsetWidth > measure || table.scrollWidth > measure) table.style.overflowWrap = 'anywhere';
    // Pictures in cells know their limit only where the columns do not follow them.
    if (table.offsetWidth > measure || table.scrollWidth > measure) {
      table.style.tableLayout = 'fixed';
      table.style.width = '100%';
    }
  }
  // Verse keeps the width of its longest line, whatever notes come to stand at a page end in it.
  const verse = [...document.querySelectorAll<HTMLElement>('section .verse')];
  const widths = verse.map((box) => box.getBoundingClientRect().width);
  verse.forEach((box, i) => {
    box.style.width = `${Math.ceil(widths[i]! * 100) / 100}px`;
  });
  // A paragraph with a picture higher than a line is no run of lines that a page could end between.
  for (const picture of document.querySelectorAll<HTMLElement>('section p img')) {
    if (picture.offsetHeight > leading) picture.closest('p')!.classList.add('octavo-whole');
  }
}
