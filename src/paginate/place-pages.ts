import type { naturalEnd, TextPosition } from './natural-end.js';

/** What the write pass is told: the page ends of each run, and what stands at the foot of each page. */
export interface PlaceInput {
  /** Boxes, as `measureLines` numbered them, that are to stand behind a later block. */
  readonly moves: readonly { readonly box: number; readonly after: number }[];
  readonly runs: readonly PlacedRun[];
  /** Blank pages: before the section with this id. */
  readonly blanks: readonly string[];
  readonly measure: number;
}

export interface PlacedRun {
  /** Index of its first section, and of its first page, which may be a blank one. */
  readonly section: number;
  readonly from: number;
  /** Id of its first section, and of its last. */
  readonly first: string;
  readonly last: string;
  readonly pages: readonly PlacedPage[];
}

export interface PlacedPage {
  /** Last block and line of the page; absent on a page of notes only. */
  readonly block?: number;
  readonly line?: number;
  /** The block that the next page begins with, where the page ends between blocks. */
  readonly next?: number;
  /** The page ends inside its last block. */
  readonly inside?: boolean;
  /** Whether more text follows in the run. */
  readonly more: boolean;
  /** Room below the text, and height of the notes in it. */
  readonly left: number;
  readonly foot: number;
  readonly notes: readonly PlacedNote[];
}

export interface PlacedNote {
  readonly note: number;
  /** Its first line here, and the line after its last one here; `to` absent where it ends here. */
  readonly from: number;
  readonly to?: number;
}

/**
 * Runs in the page: the one write pass. The text is not split. Where a page ends inside a paragraph whose lines the
 * engine has broken, a block with the notes and a forced break stands between two of its lines; where the browser has
 * broken them, it is a float in the page's last line, as high as the room that is left, which does not end that line;
 * between blocks it is a box and a break.
 */
