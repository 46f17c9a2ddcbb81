import type { Damage } from './draw-damage.js';

const SYMBOLS = ['*', '†', '‡', '**', '††', '‡‡'];
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** The label of a note by its place in its series, counted from 1. */
export function labelAt(index: number, { labels }: Damage): string {
  if (labels === 'letter' && index <= 26) return String.fromCharCode(96 + index);
  if (labels === 'roman') return `${'x'.repeat(Math.floor(index / 10))}${ROMAN[index % 10]}`;
  if (labels === 'symbol') return SYMBOLS[index - 1] ?? '*'.repeat(index - 3);
  return String(index);
}

/** The call as it is printed in the text. */
export function printCall(label: string, { calls }: Damage): string {
  if (calls === 'bracket') return `[${label}]`;
  if (calls === 'spaced-bracket') return ` [${label}]`;
  if (calls === 'parenthesis') return ` (${label})`;
  return calls === 'superscript' ? raised(label) : label;
}

/** The note as it is printed in a list or at the foot of a page. */
export function printNote(label: string, text: string, { calls, notes }: Damage): string {
  if (notes === 'footnote-word') return `[Footnote ${label}: ${text}]`;
  if (calls === 'bracket') return `[${label}] ${text}`;
  if (calls === 'parenthesis') return `(${label}) ${text}`;
  return notes === 'foot' ? `${label} ${text}` : `${label}. ${text}`;
}

const raised = (label: string) => [...label].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!).join('');
