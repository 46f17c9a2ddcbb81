import { type InlineMath, mathToMarkdown } from 'mdast-util-math';
import type { Handle, Options } from 'mdast-util-to-markdown';

/** Writes mathematics, with two dollars where one would not be read as mathematics again. */
export function bookMathToMarkdown(): Options {
  const single = mathToMarkdown();
  const double = mathToMarkdown({ singleDollarTextMath: false });
  const inlineMath: Handle & { peek?: Handle } = (node: InlineMath, parent, state, info) => {
    // A dollar in the text before would end at ours.
    const hasDollars = parent?.children.some((child) => child.type === 'text' && child.value.includes('$'));
    const isPlain = !hasDollars && /^[^\s$](?:[^$]*[^\s$\\])?$/.test(node.value) && !/^\d/.test(info.after);
    const { inlineMath: write } = (isPlain ? single : double).handlers!;
    // A line end is a space in TeX, and at the beginning of a line two dollars would open a block.
    const value = node.value.replace(/\s*\n\s*/g, ' ');
    return (write as Handle)({ ...node, value }, parent, state, info);
  };
  inlineMath.peek = () => '$';
  return {
    ...single,
    handlers: { ...single.handlers, inlineMath },
    // Only a dollar right after something can end mathematics; without an end there is none.
    unsafe: [
      { character: '$', before: '(?<=\\S)', inConstruct: 'phrasing' },
      { character: '\r', inConstruct: 'mathFlowMeta' },
      { character: '\n', inConstruct: 'mathFlowMeta' },
    ],
  };
}