export function placePages(input: PlaceInput, tools: { naturalEnd: typeof naturalEnd }): { floats: number } {
  const state = window.octavoPages!;
  const { measure } = input;
  const range = document.createRange();
  const px = (value: string) => Number.parseFloat(value) || 0;
  let floats = 0;
  for (const { box, after } of input.moves) state.blocks[after]!.after(state.boxes[box]!);

  // Reading first: where lines end that the browser has broken, and how far blocks are indented.
  interface Position extends TextPosition {
    readonly own: boolean;
  }
  const endOf = (block: Element, line: number, bottom: number): Position | undefined => {
    const ends = state.ends.get(block);
    const end = ends?.[line];
    if (end) return { node: end.node, offset: end.offset, own: true };
    const natural = tools.naturalEnd(block, bottom);
    return natural && { ...natural, own: false };
  };
  const rtl = getComputedStyle(document.body).direction === 'rtl';
  const bodyBox = document.body.getBoundingClientRect();
  const insetOf = (box: Element) => {
    const style = getComputedStyle(box);
    const rect = box.getBoundingClientRect();
    return rtl
      ? bodyBox.right - rect.right + px(style.paddingRight) + px(style.borderRightWidth)
      : rect.left - bodyBox.left + px(style.paddingLeft) + px(style.borderLeftWidth);
  };
  const outermost = (start: Element) => {
    const chain = [start];
    let box = start;
    // A row below its table's head stays where it is: between the parts of a table only rows can stand.
    const isInTable = (one: Element) => one.tagName === 'TR' && one !== one.closest('table')!.rows[0];
    while (
      box.parentElement &&
      box.parentElement !== document.body &&
      !box.previousElementSibling &&
      !isInTable(box)
    ) {
      box = box.parentElement;
      chain.push(box);
    }
    return { box, chain };
  };
  interface RepeatedHead {
    readonly section: HTMLTableSectionElement;
    readonly rows: readonly { readonly row: HTMLTableRowElement; readonly styles: readonly string[] }[];
  }
  const headOf = (row: Element): RepeatedHead | undefined => {
    const section = row.closest('table')!.tHead;
    if (!section || section.contains(row)) return undefined;
    const rule = getComputedStyle(section).borderBottom;
    const rows = [...section.rows];
    return {
      section,
      rows: rows.map((one, r) => ({
        row: one,
        styles: [...one.cells].map((cell) => {
          const { paddingTop, paddingBottom } = getComputedStyle(cell);
          const below = r === rows.length - 1 ? `;border-bottom:${rule}` : '';
          return `padding-top:${paddingTop};padding-bottom:${paddingBottom}${below}`;
        }),
      })),
    };
  };
  interface Reading {
    position?: Position;
    inset: number;
    next?: { box: Element; chain: Element[]; head?: RepeatedHead };
  }
  const readings = input.runs.map((run) =>
    run.pages.map((page): Reading => {
      if (page.block === undefined) return { inset: 0 };
      const block = state.blocks[page.block]!;
      if (page.inside) {
        const bottom = block.getBoundingClientRect().top + state.bottoms[page.block]![page.line!]!;
        const position = endOf(block, page.line!, bottom);
        // A line of verse may be a box of its own in the block.
        const box = position?.node.parentElement?.closest('p, li, dd, dt, pre, div, blockquote') ?? block;
        return { inset: insetOf(block.contains(box) ? box : block), ...(position ? { position } : {}) };
      }
      if (page.next === undefined) return { inset: 0 };
      const next = outermost(state.blocks[page.next]!);
      const head = next.box.tagName === 'TR' ? headOf(next.box) : undefined;
      return {
        next: { ...next, ...(head ? { head } : {}) },
        inset: next.box.parentElement === document.body ? 0 : insetOf(next.box.parentElement!),
      };
    }),
  );
  interface Cut {
    note: number;
    line: number;
    block?: Element;
    position?: Position;
    kind?: 'justified' | 'ragged' | 'code';
  }
  const cuts: Cut[] = [];
  /** The widths of tables that are to be divided: each part has those of the whole, whatever rows it has. */
  const widths = new Map<HTMLTableElement, readonly (readonly [HTMLElement, number])[]>();
  const keepWidths = (block: Element) => {
    const table = block.closest('table');
    if (!table || widths.has(table)) return;
    const cells = [...table.rows].flatMap((row) => [...row.cells]);
    widths.set(
      table,
      [table, ...cells].map((box) => [box, box.getBoundingClientRect().width] as const),
    );
  };
  for (const run of input.runs)
    for (const page of run.pages)
      for (const { note, to } of page.notes) {
        if (to === undefined) continue;
        let line = to;
        for (const leaf of state.noteLeaves[note]!) {
          if (line === 0) {
            keepWidths(leaf.block);
            cuts.push({ note, line: to, block: leaf.block });
            break;
          }
          if (line < leaf.bottoms.length) {
            const bottom = leaf.block.getBoundingClientRect().top + leaf.bottoms[line - 1]!;
            const position = endOf(leaf.block, line - 1, bottom);
            const { whiteSpaceCollapse, textAlign } = getComputedStyle(leaf.block);
            const kind =
              textAlign === 'justify' ? 'justified' : whiteSpaceCollapse === 'collapse' ? 'ragged' : 'code';
            cuts.push({ note, line: to, block: leaf.block, kind, ...(position ? { position } : {}) });
            break;
          }
          line -= leaf.bottoms.length;
        }
      }
  const container = document.querySelector('.notes');
  const base = container && getComputedStyle(container);
  const font = base ? `${base.fontSize}/${base.lineHeight} ${base.fontFamily}` : '';

  // Nothing is laid out again before it is printed.
  document.documentElement.classList.add('octavo-placed', 'octavo-printing');

  // Writing, from the back, so that offsets into the text stay valid.
  const make = (tag: string, ...classes: string[]) => {
    const element = document.createElement(tag);
    element.classList.add(...classes);
    return element as HTMLElement;
  };
  const pieces = new Map<string, Element>();
  for (const [index, note] of state.notes.entries()) pieces.set(`${index}:0`, note);
  for (const [table, boxes] of widths) {
    table.style.tableLayout = 'fixed';
    for (const [box, width] of boxes)
      box.style.cssText += `;box-sizing:border-box;width:${width.toFixed(3)}px`;
  }
  for (const { note, line, block, position, kind } of cuts.reverse()) {
    const whole = state.notes[note]!;
    const rest = whole.cloneNode(false) as HTMLElement;
    rest.removeAttribute('id');
    rest.classList.add('octavo-rest');
    if (position) {
      const { node, offset, own } = position;
      if (own) node.deleteData(offset, 1);
      // Of code the line feed alone belongs to the line that ends: spaces behind it are the next one's indent.
      const ends = kind === 'code' ? /^\S*[^\S\n]*\n?/ : /^\S*\s*/;
      const word = own ? 0 : (ends.exec(node.data.slice(offset))?.[0].length ?? 0);
      range.setStart(node, offset + word);
      range.setEnd(whole, whole.childNodes.length);
      rest.append(range.extractContents());
      // The boxes that the cut goes through are in both parts now; the second part may be cut again at its end.
      let second: Element = block!;
      const through: Element[] = [];
      for (; second !== whole; second = second.parentElement!) through.unshift(second);
      second = rest;
      for (const first of through) {
        second = second.firstElementChild!;
        second.classList.add('octavo-goes-on');
        second.removeAttribute('id');
        first.classList.add('octavo-cut');
      }
      if (kind === 'justified') block!.classList.add('octavo-full');
      firstLeaf(rest)?.classList.add('octavo-opens');
    } else {
      const from = outermostWithin(block!, whole);
      const divided: Element[] = [];
      for (let box = from.parentElement!; box !== whole; box = box.parentElement!) divided.push(box);
      range.setStartBefore(from);
      range.setEnd(whole, whole.childNodes.length);
      rest.append(range.extractContents());
      // A table or a list in two parts: neither has more height than it had in the whole.
      let second: Element = rest;
      for (const first of divided) {
        first.classList.add('octavo-ends');
        second = second.firstElementChild!;
        second.classList.add('octavo-begins');
        second.removeAttribute('id');
      }
    }
    pieces.set(`${note}:${line}`, rest);
  }
  /** The empty element that a part of a note begins with, if it is no text. */
  function firstLeaf(part: Element): Element | undefined {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === 3 ? (node as Text).data !== '' : !node.hasChildNodes())
        return node.nodeType === 3 ? undefined : (node as Element);
    }
    return undefined;
  }
  function outermostWithin(start: Element, whole: Element): Element {
    let box = start;
    while (box.parentElement && box.parentElement !== whole && !box.previousElementSibling)
      box = box.parentElement;
    return box;
  }

  interface Foot {
    readonly box: HTMLElement;
    readonly page: PlacedPage;
  }
  input.runs.forEach((run, r) => {
    const last = document.getElementById(run.last)!;
    // Pages of notes only come after the page before them, so the place of that one is theirs, too.
    let pending: Foot[] = [];
    for (let i = run.pages.length - 1; i >= 0; i--) {
      const page = run.pages[i]!;
      const reading = readings[r]![i]!;
      const foot = make(reading.position || page.inside ? 'span' : 'div', 'octavo-foot');
      // Empty lines of code that the page before has left out are counted to this page, but do not stand on it.
      const before =
        page.block === undefined
          ? -1
          : run.pages.findLastIndex(({ block }, k) => k < i && block !== undefined);
      const dropped = readings[r]![before]?.position?.dropped ?? 0;
      const height = page.left - 2 + (reading.position?.blank ?? 0) + dropped;
      for (const { note, from, to } of page.notes) {
        const piece = pieces.get(`${note}:${from}`)!;
        if (to !== undefined) piece.classList.add('octavo-to-go-on');
        foot.append(piece);
      }
      const style = [`height:${height.toFixed(3)}px`];
      if (font) style.push(`font:${font}`);
      if (page.notes.length > 0) {
        style.push(`padding-top:${Math.max(0, height - page.foot).toFixed(3)}px`);
        foot.classList.add('ruled');
        if (page.notes[0]!.from > 0) foot.classList.add('continued');
      }
      foot.style.cssText = style.join(';');
      if (page.block === undefined) {
        pending.unshift({ box: foot, page });
        continue;
      }
      const widen = (box: HTMLElement, inset: number) => {
        if (!inset) return;
        box.style.width = `${measure}px`;
        box.style.marginInlineStart = `${-inset}px`;
      };
      const feet: Foot[] = [...(page.notes.length > 0 ? [{ box: foot, page }] : []), ...pending];
      if (reading.position) {
        const { node, offset, own } = reading.position;
        const after = offset === 0 ? node : node.splitText(offset);
        if (own) after.deleteData(0, 1);
        // An empty line of code at a page's end would slip beside the float and draw the next line after it.
        const empty = own ? null : /^\n((?:[ \t]*\n)+)/.exec(after.data);
        if (empty && after.parentElement!.closest('pre')) after.deleteData(1, empty[1]!.length);
        const all = own || page.left > 4 || page.notes.length > 0 ? [{ box: foot, page }, ...pending] : feet;
        const boxes = all.map(({ box: one }, k) => {
          const box = one.tagName === 'SPAN' ? one : asSpan(one);
          widen(box, reading.inset);
          floats++;
          if (!own) {
            if (k > 0) box.classList.add('octavo-page');
            return box;
          }
          const end = make('span', 'octavo-end', ...(k > 0 ? ['octavo-page'] : []));
          end.style.height = box.style.height;
          end.append(box);
          return end;
        });
        after.before(...boxes);
        if (own) boxes.at(-1)!.classList.add('octavo-over');
        else keepIndent(after);
      } else {
        const block = state.blocks[page.block]!;
        for (let box: Element = block; box.parentElement && box !== document.body; box = box.parentElement) {
          if (box.parentElement === document.body) break;
          box.classList.add('octavo-bottom');
          if (box.nextElementSibling && !box.nextElementSibling.classList.contains('notes')) break;
        }
        if (reading.next) {
          const { chain, head } = reading.next;
          let { box } = reading.next;
          for (const one of chain) one.classList.add('octavo-top');
          if (head) box = repeated(head, box);
          box.classList.add('octavo-page');
          feet.forEach(({ box: one, page: { left, foot: needed } }, k) => {
            widen(one, reading.inset);
            if (k > 0 || page.notes.length === 0) one.classList.add('octavo-page');
            if (box.tagName === 'TR') {
              one.style.height = `${left - 6}px`;
              one.style.paddingTop = `${Math.max(0, left - 6 - needed)}px`;
              const row = make('tr');
              const cell = make('td', 'octavo-cell') as HTMLTableCellElement;
              // As many columns as the table has: more would be columns of their own, and leave the notes untagged.
              const rows = [...(box.closest('table') as HTMLTableElement).rows];
              cell.colSpan = Math.max(
                ...rows.map(({ cells }) => [...cells].reduce((sum, { colSpan }) => sum + colSpan, 0)),
              );
              // A box without width, so that the notes do not change the widths of the columns.
              const narrow = make('div');
              narrow.style.width = '0';
              one.style.width = `${measure}px`;
              narrow.append(one);
              cell.append(narrow);
              row.append(cell);
              if (one.classList.contains('octavo-page')) row.classList.add('octavo-page');
              box.before(row);
            } else if (box.parentElement === document.body) last.previousElementSibling?.append(one);
            else box.before(one);
          });
        } else
          feet.forEach(({ box: one }, k) => {
            if (k > 0 || page.notes.length === 0) one.classList.add('octavo-page');
            last.append(one);
          });
      }
      pending = [];
    }
  });
  /**
   * The rows of a table's head once more, before the row that a page begins with. Left to itself Chromium repeats a
   * head on pages of notes, too, which then never end.
   */
  function repeated(head: RepeatedHead, box: Element): Element {
    head.section.classList.add('octavo-head');
    const rows = head.rows.map(({ row, styles }) => {
      const copy = row.cloneNode(true) as HTMLTableRowElement;
      copy.setAttribute('aria-hidden', 'true');
      copy.classList.add('octavo-repeated');
      for (const one of [copy, ...copy.querySelectorAll('[id], [data-note], [role]')])
        for (const name of ['id', 'data-note', 'role', 'href']) one.removeAttribute(name);
      [...copy.cells].forEach((cell, k) => {
        cell.style.cssText += `;${styles[k]}`;
      });
      box.before(copy);
      return copy;
    });
    return rows[0] ?? box;
  }
  /** Beside the float, which leaves no room, the spaces that begin a line of code would hang and lose their width. */
  function keepIndent(after: Text): void {
    const indent = /^\n([ \t]+)/.exec(after.data)?.[1];
    if (!indent) return;
    const spaces = after.splitText(1);
    spaces.splitText(indent.length);
    const box = make('span', 'octavo-indent');
    spaces.before(box);
    box.append(spaces);
  }
  function asSpan(foot: HTMLElement): HTMLElement {
    const span = make('span');
    span.className = foot.className;
    span.style.cssText = foot.style.cssText;
    span.append(...foot.childNodes);
    return span;
  }
  for (const notes of document.querySelectorAll('body > section > .notes'))
    if (!notes.firstElementChild) notes.remove();
  for (const id of input.blanks) document.getElementById(id)!.before(make('div', 'octavo-blank'));
  return { floats };
}
