import type { Layout } from '../../../paginate/types.js';

/** The pages of some marks as an index prints them: each once, neighbours joined to ranges (“3, 12–14, 20”). */
export function indexPages(marks: readonly string[], { anchors, pages }: Layout): string {
  const found = new Set(marks.flatMap((id) => anchors.get(id) ?? []));
  const ranges: { from: number; to: number }[] = [];
  for (const page of [...found].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    const joins = last && page === last.to + 1 && pages[page]?.numbering === pages[last.to]?.numbering;
    if (joins) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  const label = (page: number) => pages[page]?.label ?? '';
  return ranges.map(({ from, to }) => (from === to ? label(from) : `${label(from)}–${label(to)}`)).join(', ');
}
