/**
 * The part of HTML that Octavo writes, as a table: what an element may hold, where it may stand and what
 * attributes it may have. The conversion repairs by it, the check of the finished files judges by it.
 * After the HTML Living Standard, the EPUB 3.3 content documents and ARIA in HTML.
 */
export type Content = 'flow' | 'phrasing' | 'transparent' | 'text' | 'empty' | readonly string[];

export interface ElementRule {
  /** Whether it may stand among words; else only among blocks or where `parents` says. */
  readonly phrasing?: boolean;
  readonly content: Content;
  /** Set where it may stand in these only. */
  readonly parents?: readonly string[];
  /** Attributes beside the global ones. */
  readonly attributes?: readonly string[];
  /** Attributes that it must have. */
  readonly required?: readonly string[];
  /** Roles of ARIA and DPUB-ARIA that it may take. */
  readonly roles?: readonly string[];
  /** Elements that may not stand anywhere inside. */
  readonly without?: readonly string[];
}

const block = (content: Content, rest: Omit<ElementRule, 'content'> = {}): ElementRule => ({
  content,
  ...rest,
});
const inline = (rest: Partial<ElementRule> = {}): ElementRule => ({
  phrasing: true,
  content: 'phrasing',
  ...rest,
});

const ROWS = ['tr'];
const SCRIPT = ['script', 'template'];
const MATTER = [
  'doc-chapter',
  'doc-part',
  'doc-preface',
  'doc-foreword',
  'doc-introduction',
  'doc-prologue',
  'doc-epilogue',
  'doc-afterword',
  'doc-conclusion',
  'doc-appendix',
  'doc-glossary',
  'doc-bibliography',
  'doc-acknowledgments',
  'doc-dedication',
  'doc-epigraph',
  'doc-colophon',
  'doc-endnotes',
  'doc-index',
  'doc-toc',
];

