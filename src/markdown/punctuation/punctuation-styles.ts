/** How a language writes what typewriters write with straight quotes, hyphens and full stops. */
export interface PunctuationStyle {
  /** Outer quotation marks, with the spaces inside them. */
  readonly outer: readonly [string, string];
  /** Quotation marks inside quotation marks. */
  readonly inner: readonly [string, string];
  /** A dash with spaces round it. */
  readonly spacedDash: string;
  /** A dash without them. */
  readonly dash: string;
  /** Spaces before `:` and before `;`, `!` and `?`; none where empty. */
  readonly beforeColon?: string;
  readonly beforeHighMarks?: string;
  /** Words of one letter do not end a line. */
  readonly bindsShortWords?: true;
  /** Words that are none without the apostrophe they begin with: no quotation begins before them. */
  readonly elided?: readonly string[];
  /** Words that may begin with an apostrophe, without it. */
  readonly clipped?: readonly string[];
}

const NO_BREAK = '\u00A0';
const NARROW = '\u202F';

const english: PunctuationStyle = {
  outer: ['“', '”'],
  inner: ['‘', '’'],
  spacedDash: '–',
  dash: '—',
  elided: 'tis twas twere twould tisn twasn twouldn tween neath gainst'.split(' '),
  clipped: 'twill em til till cause bout round n kay cept nother scuse ere un er im is at ow ave'.split(' '),
};
const lowHigh: PunctuationStyle = { outer: ['„', '“'], inner: ['‚', '‘'], spacedDash: '–', dash: '–' };
const french: PunctuationStyle = {
  outer: [`«${NO_BREAK}`, `${NO_BREAK}»`],
  inner: ['“', '”'],
  spacedDash: '—',
  dash: '—',
  beforeColon: NO_BREAK,
  beforeHighMarks: NARROW,
};
const guillemets: PunctuationStyle = { outer: ['«', '»'], inner: ['“', '”'], spacedDash: '—', dash: '—' };
const nordic: PunctuationStyle = { outer: ['”', '”'], inner: ['’', '’'], spacedDash: '–', dash: '–' };
const eastern: PunctuationStyle = { outer: ['«', '»'], inner: ['„', '“'], spacedDash: '—', dash: '—' };

/** Styles by language tag; a tag with a region is looked up whole, then without it. */
const STYLES: Readonly<Record<string, PunctuationStyle>> = {
  be: eastern,
  bg: { ...lowHigh, spacedDash: '—', dash: '—' },
  ca: guillemets,
  cs: { ...lowHigh, bindsShortWords: true },
  da: { ...lowHigh, outer: ['»', '«'], inner: ['›', '‹'] },
  de: lowHigh,
  'de-CH': { ...lowHigh, outer: ['«', '»'], inner: ['‹', '›'] },
  el: { ...guillemets, spacedDash: '–' },
  en: english,
  es: { ...guillemets, spacedDash: '—' },
  'es-MX': { ...guillemets, outer: ['“', '”'], inner: ['‘', '’'] },
  et: lowHigh,
  fi: nordic,
  fr: french,
  'fr-CA': { ...french, beforeHighMarks: '' },
  'fr-CH': { ...french, outer: [`«${NARROW}`, `${NARROW}»`], inner: ['‹', '›'], beforeColon: NARROW },
  hr: { ...lowHigh, outer: ['„', '”'] },
  hu: { ...lowHigh, outer: ['„', '”'], inner: ['»', '«'] },
  is: lowHigh,
  it: { ...guillemets, spacedDash: '–', dash: '—' },
  la: english,
  lt: lowHigh,
  nb: { ...guillemets, inner: ['‘', '’'], spacedDash: '–', dash: '–' },
  nl: {
    ...english,
    outer: ['“', '”'],
    dash: '—',
    clipped: ['s', 't', 'n', 'k', 'm', 'r', 'ns', 'tis', 'twas'],
  },
  nn: { ...guillemets, inner: ['‘', '’'], spacedDash: '–', dash: '–' },
  no: { ...guillemets, inner: ['‘', '’'], spacedDash: '–', dash: '–' },
  pl: { ...lowHigh, outer: ['„', '”'], inner: ['«', '»'], dash: '—', bindsShortWords: true },
  pt: { ...guillemets, inner: ['“', '”'] },
  'pt-BR': { ...guillemets, outer: ['“', '”'], inner: ['‘', '’'] },
  ro: { ...lowHigh, outer: ['„', '”'], inner: ['«', '»'] },
  ru: eastern,
  sk: { ...lowHigh, bindsShortWords: true },
  sl: lowHigh,
  sr: { ...lowHigh, outer: ['„', '”'] },
  sv: nordic,
  uk: eastern,
};

const known = new Map<string, PunctuationStyle>();

/** The style of a language; that of English where none is known. */
export function punctuationStyle(language: string): PunctuationStyle {
  // It is asked for at every mark of a book.
  const style = known.get(language) ?? find(language);
  known.set(language, style);
  return style;
}

function find(language: string): PunctuationStyle {
  const [primary = '', ...rest] = language.split('-');
  const region = rest.find((part) => /^[A-Za-z]{2}$/.test(part));
  const exact = region && STYLES[`${primary.toLowerCase()}-${region.toUpperCase()}`];
  return exact || (STYLES[primary.toLowerCase()] ?? english);
}
