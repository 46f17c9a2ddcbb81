/** The library: what a program of one's own may use of Octavo. */

export { type BuildOptions, type Built, buildBook } from './build.js';
export type { Book, Manuscript, Matter, Part } from './config/book.js';
export { loadBook } from './config/load-book.js';
export type { BookInput } from './config/schema.js';
export type {
  ContentsEntry,
  Credit,
  Edition,
  Note,
  Picture,
  Section,
  SectionKind,
  Title,
} from './edition/edition.js';
export { readBook } from './edition/read-book.js';
export { rehypeCodeColours } from './hast/code/rehype-code-colours.js';
export { rehypeMathml } from './hast/math/rehype-mathml.js';
export { type NumberHeadingOptions, rehypeNumberHeadings } from './hast/number-headings.js';
export { rehypeSafeHtml } from './hast/raw/rehype-safe-html.js';
export { remarkToEditionHast } from './hast/remark-to-edition-hast.js';
export type { Attributes } from './markdown/attributes/parse-attributes.js';
export { parseMarkdown } from './markdown/parse-markdown.js';
export { remarkAttributes } from './markdown/remark-attributes.js';
export { remarkBook } from './markdown/remark-book.js';
export { remarkBookDirectives } from './markdown/remark-book-directives.js';
export { remarkBookMath } from './markdown/remark-book-math.js';
export { remarkDefinitionLists } from './markdown/remark-definition-lists.js';
export { remarkPrintable } from './markdown/remark-printable.js';
export { remarkSmartPunctuation, type SmartPunctuationOptions } from './markdown/remark-smart-punctuation.js';
export { stringifyMarkdown } from './markdown/stringify-markdown.js';
export type { HeadingLevelOptions } from './normalise/headings/heading-levels.js';
export type { HeadingOptions } from './normalise/headings/normalise-headings.js';
export { remarkFoundHeadings } from './normalise/headings/remark-found-headings.js';
export { type HeadingCaseOptions, remarkHeadingCase } from './normalise/headings/remark-heading-case.js';
export { remarkHeadingLabels } from './normalise/headings/remark-heading-labels.js';
export { remarkHeadingLevels } from './normalise/headings/remark-heading-levels.js';
export { remarkHeadingMarks } from './normalise/headings/remark-heading-marks.js';
export { remarkHeadings } from './normalise/headings/remark-headings.js';
export { type NotesOptions, remarkNotes } from './normalise/notes/remark-notes.js';
export type { NoteData, NotesResult } from './normalise/notes/types.js';
export { openRun, type RunOptions } from './open-run.js';
export { type Message, type Place, type RawPlace, Report, type Severity } from './report/report.js';
export { type Cleaned, type CleanOptions, clean, type RawText } from './source/clean.js';
export {
  type CleanedFile,
  type CleanFileOptions,
  cleanFile,
} from './source/clean-file.js';
export type { Change, CleaningReport, Removal, Unplaced, Warning } from './source/cleaning-log.js';
export { type Joined, joinCleaned } from './source/join.js';
export type { MappedText } from './source/mapped-text.js';
export type { ProfileInput } from './source/profile.js';
export { type Raw, readRaw } from './source/read-raw.js';
export { reviewPage } from './source/review/review-page.js';
export type { SourceText } from './source/source-text.js';
