/**
 * Runs in the page before it is laid out: turns lines of code that are too long for the measure where a name ends, and
 * sets what is turned over in below the line's own indent, so that it does not look like a line of code.
 */
export function turnCode(): void {
  const HANG = 4;
  const pen = document.createElement('canvas').getContext('2d')!;
  const widths = new Map<string, number>();
  const px = (value: string) => Number.parseFloat(value) || 0;
  /** Where to end a line of these columns at the latest: after a space, else after a mark, else anywhere. */
  const cutIn = (line: string, from: number, columns: number): number => {
    for (const mark of [/\s/, /[,;(){}[\]=&|+]/, /[-./:_?@#]/])
      for (let at = from + columns; at > from + columns / 2; at--)
        if (mark.test(line[at - 1]!) && !mark.test(line[at] ?? '')) return at;
    return from + columns;
  };
  const turns: [HTMLElement, number, number][] = [];
  for (const pre of document.querySelectorAll<HTMLElement>('section pre')) {
    const style = getComputedStyle(pre);
    const font = `${style.fontSize} ${style.fontFamily}`;
    let width = widths.get(font);
    if (width === undefined) {
      pen.font = font;
      pen.textRendering = 'geometricPrecision';
      width = pen.measureText('0'.repeat(50)).width / 50;
      widths.set(font, width);
    }
    const room = pre.clientWidth - px(style.paddingLeft) - px(style.paddingRight);
    const columns = Math.floor((room + 0.1) / width);
    if (columns < 24) continue;
    let start = 0;
    for (const line of pre.textContent!.split('\n')) {
      // Other characters may come from a font of other widths.
      if (line.length > columns && /^[ -~\u00a0-\u024f\u2010-\u2026]*$/.test(line)) {
        const indent = /^ */.exec(line)![0].length;
        const hang = Math.min(indent + HANG, Math.floor(columns / 2));
        for (let at = cutIn(line, 0, columns); at < line.length; at = cutIn(line, at, columns - hang)) {
          turns.push([pre, start + at, hang]);
          if (line.length - at <= columns - hang) break;
        }
      }
      start += line.length + 1;
    }
  }
  // From the back, so that offsets stay valid.
  for (const [pre, offset, hang] of turns.reverse()) {
    const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
    let before = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (before + node.length < offset) {
        before += node.length;
        continue;
      }
      const turn = document.createElement('span');
      turn.className = 'code-turn';
      turn.style.setProperty('--hang', `${hang}ch`);
      if (offset - before === node.length) node.after(turn);
      else node.splitText(offset - before).before(turn);
      break;
    }
  }
}
