import type {
  BlockKind,
  Measured,
  MeasuredBlock,
  MeasuredBox,
  MeasuredCall,
  MeasuredNote,
  MeasuredOverflow,
  MeasuredSection,
} from './measured.js';

/**
 * Runs in the page, once the lines are set: lays everything out as one endless column and reads where each line
 * ends. Lines that the engine has set itself are counted, not looked for.
 */
export function measureLines(input: { height: number; late: boolean }): Measured {
  const state = window.octavoPages!;
  const blocks: MeasuredBlock[] = [];
  const boxes: MeasuredBox[] = [];
  const notes: MeasuredNote[] = [];
  const calls: MeasuredCall[] = [];
  const anchors: [string, number, number][] = [];
  const noteAnchors: [string, number, number][] = [];
  const overflows: MeasuredOverflow[] = [];
  const sections: MeasuredSection[] = [];
  const range = document.createRange();
  const px = (value: string) => Number.parseFloat(value) || 0;
  const INLINE = new Set(
    'A ABBR B BDI BDO BR CITE CODE DATA DEL DFN EM I INS KBD MARK Q RP RT RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR IMG'.split(
      ' ',
    ),
  );
  // Names of MathML are in small letters; a formula of its own is a block.
  const isInline = (element: Element) =>
    INLINE.has(element.tagName) ||
    (element.tagName === 'math' && element.getAttribute('display') !== 'block');
  const WHOLE = 'figure:not(.table, :has(pre)), img, svg, hr, math, .octavo-whole';
  const round = (value: number) => Math.round(value * 100) / 100;

  /** Bottoms of the lines of a text block that the browser has set, from the rectangles of its glyphs. */
  const glyphLines = (block: Element): { top: number; bottom: number }[] => {
    const found: { top: number; bottom: number }[] = [];
    let line: { top: number; bottom: number } | undefined;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node.nodeType === 3 || /^(?:IMG|MATH|math|svg)$/.test(node.nodeName)
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_SKIP,
    );
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === 3 && !/\S/.test((node as Text).data)) continue;
      const small = !!(node.parentElement as Element).closest('sup, sub, .note-call, .note-label');
      range.selectNodeContents(node);
      const rects = node.nodeType === 3 ? range.getClientRects() : (node as Element).getClientRects();
      for (const rect of rects) {
        if (rect.width === 0) continue;
        if (line && rect.top < line.bottom - 2 && rect.bottom > line.top + 2) {
          if (!small) {
            line.top = Math.min(line.top, rect.top);
            line.bottom = Math.max(line.bottom, rect.bottom);
          }
        } else {
          line = { top: rect.top, bottom: rect.bottom };
          found.push(line);
        }
      }
    }
    return found;
  };
  const bottomsOf = (block: Element, box: DOMRect): number[] => {
    const style = getComputedStyle(block);
    const top = box.top + px(style.paddingTop) + px(style.borderTopWidth);
    const bottom = box.bottom - px(style.paddingBottom) - px(style.borderBottomWidth);
    const leading = px(style.lineHeight);
    const ends = state.ends.get(block);
    let count = ends ? ends.length + 1 : Math.max(1, Math.round((bottom - top) / leading));
    let bottoms: number[];
    if (Math.abs(count * leading - (bottom - top)) < 0.6)
      bottoms = Array.from({ length: count }, (_, k) => top + ((k + 1) * (bottom - top)) / count);
    else {
      const lines = glyphLines(block);
      count = Math.max(1, lines.length);
      if (lines.length === 0) return [box.bottom];
      // Halfway to the next line; where an empty line of code comes first, that one belongs to the next.
      const middles = lines.map((line) => (line.top + line.bottom) / 2);
      const pitch = Math.min(...middles.slice(1).map((middle, k) => middle - middles[k]!));
      bottoms = lines.map((line, k) => {
        const next = lines[k + 1];
        if (!next) return bottom;
        const isFar = block.tagName === 'PRE' && middles[k + 1]! - middles[k]! > pitch * 1.5;
        return isFar ? middles[k]! + pitch / 2 : (line.bottom + next.top) / 2;
      });
    }
    bottoms[bottoms.length - 1] = box.bottom;
    return bottoms;
  };

  /** Whether a page should rather not end after this block. */
  const leadsOn = (block: Element) =>
    block.matches('.salutation, .dateline') ||
    (block.tagName === 'P' && /:\s*$/.test(block.lastChild?.textContent ?? ''));
  const guidesIn = (block: Element, kind: BlockKind) => {
    const entries = block.hasAttribute('data-guide')
      ? [block]
      : kind === 'whole'
        ? [...block.querySelectorAll('[data-guide]')]
        : [];
    const guides = entries.map((entry) => entry.getAttribute('data-guide')!);
    return guides.length ? { guides } : {};
  };
  /** Of paragraphs whose lines all have the same height, so that a line more or fewer is known without a look. */
  const looseness = (block: Element, box: DOMRect, bottoms: readonly number[]) => {
    const others = state.others.get(block);
    if (!others || Math.abs((bottoms[0]! - box.top) * bottoms.length - box.height) > 0.1) return {};
    const { longer, shorter } = others;
    return { ...(longer ? { longer: longer.cost } : {}), ...(shorter ? { shorter: shorter.cost } : {}) };
  };
  /** Whether the room above a heading, and that above and below a box, is its own and can grow. */
  const isSpaced = (block: Element) =>
    block.parentElement!.tagName === 'SECTION' &&
    !!block.previousElementSibling &&
    !/^H[1-6]$/.test(block.previousElementSibling.tagName);
  const isPlain = (block: Element | null) =>
    block?.tagName === 'P' && px(getComputedStyle(block).marginTop) === 0;
  const isApart = (box: Element) =>
    (isPlain(box.previousElementSibling) || /^H[1-6]$/.test(box.previousElementSibling?.tagName ?? '')) &&
    isPlain(box.nextElementSibling) &&
    px(getComputedStyle(box).marginTop) > 0 &&
    px(getComputedStyle(box).marginBottom) > 0;
  /** How many paragraphs a picture may be moved behind. One with a note stays, since its number would come too late. */
  const floatsPast = (box: Element) => {
    if (box.tagName !== 'FIGURE' || box.querySelector('[data-note], pre')) return 0;
    let count = 0;
    for (let next = box.nextElementSibling; count < FARTHEST && isPlain(next); count++)
      next = next!.nextElementSibling;
    return Math.max(0, count - 1);
  };
  const FARTHEST = 12;
  let keeps = 0;
  let tables = 0;
  let forced = false;
  interface Inside {
    readonly keep?: number;
    readonly table?: number;
    readonly repeat?: number;
  }
  const add = (
    block: Element,
    kind: BlockKind,
    box: DOMRect,
    bottoms: number[],
    inside: Inside,
    into: MeasuredBlock[],
  ) => {
    const level = /^H[1-6]$/.test(block.tagName) ? Number(block.tagName[1]) : undefined;
    const hyphens: number[] = [];
    state.ends.get(block)?.forEach(({ hyphen }, line) => {
      if (hyphen) hyphens.push(line);
    });
    into.push({
      kind: level ? 'heading' : kind,
      top: round(box.top),
      bottoms: bottoms.map(round),
      ...(level ? { level } : {}),
      ...(level && isSpaced(block) ? { spaced: true } : {}),
      ...(block.id ? { id: block.id } : {}),
      ...guidesIn(block, kind),
      ...(hyphens.length ? { hyphens } : {}),
      ...(kind === 'text' && inside.table === undefined ? looseness(block, box, bottoms) : {}),
      ...inside,
      ...(forced ? { forced } : {}),
      ...(leadsOn(block) ? { leads: true } : {}),
      ...(block.nextElementSibling?.matches('.signature, .attribution') ? { signed: true } : {}),
      ...(block.hasAttribute('data-added') ? { added: true } : {}),
    });
    forced = false;
  };
  const area = document.body.getBoundingClientRect();
  const overflow = (element: Element, what: 'wide' | 'tall', by: number) => {
    const marked = element.closest('[data-line]');
    const line = Number(marked?.getAttribute('data-line'));
    overflows.push({
      path: element.closest('body > section')?.getAttribute('data-path') ?? '',
      ...(line ? { line } : {}),
      what,
      element: element.tagName.toLowerCase(),
      text: (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60),
      by: round(by),
    });
  };

  const leaves = (parent: Element, inside: Inside, into: MeasuredBlock[], elements: Element[]) => {
    for (const child of parent.children) {
      if (child.classList.contains('notes') || child.classList.contains('margin-note')) continue;
      if (child.classList.contains('page-break')) {
        forced = true;
        continue;
      }
      if (isInline(child) && child.tagName !== 'IMG') continue;
      const box = child.getBoundingClientRect();
      if (box.height === 0 && box.width === 0) continue;
      const start = into.length;
      let hasBoxes = false;
      let hasText = false;
      for (let node = child.firstChild; node; node = node.nextSibling)
        if (node.nodeType === 1) {
          if (isInline(node as Element)) hasText = true;
          else hasBoxes = true;
        } else if (node.nodeType === 3 && /\S/.test((node as Text).data)) hasText = true;
      if (child.matches(WHOLE)) {
        elements.push(child);
        add(child, 'whole', box, [box.bottom], inside, into);
      } else if (child.tagName === 'TR') {
        elements.push(child);
        add(child, child.closest('thead') ? 'head-row' : 'row', box, [box.bottom], inside, into);
      } else if (child.tagName === 'TABLE') {
        const head = (child as HTMLTableElement).tHead;
        leaves(
          child,
          {
            ...inside,
            table: inside.table ?? ++tables,
            ...(head ? { repeat: round(head.getBoundingClientRect().height) } : {}),
          },
          into,
          elements,
        );
      } else if (child.tagName === 'FIGURE' && hasBoxes) {
        // A table or a listing, and its caption.
        leaves(child, { ...inside, table: ++tables }, into, elements);
      } else if (hasBoxes && !/flex|grid/.test(getComputedStyle(child).display)) {
        leaves(
          child,
          child.classList.contains('keep') ? { ...inside, keep: ++keeps } : inside,
          into,
          elements,
        );
      } else if (hasText || box.height > 0) {
        const isText = hasText && !hasBoxes;
        const kind: BlockKind = !isText
          ? 'whole'
          : child.classList.contains('stanza')
            ? 'verse'
            : child.tagName === 'DT' || child.closest('[data-leads]')
              ? 'term'
              : child.tagName === 'PRE'
                ? 'code'
                : 'text';
        elements.push(child);
        add(child, kind, box, isText ? bottomsOf(child, box) : [box.bottom], inside, into);
      }
      if (into === blocks && parent.tagName === 'SECTION' && into.length > start && isApart(child)) {
        state.boxes.push(child);
        boxes.push({ from: start, to: into.length, floats: floatsPast(child) });
      }
      const { tooTall, tooWide } = (child as HTMLElement).dataset ?? {};
      if (into === blocks && tooTall) overflow(child, 'tall', Number(tooTall));
      if (into === blocks && tooWide) overflow(child, 'wide', Number(tooWide));
      if (
        into === blocks &&
        box.height > input.height + 1 &&
        (child.matches(WHOLE) || child.tagName === 'TR')
      )
        overflow(child, 'tall', box.height - input.height);
      const beyond = Math.max(box.right - area.right, area.left - box.left);
      if (beyond > 1.5 && !hasBoxes && into === blocks) overflow(child, 'wide', beyond);
      else if (
        !hasBoxes &&
        into === blocks &&
        // Marks that hang beyond the edge of what the engine has set are no overflow.
        child.scrollWidth >
          child.clientWidth + (state.ends.has(child) ? px(getComputedStyle(child).fontSize) / 2 : 2) &&
        child.clientWidth > 0
      )
        overflow(child, 'wide', child.scrollWidth - child.clientWidth);
    }
  };
  const firstBelow = (
    list: readonly { bottoms: readonly number[] }[],
    from: number,
    to: number,
    y: number,
  ) => {
    let low = from;
    let high = to - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const bottoms = list[middle]!.bottoms;
      if (bottoms[bottoms.length - 1]! > y) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const lineAt = (bottoms: readonly number[], y: number) => {
    const line = bottoms.findIndex((bottom) => bottom > y);
    return line < 0 ? bottoms.length - 1 : line;
  };
  const middleOf = (element: Element) => {
    const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return isInline(element) ? (rect.top + rect.bottom) / 2 : rect.top + 1;
  };

  const noteIndex = new Map<string, number>();
  for (const section of document.body.children) {
    if (section.tagName !== 'SECTION' || section.hasAttribute('data-late') !== input.late) continue;
    const from = blocks.length;
    const elements: Element[] = [];
    leaves(section, {}, blocks, elements);
    state.blocks.push(...elements);
    for (const block of blocks.slice(from))
      state.bottoms.push(block.bottoms.map((bottom) => bottom - block.top));
    const data = (section as HTMLElement).dataset;
    sections.push({
      id: section.id,
      opening: data.opening === 'any' || data.opening === 'run-on' ? data.opening : 'recto',
      folios: data.folios === 'roman' || data.folios === 'none' ? data.folios : 'arabic',
      late: input.late,
      top: round(section.getBoundingClientRect().top),
      from,
      to: blocks.length,
    });
    for (const note of section.querySelectorAll(':scope > .notes > .note')) {
      const box = note.getBoundingClientRect();
      const parts: MeasuredBlock[] = [];
      const partElements: Element[] = [];
      leaves(note, {}, parts, partElements);
      const bottoms = parts.flatMap((part) => part.bottoms.map((bottom) => round(bottom - box.top)));
      if (bottoms.length === 0) bottoms.push(0);
      bottoms[bottoms.length - 1] = round(box.height);
      noteIndex.set(note.id, notes.length);
      state.notes.push(note);
      state.noteLeaves.push(
        parts.map((part, k) => ({
          block: partElements[k]!,
          bottoms: part.bottoms.map((bottom) => bottom - part.top),
        })),
      );
      notes.push({ id: note.id, bottoms });
    }
  }
  const called = new Set<string>();
  let s = -1;
  for (const section of document.body.children) {
    if (section.tagName !== 'SECTION' || section.hasAttribute('data-late') !== input.late) continue;
    const { from, to } = sections[++s]!;
    const place = (element: Element) => {
      const note = element.closest('.notes > .note');
      const y = middleOf(element);
      if (note) {
        const index = noteIndex.get(note.id)!;
        const top = note.getBoundingClientRect().top;
        return { inNote: index, line: lineAt(notes[index]!.bottoms, y - top), top };
      }
      if (from === to) return undefined;
      const block = firstBelow(blocks, from, to, y);
      return { block, line: lineAt(blocks[block]!.bottoms, y), top: blocks[block]!.top };
    };
    for (const call of section.querySelectorAll('[data-note]')) {
      const id = call.getAttribute('data-note')!;
      const note = noteIndex.get(id);
      const at = place(call);
      if (note === undefined || !at) continue;
      const rect = call.getBoundingClientRect();
      const { top, ...where } = at;
      calls.push({
        id: call.id,
        note,
        ...(called.has(id) ? { again: true } : {}),
        ...where,
        x: round(rect.left - area.left),
        y: round(rect.top - top),
        width: round(rect.width),
        height: round(rect.height),
      });
      called.add(id);
    }
    // A note that nothing calls is not lost: it stands where its section ends.
    for (const note of section.querySelectorAll(':scope > .notes > .note'))
      if (!called.has(note.id) && from < to)
        calls.push({
          id: '',
          note: noteIndex.get(note.id)!,
          block: to - 1,
          line: blocks[to - 1]!.bottoms.length - 1,
          x: 0,
          y: 0,
          width: 0,
          height: 0,
        });
    for (const element of section.querySelectorAll('[id]')) {
      if (element.matches('.notes > .note')) continue;
      const at = place(element);
      if (!at) continue;
      if (at.inNote !== undefined) noteAnchors.push([element.id, at.inNote, at.line]);
      else anchors.push([element.id, at.block!, at.line]);
    }
  }
  return { sections, blocks, boxes, notes, calls, anchors, noteAnchors, overflows };
}
