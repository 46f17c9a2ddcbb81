import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { chapterLabel } from '../normalise/headings/chapter-label.js';
import { headingText } from '../normalise/headings/heading-text.js';

/**
 * In a book that is one text, the one heading of the first level is its title, and what is called “Chapter I”,
 * “Chapter II” below it are its chapters: they are raised to the first level with all that is below them.
 */
export function promoteChapters(tree: Root): void {
  const headings: Heading[] = [];
  visit(tree, 'heading', (heading) => {
    headings.push(heading);
  });
  const titles = headings.filter(({ depth }) => depth === 1);
  const second = headings.filter(({ depth }) => depth === 2);
  const labelled = second.filter(isLabelled);
  // Without a heading for it, the title stands in the front matter.
  const isTitled = titles.length === 0 || (titles.length === 1 && headings[0] === titles[0]);
  if (!isTitled || labelled.length < 2) return;
  // A preface and an appendix among many chapters have no label.
  if (labelled.length * 2 < second.length) return;
  for (const heading of headings)
    if (heading.depth > 1) heading.depth = (heading.depth - 1) as Heading['depth'];
}

function isLabelled({ data, children }: Heading): boolean {
  return data?.attributes?.values.label !== undefined || chapterLabel(headingText(children)) !== undefined;
}
