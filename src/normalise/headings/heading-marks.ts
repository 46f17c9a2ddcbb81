import type { Heading, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface TextData {
    /** A mark at the end of a heading that is no part of its title and calls no note. */
    headingMark?: true;
  }
}

const MARK = /[*†‡§¶‖]+\s*$/u;

/** Sets marks at the end of headings (`Preface*`) that call no note apart from their titles; they are still printed. */
export function settleHeadingMarks(tree: Root): void {
  visit(tree, 'heading', (heading) => {
    const last = heading.children.at(-1);
    if (last?.type !== 'text' || last.data?.headingMark) return;
    const at = MARK.exec(last.value)?.index;
    // A heading that is nothing but stars is a break or an ornament.
    if (at === undefined || (heading.children.length === 1 && last.value.slice(0, at).trim() === '')) return;
    const mark: Text = { ...last, value: last.value.slice(at), data: { headingMark: true } };
    last.value = last.value.slice(0, at);
    heading.children.splice(-1, 1, ...(last.value === '' ? [] : [last]), mark);
  });
}

/** The mark at the end of a heading. */
export function headingMark({ children }: Heading): Text | undefined {
  const last = children.at(-1);
  return last?.type === 'text' && last.data?.headingMark ? last : undefined;
}
