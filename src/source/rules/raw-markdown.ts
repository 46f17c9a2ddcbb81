import { wholeLine } from '../chunk.js';
import { isBlank } from '../line.js';
import type { ShapeReader, ShapeRule } from '../rule.js';

/** Keeps code, HTML, tables, formulas and link definitions that are Markdown already, character for character. */
export const rawMarkdown: ShapeRule = {
  stage: 'shapes',
  name: 'raw-markdown',
  recognise(at, reader) {
    if (reader.dialect !== 'markdown') return undefined;
    const next = endOf(at, reader);
    if (next === undefined) return undefined;
    const lines = reader.lines.slice(at, next).map((line) => wholeLine(line));
    return { blocks: [{ type: 'preformatted', form: 'raw', lines }], next };
  },
};

function endOf(at: number, { lines }: ShapeReader): number | undefined {
  const value = lines[at]!.text.value;
  const fence = /^(`{3,}|~{3,}|\$\$)/.exec(value)?.[1];
  if (fence) {
    const closing = lines.findIndex((line, index) => index > at && line.text.value.startsWith(fence));
    if (closing < 0 && fence !== '$$') return lines.findLastIndex((line) => !isBlank(line)) + 1;
    return closing < 0 ? undefined : closing + 1;
  }
  const isHtml =
    /^<(?:\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>|!--|\?|![A-Z])/i.test(value) &&
    !/^<(?:sup|em|strong|i|b|a|span|br)\b/i.test(value);
  const isTable =
    /\|/.test(value) &&
    /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/.test(lines[at + 1]?.text.value ?? '') &&
    /\|/.test(lines[at + 1]!.text.value);
  const isDefinition = /^\[(?!\^)[^\]]+\]:\s+\S+/.test(value) && !/^\[\d+\]:/.test(value);
  const isLeaf = /^::[a-z][\w-]*(?:\[|\{|$)/.test(value);
  if (isDefinition || isLeaf) return at + 1;
  if (!isHtml && !isTable) return undefined;
  let next = at + 1;
  while (!isBlank(lines[next])) next++;
  return next;
}
