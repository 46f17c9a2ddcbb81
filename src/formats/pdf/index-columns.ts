/**
 * Runs in the page once the entries of the index have their numbers: sets them in two columns, in a box for each page,
 * the columns of the last one level. A subentry does not open a column without its term where that can be helped.
 */
export function setIndexColumns({
  lines,
  leading,
}: {
  readonly lines: number;
  readonly leading: number;
}): void {
  for (const index of document.querySelectorAll<HTMLElement>('.index')) {
    const entries = [...index.children] as HTMLElement[];
    const first = make('index-page');
    const column = make('index-column');
    first.append(column, make('index-column'));
    column.append(...entries);
    index.append(first);
    const section = index.closest('body > section')!;
    const above = index.getBoundingClientRect().top - section.getBoundingClientRect().top;
    const measured = entries.map((entry) => ({
      entry,
      height: entry.getBoundingClientRect().height,
      gap: Number.parseFloat(getComputedStyle(entry).marginTop) || 0,
      follows: entry.classList.contains('sub'),
    }));
    first.remove();
    let from = 0;
    let room = lines * leading - above;
    while (from < measured.length) {
      const whole = fillColumns(from, room);
      const to = whole[1]!;
      let ends = whole;
      // The last page: as low as both columns can be.
      if (to === measured.length)
        for (let height = leading; height < room; height += leading) {
          const tried = fillColumns(from, height);
          if (tried[1] !== measured.length) continue;
          ends = tried;
          break;
        }
      const page = make('index-page');
      for (const [start, end] of [
        [from, ends[0]!],
        [ends[0]!, ends[1]!],
      ] as const) {
        const part = make('index-column');
        for (const { entry } of measured.slice(start, end)) part.append(entry);
        page.append(part);
      }
      index.append(page);
      from = ends[1]!;
      room = lines * leading;
    }

    /** The ends of two columns of a height, the first of which begins with the entry `at`. */
    function fillColumns(at: number, height: number): [number, number] {
      const ends: number[] = [];
      for (let k = 0, start = at; k < 2; k++) {
        let end = start;
        let used = 0;
        while (end < measured.length) {
          const { height: own, gap } = measured[end]!;
          const needs = own + (end === start ? 0 : gap);
          if (used + needs > height + 0.5 && end > start) break;
          used += needs;
          end++;
        }
        let back = end;
        while (back > start + 1 && back < measured.length && measured[back]!.follows && end - back < 4)
          back--;
        if (back < measured.length && !measured[back]!.follows && back > start) end = back;
        ends.push(end);
        start = end;
      }
      return [ends[0]!, ends[1]!];
    }
  }
  function make(name: string): HTMLElement {
    const element = document.createElement('div');
    element.className = name;
    return element;
  }
}
