import { isFunctionWord } from '../language.js';
import type { MappedText } from '../mapped-text.js';
import { asNumber, isSymbol, type LabelForm, SUPERSCRIPT, settle } from './label.js';

/** A place in the text that may be the call of a note with this label. */
export interface Candidate {
  readonly text: MappedText;
  /** What the call takes the place of. */
  readonly start: number;
  readonly end: number;
  /** Offset in the source. */
  readonly position: number;
  readonly label: string;
  readonly form: CallForm;
  /** How unlike a call it looks: 0 is certain; above 5 nobody would take it for one. */
  readonly cost: number;
  /** Where the digits begin that this is the half of: `6869` is both 68 and 69 or neither. */
  readonly halfOf?: number;
}

export type CallForm = LabelForm | 'glued' | 'year' | 'spaced' | 'own-line';

const BRACKET =
  /\[\s*(\d{1,3}[a-z]?\*?|[A-Za-z]|[ivxlc]{2,5}|[IVX]{2,5}|[lIO\d]{1,3}|\*{1,3}|[†‡§]{1,2}|tn?\d{1,2}|n\d{1,3})\s*\]/g;
const BRACE = /\{\s*(\d{1,3}|[A-Za-z])\s*\}/g;
const PARENTHESIS = /\(\s*(\d{1,3}\*?|[a-z]|\*{1,3}|[†‡]{1,2})\s*\)/g;
/** `Hafen.1)`, `Lampe*)`: the bracket closes nothing. */
const HALF_PARENTHESIS = /(?<=[\p{L}.,;:!?“”’"»])(\d{1,3}\*?|\*{1,3}|[†‡]{1,2})\)/gu;
const RAISED = new RegExp(`${SUPERSCRIPT}|\\^\\(?\\{?(\\d{1,3})\\}?\\)?`, 'gu');
const SYMBOLS =
  /(?<=[^\s*†‡§([|/#_\uFDD0\uFDD2\uFDD4-\uFDD8]) ?(\*{1,4}|†{1,2}|‡{1,2}|§{1,2}|¶)(?![*†‡§\p{L}\p{N}])/gu;
const STARRED = /(?<=[\p{L}.,;:!?)”’"»])(\d{1,3}\*)(?!\*)/gu;
const DIGITS = /(?<![\d$£€#№])(\d{1,7})(?![\d\p{L}°%′″]|[.,:]\d|[-–—/]\d)/gu;

const MONTHS =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|déc|jän|mär|okt|dez|ene|abr|ago|dic|gen|mag|giu|lug|set|ott)/i;
const COUNTED =
  /(?:^|[\s(])(?:p|pp|pg|page|pages|vol|volume|no|nos|nr|n°|№|art|article|ch|chap|chapter|fig|figure|table|part|section|sec|mark|act|scene|book|line|lines|verse|note|notes|number|room|type|model|group|class|grade|age|aged|day|year|s|bd|band|seite|kapitel|nummer|tome|t|livre|chapitre|louis|henry|charles|about|circa|ca|over|some|than|nearly|under|until|since|in|by|at|of|from|to|on|the|and|only)\.?\s*$/i;

/** “there are two: (1) lamps, (2) oil, and (3) men”: the items of a list. */
const ENUMERATED = /(?:[,:;—–]|(?:^|\s)(?:and|or|und|oder|et|ou|y|o|e|и|или))\s*$/i;

/** Everything in a text that may be a call. */
export function findCandidates(text: MappedText, source: string, language: string): Candidate[] {
  const { value } = text;
  const found: Candidate[] = [];
  const add = (start: number, end: number, label: string, form: CallForm, cost: number, halfOf?: number) => {
    const candidate = { text, start, end, position: text.originAt(start), label, form, cost };
    found.push(halfOf === undefined ? candidate : { ...candidate, halfOf: text.originAt(halfOf) });
  };
  for (const match of value.matchAll(BRACKET)) {
    const end = match.index + match[0].length;
    add(match.index, end, match[1]!, 'bracket', /^[A-Za-z]$/.test(match[1]!) ? 0.4 : 0);
    const number = asNumber(match[1]!);
    if (number !== undefined && String(number) !== match[1])
      add(match.index, end, String(number), 'bracket', 0.3);
  }
  for (const match of value.matchAll(BRACE))
    add(match.index, match.index + match[0].length, match[1]!, 'brace', 0);
  for (const match of value.matchAll(PARENTHESIS)) {
    const end = match.index + match[0].length;
    if (match.index > 0)
      add(match.index, end, match[1]!, 'parenthesis', parenthesisCost(match[1]!, match.index, end));
  }
  for (const match of value.matchAll(HALF_PARENTHESIS))
    if (closesNothing(value, match.index))
      add(match.index, match.index + match[0].length, match[1]!, 'parenthesis', 0.5);
  for (const match of value.matchAll(RAISED)) {
    const label = match[1] ?? settle(match[0], 'superscript');
    const last = match.index + match[0].length;
    // `Ufer.¹)`, as old German books print it.
    const end = value[last] === ')' && closesNothing(value, last) ? last + 1 : last;
    const cost = exponentCost(value, match.index, end, label);
    if (cost !== undefined) add(match.index, end, label, 'superscript', cost);
  }
  for (const match of value.matchAll(SYMBOLS)) {
    const end = match.index + match[0].length;
    if (value[end] !== ')' || !closesNothing(value, end)) add(match.index, end, match[1]!, 'symbol', 0.2);
  }
  for (const match of value.matchAll(STARRED))
    add(match.index, match.index + match[0].length, match[1]!, 'glued', 0);
  for (const match of value.matchAll(DIGITS)) {
    const end = match.index + match[0].length;
    if (value[end] !== ')' || !closesNothing(value, end)) addDigits(match.index, match[1]!);
  }
  return found;

  function parenthesisCost(label: string, start: number, end: number): number {
    if (isSymbol(label)) return 0.2;
    if (ENUMERATED.test(value.slice(Math.max(0, start - 12), start))) return 3;
    const isGlued = /[^\s(—–-]/.test(value[start - 1] ?? ' ');
    return isGlued || /^\s?[.,;:!?…)»”]/.test(value.slice(end, end + 2)) ? 0.6 : 1.4;
  }

  function addDigits(start: number, run: string): void {
    let before = start - 1;
    while (before >= 0 && /[\uFDD1\uFDD3\uFDD9]/.test(value[before]!)) before--;
    const previous = value[before] ?? '';
    const end = start + run.length;
    if (/\p{L}/u.test(previous)) {
      const word = /[\p{L}’']+$/u.exec(value.slice(Math.max(0, before - 40), before + 1))![0];
      // H2, A4, MP3, CO2: part of the word.
      if (word.length === 1 || (word.length <= 4 && word === word.toUpperCase())) return;
      // km2, Mk2: a measure, a number in its short form.
      if (/^[23]$/.test(run) && UNIT.test(value.slice(Math.max(0, before - 20), before + 1))) return;
      if (NUMBERED.test(word)) return;
      addRun(start, run, 'glued', 0.5);
    } else if (/[.,;:!?…)\]}”’"'»“«—–*_]/.test(previous)) afterPunctuation(start, end, run, before, previous);
    else if (previous === '' || /\s/.test(previous)) afterSpace(start, end, run);
    if (/^(?:1\d|20)\d{2}\d{1,3}$/.test(run) && !/[\d.,]/.test(previous)) {
      add(start + 4, end, run.slice(4), 'year', 1);
      addHalves(start + 4, run.slice(4), 'year', 1);
    }
  }

  function afterPunctuation(start: number, end: number, run: string, before: number, previous: string): void {
    const behind = value[before - 1] ?? ' ';
    if (/\d/.test(behind) && /[.,:]/.test(previous)) {
      // 1914.4 is a year and a call; 3.14 is a number.
      if (
        /(?<!\d)(?:1\d|20)\d{2}$/.test(value.slice(Math.max(0, before - 5), before)) &&
        !/^\s*%/.test(value.slice(end))
      )
        addRun(start, run, 'glued', 0.8);
      // “in chapter 8.6 The”: the number ended a sentence, and a call follows its stop.
      else if (
        previous === '.' &&
        /\p{L}/u.test(value.slice(0, before)) &&
        /^(?:\s+[“"‘'(]?\p{Lu}|\s*$)/u.test(value.slice(end, end + 6))
      )
        addRun(start, run, 'glued', 2.2);
      return;
    }
    if (/['’‘]/.test(previous) && /\s|^$/.test(behind)) return;
    if (/[“«]/.test(previous) && (/\s/.test(behind) || before === 0)) return;
    if (
      /[.:]/.test(previous) &&
      COUNTED.test(value.slice(Math.max(0, before - 12), before)) &&
      isAbbreviation(value, before)
    )
      return;
    addRun(start, run, 'glued', /[—–]/.test(previous) ? 2.5 : 0.3);
  }

  function afterSpace(start: number, end: number, run: string): void {
    if (run.length > 3 || run.startsWith('0')) return;
    const origin = text.originAt(start);
    const ownLine =
      /\n[^\S\n]*$/.test(source.slice(Math.max(0, origin - 12), origin)) &&
      /^[^\S\n]*\r?(?:\n|$)/.test(source.slice(origin + run.length, origin + run.length + 12));
    if (ownLine) return void add(start, end, run, 'own-line', start > 0 || end === value.length ? 1.5 : 1.9);
    if (start === 0) return;
    const lead = value.slice(Math.max(0, start - 24), start);
    const rest = value.slice(end, end + 16);
    const word = /(\p{L}+)\P{L}*$/u.exec(lead)?.[1] ?? '';
    const next = /^\s*(\p{L}+)/u.exec(rest)?.[1] ?? '';
    if (COUNTED.test(lead) || MONTHS.test(word) || MONTHS.test(next)) return;
    const afterStop = /[.!?”"»)]\s$/.test(lead);
    const beforeName = /^\s\p{Lu}/u.test(rest) || /^$/.test(rest);
    let cost = afterStop && beforeName ? 2.4 : 4;
    // “in 14 days”: a number before a noun counts something.
    if (/^\s\p{Ll}/u.test(rest))
      cost = isFunctionWord(next, language) && /[\p{L},]\s$/u.test(lead) ? 2.8 : 4.6;
    add(start, end, run, 'spaced', cost);
  }

  function addRun(start: number, run: string, form: CallForm, cost: number): void {
    if (run.startsWith('0')) return;
    if (run.length <= 3) add(start, start + run.length, run, form, cost);
    addHalves(start, run, form, cost);
  }

  /** 6869 is two calls, 68 and 69. */
  function addHalves(start: number, run: string, form: CallForm, cost: number): void {
    for (let cut = 1; cut < run.length; cut++) {
      const [a, b] = [run.slice(0, cut), run.slice(cut)];
      if (a.length > 3 || Number(b) !== Number(a) + 1 || b.startsWith('0')) continue;
      add(start, start + cut, a, form, cost + 0.4, start);
      add(start + cut, start + run.length, b, form, cost + 0.4, start);
    }
  }
}

/** Whether a closing bracket at this place has no opening one in the sentence. */
function closesNothing(value: string, at: number): boolean {
  const before = value.slice(Math.max(0, at - 300), at);
  return before.lastIndexOf('(') <= before.lastIndexOf(')');
}

/** What a raised number after another number costs: a power, unless the notes need it. */
const AFTER_NUMBER = 2.2;
/** Some are words too, and are units only behind a number. */
const UNIT = /(?:\d[\d.,]*\s?(?:in|mi|m)|(?<!\p{L})(?:[kcdm]m|ft|yd))$/u;
/** Short forms that are written close to their number. */
const NUMBERED = /^(?:mk|bf|me|fw|ju|fig|vol|nos?|nr|pt|ch|sec|art|tab|abb|bd|pp?|mp|cov)$/i;

const AFTER_OPERATOR = /[+=±×÷<>≤≥−]\s*[\p{L}\p{N}()+ ]{0,12}$/u;
const BEFORE_OPERATOR = /^\s*[+=±×÷<>≤≥−]\s*[\p{L}\p{N}(]/u;

/** What a raised number costs as a call; undefined in mathematics: `x²`, `10⁶`, `20 m²`, `E = mc²`, `(a + b)²`. */
function exponentCost(value: string, start: number, end: number, label: string): number | undefined {
  const before = value.slice(Math.max(0, start - 24), start);
  const base = /[\p{L}\p{N}]+$/u.exec(before)?.[0] ?? '';
  const lead = before.slice(0, before.length - base.length);
  if (/^\d+$/.test(base)) {
    if (/^(?:1\d|20)\d\d$/.test(base)) return 0;
    return /^(?:\d|10)$/.test(base) ? undefined : base.length >= 3 ? 0.9 : AFTER_NUMBER;
  }
  // “a¹” and “I¹” are words, “plan B²” may be one, “x²” is none.
  if (base.length === 1 && !/[IAaoóyeéùuià]/u.test(base) && !UNIT.test(before))
    return /\p{Lu}/u.test(base) ? AFTER_NUMBER : undefined;
  if (/^[23]$/.test(label) && (UNIT.test(before) || /(?:\bper|\/)\s?$/.test(lead))) return undefined;
  const isTerm = base.length <= 2 || /[)\]]$/.test(before);
  const isSum = AFTER_OPERATOR.test(before) || BEFORE_OPERATOR.test(value.slice(end, end + 8));
  return isTerm && isSum ? undefined : 0;
}

function isAbbreviation(value: string, point: number): boolean {
  const word = /(\p{L}+|n°|№)$/u.exec(value.slice(Math.max(0, point - 12), point))?.[1] ?? '';
  return /^(?:p|pp|pg|vol|no|nos|nr|art|ch|chap|fig|sec|s|bd|t|ca|n°|№)$/i.test(word);
}
