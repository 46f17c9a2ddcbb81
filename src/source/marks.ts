/**
 * Characters that stand for markup inside a text while it is repaired. They are Unicode's noncharacters, which
 * no source may hold (the `characters` rule takes them out), so that a literal `*` never becomes markup by
 * accident and markup is never taken for text.
 */
export const MARK = {
  emOpen: '\uFDD0',
  emClose: '\uFDD1',
  strongOpen: '\uFDD2',
  strongClose: '\uFDD3',
  /** Round the label of a note call. */
  callOpen: '\uFDD4',
  callClose: '\uFDD5',
  /** Round the label of a page of the source. */
  pageOpen: '\uFDD6',
  pageClose: '\uFDD7',
  /** Round text that is Markdown already: links, code, HTML. */
  verbatimOpen: '\uFDD8',
  verbatimClose: '\uFDD9',
  /** A line break inside a paragraph. */
  lineBreak: '\uFDDA',
} as const;

/** Any mark. */
export const MARKS = /[\uFDD0-\uFDDA]/g;
/** Every noncharacter of the block, of which marks are made. */
export const NONCHARACTERS = /[\uFDD0-\uFDEF\uFFFE\uFFFF]/g;

/** The words of a marked text: labels of calls and pages gone, marks gone. */
export function plainText(value: string): string {
  return value
    .replace(/\uFDD4[^\uFDD5]*\uFDD5|\uFDD6[^\uFDD7]*\uFDD7/g, '')
    .replace(/\uFDDA/g, ' ')
    .replace(MARKS, '');
}
