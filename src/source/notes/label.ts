/** How the label of a note or of an item of a list is printed. */
export type LabelForm =
  | 'bracket'
  | 'parenthesis'
  | 'brace'
  | 'point'
  | 'superscript'
  | 'symbol'
  | 'bare'
  | 'word'
  | 'bullet';

export interface Label {
  /** The label itself: `12`, `A`, `iv`, `*`, `1*`. */
  readonly text: string;
  readonly form: LabelForm;
}

export interface LabelAtStart extends Label {
  /** Characters up to the first word of the text. */
  readonly length: number;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const SUPERSCRIPT = `[${SUPERSCRIPTS}]{1,3}|\uFDD8?<sup>\\s*(?:\\d{1,3}|[a-z*†‡])\\s*</sup>\uFDD9?`;
/** Symbols in the order in which printers take them. */
const SYMBOL = String.raw`\*{1,3}|†{1,2}|‡{1,2}|§{1,2}|¶|\|\|`;

const STARTS: readonly { readonly form: LabelForm; readonly pattern: RegExp }[] = [
  {
    form: 'word',
    pattern:
      /^\[\s*(?:Foot|End)?(?:note|Anmerkung|Note|Anm\.|Fu(?:ß|ss)note)\s*([\dA-Za-z*†‡]{1,5})\s*[:.]\s*/i,
  },
  {
    form: 'bracket',
    pattern: new RegExp(
      `^\\[\\s*(\\d{1,3}[a-z]?\\*?|[A-Za-z]{1,2}|[ivxlc]{1,6}|[IVX]{2,5}|${SYMBOL}|[lIO\\d]{1,3})\\s*\\][.:]?\\s*`,
    ),
  },
  { form: 'brace', pattern: /^\{\s*(\d{1,3}|[A-Za-z])\s*\}\s*/ },
  {
    form: 'parenthesis',
    pattern: new RegExp(`^\\(\\s*(\\d{1,3}[a-z]?\\*?|[a-z]|[ivxlc]{1,6}|${SYMBOL})\\s*\\)\\s*`),
  },
  { form: 'superscript', pattern: new RegExp(`^(${SUPERSCRIPT})\\)?\\s*`, 'u') },
  { form: 'parenthesis', pattern: /^(\d{1,3}\*?|[*†‡]{1,3})\)\s+/ },
  { form: 'point', pattern: /^(\d{1,3}\*?)[.:]\s+(?=\S)/ },
  { form: 'point', pattern: /^(\d{1,3}\*?)\.(?=[\p{L}“"‘«[(])/u },
  { form: 'symbol', pattern: new RegExp(`^(${SYMBOL})\\s*(?=[^\\s*†‡§-])`) },
  { form: 'bare', pattern: /^(\d{1,3})\s+(?=[\p{Lu}“"‘'«[(_*]|(?:see|cf|ibid|op|loc|vgl|siehe|voir)\b)/u },
];

export const isSymbol = (label: string): boolean => /^[*†‡§¶|]/.test(label);

/** Reads the label that a text begins with, in any form that notes and lists have. */
export function readLabel(value: string, forms?: readonly LabelForm[]): LabelAtStart | undefined {
  for (const { form, pattern } of STARTS) {
    if (forms && !forms.includes(form)) continue;
    const match = pattern.exec(value);
    if (!match || match[0].length === value.length) continue;
    // `**The Kite**` is a line in bold.
    if (form === 'symbol' && match[1]!.startsWith('*') && value.trimEnd().endsWith(match[1]!)) continue;
    return { text: settle(match[1]!, form), form, length: match[0].length };
  }
  return undefined;
}

/** The plain label of a superscript, and of digits that OCR took for letters. */
export function settle(label: string, form: LabelForm): string {
  if (form === 'superscript') {
    const inner = label.replace(/\uFDD8?<sup>\s*|\s*<\/sup>\uFDD9?/g, '');
    return inner.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
  }
  return label;
}

/** The number that an OCR reading of a number stands for: `l2` is 12. */
export function asNumber(label: string): number | undefined {
  const digits = label.replace(/[lI]/g, '1').replace(/O/g, '0');
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}

/** What follows a label in its series, as far as that is certain. */
export function follows(label: string, before: string): boolean {
  const [a, b] = [asNumber(before.replace(/\*$/, '')), asNumber(label.replace(/\*$/, ''))];
  if (a !== undefined && b !== undefined) return b === a + 1;
  const [one, two] = [partsOf(before), partsOf(label)];
  if (one && two)
    return two.letter === ''
      ? two.number === one.number + 1
      : two.number === one.number && two.letter.charCodeAt(0) === (one.letter || '`').charCodeAt(0) + 1;
  if (/^[A-Za-z]$/.test(label) && /^[A-Za-z]$/.test(before))
    return label.charCodeAt(0) === before.charCodeAt(0) + 1;
  const [i, ii] = [romanNumber(before), romanNumber(label)];
  return i !== undefined && ii === i + 1;
}

/** `12a`: a note that was put in after 12. */
function partsOf(label: string): { number: number; letter: string } | undefined {
  const match = /^(\d{1,3})([a-z]?)$/.exec(label);
  return match ? { number: Number(match[1]), letter: match[2]! } : undefined;
}

const ROMANS: readonly (readonly [string, number])[] = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** The number that a roman one stands for, up to 399; undefined for any other letters. */
export function romanNumber(label: string): number | undefined {
  if (label !== label.toLowerCase() && label !== label.toUpperCase()) return undefined;
  let rest = label.toLowerCase();
  let number = 0;
  for (const [digits, value] of ROMANS)
    for (let times = 0; rest.startsWith(digits) && times < 3; times++) {
      number += value;
      rest = rest.slice(digits.length);
    }
  return rest === '' && number > 0 ? number : undefined;
}
