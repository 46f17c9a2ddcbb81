/** Runs in the page before it is laid out: fixes the widths of verse, and tells pictures higher than a line. */
export function fitBoxes(leading: number): void {
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
