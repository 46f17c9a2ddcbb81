import { type InlineMath, mathToMarkdown } from 'mdast-util-math';
import type { Handle, Options } from 'mdast-util-to-markdown';

/** Writes mathematics, with two dollars where one would not be read as mathematics again. */
export function bookMathToMarkdown(): Options {
  const single = mathToMarkdown();
  const double = mathToMarkdown({ singleDollarTextMath: false });
  const inlineMath: Handle & { peek?: Handle } = (node: InlineMath, parent, state, info) => {
    const isPlain = /^[^\s$](?:[^$]*[^\s$\\])?$/.test(node.value) && !/^\d/.test(info.after);
    const { inlineMath: write } = (isPlain ? single : double).handlers!;
    return (write as Handle)(node, parent, state, info);
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
