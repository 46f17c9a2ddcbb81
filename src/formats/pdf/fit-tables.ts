/**
 * Runs in the page before it is laid out: makes tables that are wider than the text fit. In this order: smaller
 * letters; names in code divided where a part of them ends; words divided anywhere, in the columns that have the
 * longest of them. A table with divided words says how many pixels it lacked (`data-too-wide`).
 */
export function fitTables(measure: number): void {
  const SIZES = ['0.8em', '0.72em'];
  for (const table of document.querySelectorAll<HTMLTableElement>('section table')) {
    const over = () => Math.max(table.offsetWidth, table.scrollWidth) - measure;
    const smaller = () => {
      for (const size of SIZES) {
        if (over() <= 0) return;
        table.style.fontSize = size;
      }
    };
    smaller();
    if (over() > 0 && divideNames(table)) {
      table.style.fontSize = '';
      smaller();
    }
    if (over() <= 0) continue;
    const lacking = over();
    narrow(table);
    // Pictures in cells know their limit only where the columns do not follow them.
    if (over() > 0) {
      table.style.overflowWrap = 'anywhere';
      table.style.tableLayout = 'fixed';
      table.style.width = '100%';
    }
    if (!table.querySelector('img, svg')) table.dataset.tooWide = lacking.toFixed(1);
  }

  /** Lets names in code end a line after a mark and before a capital; tells whether there are such names. */
  function divideNames(table: HTMLTableElement): boolean {
    let found = false;
    for (const code of table.querySelectorAll('code')) {
      const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      for (const node of nodes) {
        const parts = node.data.split(
          /(?<=[\w\])][._/:,;(=&|+@#-])(?=[\w([])(?<!\d.(?=\d))|(?<=\p{Ll})(?=\p{Lu})/u,
        );
        if (parts.length === 1) continue;
        found = true;
        node.replaceWith(...parts.flatMap((part, k) => (k ? [document.createElement('wbr'), part] : [part])));
      }
    }
    return found;
  }

  /** Divides words in the columns that are wider than their share, and leaves all others whole. */
  function narrow(table: HTMLTableElement): void {
    const cells = Array.from(table.rows, (row) => [...row.cells]).flat();
    const lefts = cells.map((cell) => Math.round(cell.getBoundingClientRect().left));
    for (const cell of cells) cell.style.cssText += ';display:inline-block;width:min-content';
    const longest = cells.map((cell) => cell.getBoundingClientRect().width);
    for (const cell of cells) cell.style.removeProperty('display');
    for (const cell of cells) cell.style.removeProperty('width');
    const columns = new Map<number, number>();
    cells.forEach((cell, k) => {
      if (cell.colSpan === 1) columns.set(lefts[k]!, Math.max(columns.get(lefts[k]!) ?? 0, longest[k]!));
    });
    // What is left for each of the columns that are yet to be given their width, the narrowest first.
    const widths = [...columns.values()].sort((a, b) => a - b);
    let left = measure - 1;
    let limit = 0;
    for (const [k, width] of widths.entries()) {
      limit = left / (widths.length - k);
      if (width > limit) break;
      left -= width;
    }
    cells.forEach((cell, k) => {
      if (cell.colSpan === 1 && columns.get(lefts[k]!)! <= limit) return;
      cell.style.overflowWrap = 'anywhere';
      if (cell.colSpan === 1) cell.style.cssText += `;box-sizing:border-box;min-width:${Math.floor(limit)}px`;
    });
  }
}
