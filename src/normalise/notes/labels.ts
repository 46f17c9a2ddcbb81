const SYMBOLS = ['*', '†', '‡', '§', '‖', '¶', '#'];
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The symbols that stand for notes, ready for a character class. */
export const SYMBOL_CLASS = '*†‡§‖¶';

/** `¹²` → `12`. */
export const fromSuperscript = (text: string): string =>
  text.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(SUPERSCRIPT.indexOf(digit)));

/** `12` → `¹²`; anything else is left as it is. */
export const toSuperscript = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => SUPERSCRIPT[Number(digit)]!);

function romanValue(label: string): number | undefined {
  const digits = [...label.toLowerCase()].map((letter) => ROMAN[letter]);
  if (!digits.length || digits.some((digit) => digit === undefined)) return undefined;
  return digits.reduce<number>(
    (sum, digit, index) => sum + (digit! < (digits[index + 1] ?? 0) ? -digit! : digit!),
    0,
  );
}

/**
 * The place of a label in the sequence that it belongs to, counted from 1: `3` and `3*` → 3, `†` → 2, `**` → 8,
 * `b` → 2, `iv` → 4. Undefined for a name such as `smith`.
 */
export function rankOf(label: string): number | undefined {
  const number = /^(\d+)[*a-z]?$/.exec(label);
  if (number) return Number(number[1]);
  const symbol = SYMBOLS.indexOf(label[0] ?? '');
  if (symbol >= 0 && [...label].every((one) => one === label[0])) {
    return symbol + 1 + (label.length - 1) * SYMBOLS.length;
  }
  if (/^(?:[ivx]+|[IVX]+)$/.test(label)) return romanValue(label);
  if (/^[A-Za-z]$/.test(label)) return label.toLowerCase().charCodeAt(0) - 96;
  return undefined;
}

/** What OCR makes of digits, read back: `1l` → `11`. */
export const fromMangled = (label: string): string =>
  label
    .replace(/[lI|!i]/g, '1')
    .replace(/[oOQ]/g, '0')
    .replace(/[sS]/g, '5')
    .replace(/[zZ]/g, '2')
    .replace(/B/g, '8')
    .replace(/\s/g, '');
