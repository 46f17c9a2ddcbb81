/** Values that attributes may have in the XHTML we write; an attribute without a row may have any text. */
export const VALUES: Readonly<Record<string, RegExp>> = {
  // An XML name without a colon (Namespaces in XML, NCName), as far as regular expressions of Unicode reach.
  id: /^[\p{L}_][\p{L}\p{M}\p{N}_.·-]*$/u,
  class: /^[^\s]+( [^\s]+)*$/,
  lang: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/,
  'xml:lang': /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/,
  dir: /^(ltr|rtl|auto)$/,
  hidden: /^hidden$/,
  'aria-label': /\S/,
  'aria-labelledby': /^\S+( \S+)*$/,
  'aria-describedby': /^\S+( \S+)*$/,
  // No path of ours climbs: the files of a book stand side by side.
  href: /^(#[^\s#]+|(?!\.|[^#]*\/\.)[^\s#:/][^\s#:]*(#[^\s#]+)?|https?:\/\/[^\s/]\S*|mailto:\S+)$/i,
  src: /^(?!\.|.*\/\.)[^\s:/][^\s:]*$/,
  start: /^-?\d+$/,
  value: /^-?\d+$/,
  colspan: /^[1-9]\d{0,2}$/,
  rowspan: /^[1-9]\d{0,2}$/,
  span: /^[1-9]\d{0,2}$/,
  scope: /^(row|col|rowgroup|colgroup)$/,
  type: /^([1aAiI]|text\/css)$/,
  reversed: /^reversed$/,
  open: /^open$/,
  cite: /^https?:\/\/[^\s/]\S*$/,
  datetime: /^\d{4}(-\d\d(-\d\d)?)?$/,
  width: /^\d+$/,
  height: /^\d+$/,
  charset: /^UTF-8$/i,
  rel: /^\S+( \S+)*$/,
  display: /^(block|inline)$/,
  alttext: /\S/,
  'epub:type':
    /^(frontmatter|bodymatter|backmatter|cover|titlepage|title|toc|landmarks|page-list|loi|lot|index-group|index-entry-list|index-entry|index-term|index-locator|index-locator-range|index-xref-preferred|index-xref-related|pagebreak|noteref|footnote|endnotes|backlink|colophon|index|part|chapter|dedication|epigraph|foreword|preface|acknowledgments|introduction|prologue|epilogue|afterword|conclusion|appendix|glossary|bibliography)$/,
};

/** The role of DPUB-ARIA that belongs to a type of EPUB, where both are to be given. */
export const ROLE_OF_TYPE: Readonly<Record<string, string>> = {
  noteref: 'doc-noteref',
  footnote: 'doc-footnote',
  backlink: 'doc-backlink',
  pagebreak: 'doc-pagebreak',
  endnotes: 'doc-endnotes',
  chapter: 'doc-chapter',
  part: 'doc-part',
  dedication: 'doc-dedication',
  epigraph: 'doc-epigraph',
  preface: 'doc-preface',
  foreword: 'doc-foreword',
  acknowledgments: 'doc-acknowledgments',
  introduction: 'doc-introduction',
  prologue: 'doc-prologue',
  epilogue: 'doc-epilogue',
  afterword: 'doc-afterword',
  conclusion: 'doc-conclusion',
  appendix: 'doc-appendix',
  glossary: 'doc-glossary',
  bibliography: 'doc-bibliography',
  index: 'doc-index',
  colophon: 'doc-colophon',
  'page-list': 'doc-pagelist',
  toc: 'doc-toc',
};

/** And the other way round. */
export const TYPE_OF_ROLE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ROLE_OF_TYPE).map(([type, role]) => [role, type]),
);
