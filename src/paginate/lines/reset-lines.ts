import type { writeBreaks } from './write-breaks.js';

/**
 * A line more (1) or fewer (-1) on a page: of a paragraph (`lines`), above a heading (`above`), or half a line each
 * above and below a box (`around`). The index is that of a block, or of a box, as `measureLines` numbered it.
 */
export interface Reset {
  readonly kind: 'lines' | 'above' | 'around';
  readonly index: number;
  readonly by: 1 | -1;
}

/** What has moved in a paragraph that was set anew. */
export interface MovedLines {
  readonly block: number;
  readonly by: 1 | -1;
  /** Lines (counted from 0) that end with a hyphen. */
  readonly hyphens: readonly number[];
  /** Where its calls stand now: by id, the line, and pixels from the edge of the text and the top of the paragraph. */
  readonly calls: readonly (readonly [id: string, line: number, x: number, y: number])[];
  /** Lines of all in it that has an id. */
  readonly anchors: readonly (readonly [id: string, line: number])[];
}

/** Runs in the page, when pages are planned: sets paragraphs, and the room round boxes, as their pages want them. */
export function resetLines(
  { resets, leading }: { resets: readonly Reset[]; leading: number },
  tools: { writeBreaks: typeof writeBreaks },
): MovedLines[] {
  const state = window.octavoPages!;
  // All is read before anything is written, so that nothing is laid out in between.
  const grown = new Map<HTMLElement, { top: number; bottom: number }>();
  for (const { kind, index, by } of resets) {
    if (kind === 'lines') continue;
    const box = (kind === 'above' ? state.blocks[index] : state.boxes[index]) as HTMLElement;
    const { marginTop, marginBottom } = getComputedStyle(box);
    const { top, bottom } = grown.get(box) ?? {
      top: Number.parseFloat(marginTop),
      bottom: Number.parseFloat(marginBottom),
    };
    grown.set(
      box,
      kind === 'above'
        ? { top: top + leading * by, bottom }
        : { top: top + (leading * by) / 2, bottom: bottom + (leading * by) / 2 },
    );
  }
  for (const [box, { top, bottom }] of grown) {
    box.style.marginTop = `${top}px`;
    box.style.marginBottom = `${bottom}px`;
  }
  const paragraphs = resets.filter(({ kind }) => kind === 'lines');
  for (const { index: block, by } of paragraphs) {
    const element = state.blocks[block] as HTMLElement;
    const others = state.others.get(element)!;
    const setting = by > 0 ? others.longer! : others.shorter!;
    for (const node of others.added) {
      state.hyphens.delete(node as Text);
      node.remove();
    }
    others.nodes.forEach((node, k) => {
      state.hyphens.delete(node);
      node.data = others.texts[k]!;
    });
    others.added = tools.writeBreaks(element, others.nodes, setting.breaks, state);
    element.style.setProperty('--fill', `${setting.fill.toFixed(2)}px`);
    const before = state.bottoms[block]!;
    const pitch = before[before.length - 1]! / before.length;
    state.bottoms[block] = Array.from({ length: before.length + by }, (_, k) => (k + 1) * pitch);
  }
  const round = (value: number) => Math.round(value * 100) / 100;
  let left: number | undefined;
  return paragraphs.map(({ index: block, by }) => {
    const element = state.blocks[block]!;
    const hyphens: number[] = [];
    state.ends.get(element)?.forEach(({ hyphen }, line) => {
      if (hyphen) hyphens.push(line);
    });
    const calls: [string, number, number, number][] = [];
    const anchors: [string, number][] = [];
    const marked = element.querySelectorAll('[id]');
    if (marked.length > 0) {
      left ??= document.body.getBoundingClientRect().left;
      const { top } = element.getBoundingClientRect();
      const bottoms = state.bottoms[block]!;
      for (const one of marked) {
        const rect = one.getClientRects()[0] ?? one.getBoundingClientRect();
        const y = (rect.top + rect.bottom) / 2 - top;
        const found = bottoms.findIndex((bottom) => bottom > y);
        const line = found < 0 ? bottoms.length - 1 : found;
        anchors.push([one.id, line]);
        const box = one.getBoundingClientRect();
        if (one.hasAttribute('data-note'))
          calls.push([one.id, line, round(box.left - left), round(box.top - top)]);
      }
    }
    return { block, by, hyphens, calls, anchors };
  });
}