export const ELEMENTS: Readonly<Record<string, ElementRule>> = {
  html: { content: ['head', 'body'], parents: [], attributes: ['xmlns', 'xmlns:epub', 'epub:prefix'] },
  head: { content: ['meta', 'title', 'link'], parents: ['html'] },
  meta: { content: 'empty', parents: ['head'], attributes: ['charset', 'name', 'content'] },
  title: { content: 'text', parents: ['head'] },
  link: {
    content: 'empty',
    parents: ['head'],
    attributes: ['rel', 'href', 'type'],
    required: ['rel', 'href'],
  },
  body: { content: 'flow', parents: ['html'] },

  section: block('flow', { roles: MATTER }),
  article: block('flow'),
  aside: block('flow', { roles: ['note'] }),
  header: block('flow', { without: ['header', 'footer'] }),
  footer: block('flow', { without: ['header', 'footer'] }),
  nav: block('flow', { roles: ['doc-toc', 'doc-pagelist', 'doc-index'], attributes: ['hidden'] }),
  div: block('flow', {
    roles: ['doc-pagebreak', 'doc-footnote'],
  }),
  p: block('phrasing', { roles: ['doc-subtitle'] }),
  h1: block('phrasing'),
  h2: block('phrasing'),
  h3: block('phrasing'),
  h4: block('phrasing'),
  h5: block('phrasing'),
  h6: block('phrasing'),
  hgroup: block(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p']),
  blockquote: block('flow', { attributes: ['cite'], roles: ['doc-epigraph'] }),
  pre: block('phrasing'),
  hr: block('empty', { roles: ['doc-pagebreak', 'presentation'] }),
  address: block('flow', { without: ['address', 'header', 'footer', 'section', 'article', 'aside', 'nav'] }),
  ul: block(['li', ...SCRIPT]),
  ol: block(['li', ...SCRIPT], { attributes: ['start', 'reversed', 'type'] }),
  li: block('flow', { parents: ['ul', 'ol'], attributes: ['value'] }),
  dl: block(['dt', 'dd', 'div']),
  dt: block('flow', {
    parents: ['dl', 'div'],
    without: ['header', 'footer', 'section', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  }),
  dd: block('flow', { parents: ['dl', 'div'] }),
  figure: block('flow'),
  figcaption: block('flow', { parents: ['figure'] }),
  details: block('flow', { attributes: ['open'] }),
  summary: block('phrasing', { parents: ['details'] }),
  table: block(['caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr']),
  caption: block('flow', { parents: ['table'], without: ['table'] }),
  colgroup: block(['col'], { parents: ['table'], attributes: ['span'] }),
  col: block('empty', { parents: ['colgroup'], attributes: ['span'] }),
  thead: block(ROWS, { parents: ['table'] }),
  tbody: block(ROWS, { parents: ['table'] }),
  tfoot: block(ROWS, { parents: ['table'] }),
  tr: block(['th', 'td'], { parents: ['table', 'thead', 'tbody', 'tfoot'] }),
  th: block('flow', {
    parents: ['tr'],
    attributes: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
    without: ['header', 'footer', 'section', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  }),
  td: block('flow', { parents: ['tr'], attributes: ['colspan', 'rowspan', 'headers'] }),

  a: inline({
    content: 'transparent',
    attributes: ['href', 'hreflang', 'rel'],
    without: ['a', 'details'],
    roles: ['doc-noteref', 'doc-backlink', 'doc-biblioref', 'doc-glossref'],
  }),
  em: inline(),
  strong: inline(),
  i: inline(),
  b: inline(),
  u: inline(),
  s: inline(),
  small: inline(),
  mark: inline(),
  cite: inline(),
  q: inline({ attributes: ['cite'] }),
  dfn: inline({ without: ['dfn'] }),
  abbr: inline(),
  code: inline(),
  kbd: inline(),
  samp: inline(),
  var: inline(),
  sub: inline(),
  sup: inline(),
  span: inline({ roles: ['doc-pagebreak', 'img'] }),
  bdi: inline(),
  bdo: inline({ required: ['dir'] }),
  time: inline({ attributes: ['datetime'] }),
  data: inline({ attributes: ['value'], required: ['value'] }),
  del: inline({ content: 'transparent', attributes: ['cite', 'datetime'] }),
  ins: inline({ content: 'transparent', attributes: ['cite', 'datetime'] }),
  ruby: inline({ content: 'phrasing' }),
  rt: { phrasing: true, content: 'phrasing', parents: ['ruby'] },
  rp: { phrasing: true, content: 'text', parents: ['ruby'] },
  br: inline({ content: 'empty' }),
  wbr: inline({ content: 'empty' }),
  img: inline({
    content: 'empty',
    attributes: ['src', 'alt', 'width', 'height'],
    required: ['src', 'alt'],
    roles: ['doc-cover', 'presentation'],
  }),
  math: inline({
    content: 'transparent',
    attributes: ['xmlns', 'display', 'alttext', 'altimg', 'displaystyle'],
  }),
};

/** Attributes that every element may have. */
export const GLOBAL_ATTRIBUTES: readonly string[] = [
  'id',
  'class',
  'lang',
  'xml:lang',
  'dir',
  'title',
  'role',
  'epub:type',
  'aria-label',
  'aria-labelledby',
  'aria-describedby',
];

/** Children whose order matters, as one word a child: what the whole must look like, by the parent. */
export const ORDERS: Readonly<Record<string, RegExp>> = {
  html: /^head body $/,
  head: /^(meta |link )*title (meta |link )*$/,
  table: /^(caption )?(colgroup )*(thead )?((tbody )*|(tr )+)(tfoot )?$/,
  dl: /^((dt )+(dd )+)*$|^(div )+$/,
  ruby: /^((rp )?rt (rp )?|\w+ )*$/,
  ol: /^(li )+$/,
  ul: /^(li )+$/,
  tr: /^(t[hd] )*$/,
  details: /^summary /,
};
