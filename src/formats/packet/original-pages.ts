import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Edition } from '../../edition/edition.js';
import { CLASS } from '../../hast/vocabulary.js';
import type { Layout } from '../../paginate/types.js';

interface Mark {
  /** Page of the packet, from 0. */
  readonly at: number;
  /** Page of the original that begins there. */
  readonly page: string;
}

/**
 * The pages of the original that each page of the packet shows, as far as the texts mark them: `347`, `347–348`;
 * undefined where nothing is known.
 */
export function originalPages({ sections }: Edition, { pages, anchors }: Layout): (string | undefined)[] {
  const shown: (string | undefined)[] = pages.map(() => undefined);
  for (const [index, { id, content, credit }] of sections.entries()) {
    const first = anchors.get(id);
    if (first === undefined) continue;
    const last = lastPage(index);
    const marks = marksIn(content).flatMap(({ id: mark, page }): Mark[] => {
      const at = anchors.get(mark);
      return at === undefined ? [] : [{ at, page }];
    });
    if (marks.length === 0) continue;
    let current = /^\s*([\divxlc]+)/i.exec(credit.pages ?? '')?.[1];
    for (let page = first; page <= last; page++) {
      if (pages[page]!.kind === 'blank') continue;
      const own = marks.filter(({ at }) => at === page);
      // The text before the first mark of a page belongs to the page of the original before it.
      const from = startsWithMark(content) && page === first ? own[0]?.page : (current ?? own[0]?.page);
      current = own.at(-1)?.page ?? current;
      if (from !== undefined) shown[page] = from === current || !current ? from : `${from}–${current}`;
    }
  }
  return shown;

  function lastPage(index: number): number {
    const next = sections
      .slice(index + 1)
      .map(({ id }) => anchors.get(id))
      .find((page) => page !== undefined);
    const generated = pages.findIndex(
      (page, at) => at > (anchors.get(sections[index]!.id) ?? 0) && page.section.startsWith('octavo-'),
    );
    const ends = [next === undefined ? pages.length : next, generated < 0 ? pages.length : generated];
    return Math.min(...ends) - 1;
  }
}

function marksIn(content: Root): { id: string; page: string }[] {
  const marks: { id: string; page: string }[] = [];
  visit(content, 'element', ({ properties }) => {
    const { className, id, dataPage } = properties;
    if (Array.isArray(className) && className.includes(CLASS.pageMark) && id && dataPage)
      marks.push({ id: String(id), page: String(dataPage) });
  });
  return marks;
}

/** Whether a mark stands before the first words of the text below its title. */
function startsWithMark(content: Root): boolean {
  let words = '';
  let found = false;
  visit(content, (node) => {
    if (found || words) return false;
    if (node.type === 'element' && /^h1$/.test(node.tagName)) return 'skip';
    if (node.type === 'element' && 'dataAdded' in node.properties) return 'skip';
    if (node.type === 'element' && Array.isArray(node.properties.className))
      found ||= node.properties.className.includes(CLASS.pageMark);
    if (node.type === 'text') words += node.value.trim();
    return undefined;
  });
  return found;
}
