/**
 * The class names that the hast of an edition uses beside plain HTML elements. Every format styles these and
 * nothing else. Nodes keep the position of their source.
 *
 * - `a.note-call#ID[href="#NOTE"][data-note=NOTE][role=doc-noteref]` holds the label as text, nothing else.
 *   The note itself is in `Section.notes`.
 * - `div.verse[data-numbered?]` > `p.stanza` > `span.line[data-indent?][data-number?]` with `br` between.
 * - `div.drama` > `p.speech` (`span.speaker`, `span.stage-direction`) and `p.stage-direction`.
 * - `div.epigraph`, `div.letter`, `aside.sidebar` (`:::aside`), `p.dateline`, `p.salutation`, `p.signature`,
 *   `p.attribution`.
 * - `figure#ID?` > `img[width?]` (or a `table`, `pre`), `figcaption`; `figure.table` for a table with a caption.
 *   A width is a percentage of the measure, in `data-width`.
 * - `hr.scene-break`; `div.page-break`; `div.keep` holds blocks that stay on one page.
 * - `pre` > `code.hljs.language-X` with `span.hljs-*`; `dl`, `dt`, `dd`.
 * - `div.equation` > `math[display=block]`, or `math` among words; `alttext` has the TeX.
 * - `span.small-caps`, `p.centre`, `p.right`, `p.flush` (no indent), `span.letterspaced`.
 * - `aside.margin-note` stands before the block that it belongs to.
 * - `a.page-ref[href="#ID"]`: print puts the page number in, the EPUB the title of what it points to.
 * - `span.index-mark#ID[data-term][data-sub?]`: an entry of the index; empty or round the words it marks. Two of
 *   them with `data-range` `start` and `end` mark a passage; `data-see` and `data-also` name other entries.
 * - `span.page-mark#ID[data-page]`: where a page of the source begins; empty.
 * - `h1`–`h6[id]`; in them `span.heading-label` (“Chapter IV”), `span.heading-number`, and `span.heading-mark` for a
 *   mark that belongs to no title (`*`). A space follows label and number.
 * - `section.unplaced-notes` at the end of the section whose source has them: an `h2` and an `ol`.
 */
export const CLASS = {
  noteCall: 'note-call',
  verse: 'verse',
  stanza: 'stanza',
  line: 'line',
  drama: 'drama',
  speech: 'speech',
  speaker: 'speaker',
  stageDirection: 'stage-direction',
  epigraph: 'epigraph',
  letter: 'letter',
  sidebar: 'sidebar',
  dateline: 'dateline',
  salutation: 'salutation',
  signature: 'signature',
  attribution: 'attribution',
  sceneBreak: 'scene-break',
  pageBreak: 'page-break',
  keep: 'keep',
  equation: 'equation',
  smallCaps: 'small-caps',
  letterspaced: 'letterspaced',
  centre: 'centre',
  right: 'right',
  flush: 'flush',
  marginNote: 'margin-note',
  pageRef: 'page-ref',
  indexMark: 'index-mark',
  pageMark: 'page-mark',
  headingLabel: 'heading-label',
  headingNumber: 'heading-number',
  headingMark: 'heading-mark',
  unplacedNotes: 'unplaced-notes',
} as const;
