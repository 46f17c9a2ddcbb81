import type { Heading, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface TextData {
    /** A mark at the end of a heading that is no part of its title and calls no note. */
    headingMark?: true;
  }
}

/** After a whole word raised figures are no power, as they are in “mc²”. */
const MARK =
  /(?:[*†‡§¶‖]+|(?<=\p{L}{4} ?)\[(?:[*†‡§¶‖]+|\d{1,3})\]|(?<=\p{L}{4})(?:[⁰¹²³⁴-⁹]+|\^\d{1,3}\^))\s*$/u;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Sets marks at the end of headings (`Preface*`) that call no note apart from their titles; they are still printed. */
export function settleHeadingMarks(tree: Root): void {
  visit(tree, 'heading', (heading) => {
    raiseFigures(heading);
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

/** Figures that HTML raises after the last word of a heading are a mark: `Preface<sup>1</sup>`. */
function raiseFigures({ children }: Heading): void {
  const [word, open, figures, close] = children.slice(-4);
  if (open?.type !== 'html' || !/^<sup\b[^>]*>$/i.test(open.value)) return;
  if (close?.type !== 'html' || !/^<\/sup\s*>$/i.test(close.value)) return;
  if (word?.type !== 'text' || !/\p{L}{4}$/u.test(word.value)) return;
  if (figures?.type !== 'text' || !/^\d{1,3}$/.test(figures.value)) return;
  const value = figures.value.replace(/\d/g, (figure) => RAISED[Number(figure)]!);
  children.splice(-3, 3, { ...figures, value, data: { headingMark: true } });
}

/** The mark at the end of a heading. */
export function headingMark({ children }: Heading): Text | undefined {
  const last = children.at(-1);
  return last?.type === 'text' && last.data?.headingMark ? last : undefined;
}
