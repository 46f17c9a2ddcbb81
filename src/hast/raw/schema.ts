import type { Schema } from 'hast-util-sanitize';
import { INTERNAL } from '../internal.js';

const TEXT =
  'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr input';
/** MathML Core without what runs or links. */
const MATHML =
  'math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics annotation';

/** What HTML in a text may hold. Whatever is not named here is taken out, and its text kept. */
export const SCHEMA: Schema = {
  tagNames: [...TEXT.split(' '), ...MATHML.split(' ')],
  attributes: {
    '*': [
      'id',
      'className',
      'lang',
      'dir',
      'title',
      'role',
      'dataIndent',
      'dataNumber',
      'dataNumbered',
      'dataWidth',
      'dataPage',
      'dataTerm',
      'dataSub',
      'dataSeries',
      'dataLabel',
      ...Object.values(INTERNAL),
    ],
    a: ['href'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    time: ['dateTime'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    td: ['align', 'colSpan', 'rowSpan', 'headers'],
    th: ['align', 'colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
    col: ['span'],
    colgroup: ['span'],
    details: ['open'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    math: ['display', 'alttext'],
    annotation: [['encoding', 'application/x-tex']],
    mo: [
      'stretchy',
      'fence',
      'separator',
      'lspace',
      'rspace',
      'minsize',
      'maxsize',
      'form',
      'largeop',
      'movablelimits',
    ],
    mi: ['mathvariant'],
    mtable: ['columnalign'],
    mtd: ['columnalign', 'columnspan', 'rowspan'],
    mspace: ['width', 'height', 'depth'],
    mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
    mfrac: ['linethickness'],
    mover: ['accent'],
    munder: ['accentunder'],
    munderover: ['accent', 'accentunder'],
    mstyle: ['displaystyle', 'scriptlevel'],
  },
  protocols: {
    href: ['http', 'https', 'mailto', 'tel', 'doi', 'urn', 'ftp', 'ftps'],
    cite: ['http', 'https', 'urn', 'doi'],
    src: [],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  strip: ['script', 'style'],
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};
