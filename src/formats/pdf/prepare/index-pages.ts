import type { IndexPlace } from '../../../edition/index-entries.js';
import type { Layout } from '../../../paginate/types.js';

/** The pages of some places as an index prints them: each once, neighbours joined to ranges (“3, 12–14, 20”). */
export function indexPages(
  places: readonly IndexPlace[],
  { anchors, pages }: Pick<Layout, 'anchors' | 'pages'>,
): string {
  const found = new Set(
    places.flatMap(({ from, to }) => {
      const first = anchors.get(from);
      if (first === undefined) return [];
      const last = Math.max(first, anchors.get(to) ?? first);
      // A blank page within a passage counts, since the passage goes on after it.
      return Array.from({ length: last - first + 1 }, (_, k) => first + k);
    }),
  );
  const style = (page: number) => (/^[ivxlcdm]+$/.test(pages[page]?.label ?? '') ? 'roman' : 'arabic');
  const ranges: { from: number; to: number }[] = [];
  for (const page of [...found].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page === last.to + 1 && style(page) === style(last.to)) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  const label = (page: number) => pages[page]?.label ?? '';
  return ranges.map(({ from, to }) => (from === to ? label(from) : `${label(from)}–${label(to)}`)).join(', ');
}
