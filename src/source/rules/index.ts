import type { Rule } from '../rule.js';
import { characters } from './characters.js';
import { contents } from './contents.js';
import { directive } from './directive.js';
import { drama } from './drama.js';
import { emphasis } from './emphasis.js';
import { epigraph } from './epigraph.js';
import { footNotes } from './foot-notes.js';
import { frontMatter } from './front-matter.js';
import { grid } from './grid.js';
import { gutenberg } from './gutenberg.js';
import { headingLevels } from './heading-levels.js';
import { headingMarkdown } from './heading-markdown.js';
import { headingOutline } from './heading-outline.js';
import { headingPlain } from './heading-plain.js';
import { illustration } from './illustration.js';
import { lineEndHyphen } from './line-end-hyphen.js';
import { lineParagraphs } from './line-paragraphs.js';
import { list } from './list.js';
import { metadataLines } from './metadata-lines.js';
import { mojibake } from './mojibake.js';
import { noteBracketed } from './note-bracketed.js';
import { noteHeading } from './note-heading.js';
import { noteMarkdown } from './note-markdown.js';
import { notes } from './notes.js';
import { office } from './office.js';
import { pageMarks } from './page-marks.js';
import { pageTurns } from './page-turns.js';
import { paragraph } from './paragraph.js';
import { printedContents } from './printed-contents.js';
import { quotation } from './quotation.js';
import { quotationMarkdown } from './quotation-markdown.js';
import { rawMarkdown } from './raw-markdown.js';
import { runningHeads } from './running-heads.js';
import { sceneBreak } from './scene-break.js';
import { sectionMargins } from './section-margins.js';
import { title } from './title.js';
import { transcriberNote } from './transcriber-note.js';
import { typography } from './typography.js';
import { verse } from './verse.js';
import { webPrint } from './web-print.js';

/**
 * Every rule, in the order in which they run within their stage. A new repair is a file in this folder and a
 * line here. Of the shapes the first that recognises a line takes it, so that the paragraph stands last.
 */
export const RULES: readonly Rule[] = [
  mojibake,
  characters,

  frontMatter,
  gutenberg,
  metadataLines,
  webPrint,
  runningHeads,
  pageTurns,
  pageMarks,
  footNotes,
  lineEndHyphen,
  lineParagraphs,
  sectionMargins,

  contents,
  rawMarkdown,
  headingOutline,
  directive,
  noteMarkdown,
  headingMarkdown,
  noteBracketed,
  noteHeading,
  illustration,
  sceneBreak,
  quotationMarkdown,
  epigraph,
  list,
  grid,
  drama,
  office,
  verse,
  headingPlain,
  quotation,
  paragraph,

  notes,
  printedContents,
  transcriberNote,
  title,
  headingLevels,

  emphasis,
  typography,
];
