import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const MARK = /\s*([*†‡§¶‖]+)\s*$/u;

/** Takes marks at the end of headings (`Preface*`) that call no note out of their titles; they are still printed. */
export function settleHeadingMarks(tree: Root): void {
  visit(tree, 'heading', (heading) => {
    const last = heading.children.at(-1);
    if (last?.type !== 'text') return;
    const mark = MARK.exec(last.value);
    // A heading that is nothing but stars is a break or an ornament.
    if (!mark || (heading.children.length === 1 && mark.index === 0)) return;
    heading.data = { ...heading.data, heading: { ...heading.data?.heading, mark: mark[1]! } };
    last.value = last.value.slice(0, mark.index);
    if (last.value === '') heading.children.pop();
  });
}
