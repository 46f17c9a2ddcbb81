import type { Paragraph } from '../block.js';
import { endOfChunk, nextText, previousText } from '../chunk.js';
import { isBlank } from '../line.js';
import type { Shape, ShapeReader, ShapeRule } from '../rule.js';
import { endsSentence } from '../sentence.js';

const MONTH =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|Oktober|Dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre';
const MONTHS = new RegExp(`(?<!\\p{L})(?:${MONTH})(?!\\p{L})`, 'u');
const PLACE = "[\\p{Lu}][\\p{L}.’' -]{1,40}";
const DAY = `(?:\\d{1,2}(?:st|nd|rd|th|er|\\.)?,?\\s+)`;
const DATE = `(?:(?:le|den|the|am|on)\\s+)?(?:(?:${DAY}(?:of |de |d[’'])?)?(?:${MONTH}),?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?,?)?(?:\\s+(?:de\\s+)?\\d{4}(?:[-–]\\d{2,4})?)?|(?:(?:Spring|Summer|Autumn|Fall|Winter|Easter|Christmas|printemps|été|automne|hiver|Frühjahr|Sommer|Herbst|Winter)\\s+)?\\d{4}(?:[-–]\\d{2,4})?)`;
const DATELINE = new RegExp(
  `^[([_*]*(?:${PLACE}(?:,\\s+|\\s+[–—-]\\s+)){0,3}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+)?${DATE}[.\\])_*]*$`,
  'u',
);
const SALUTATION =
  /^(?:(?:My |MY )?(?:[Dd]ear|[Dd]earest|DEAR)\b.{1,60}|(?:Mon )?(?:Cher|Chère|Chers|Chères)\b.{1,50}|(?:Sehr geehrte[rs]?|Liebe[rs]?|Geehrte[rs]?)\b.{1,50}|(?:Sir|Madam|Gentlemen|Comrades|Dear Sirs?|Monsieur|Madame|Messieurs|Querid[oa]s?\b.{1,50}|Estimad[oa]s?\b.{1,50}))[,:!.—-]{1,2}$/;
const CLOSING =
  /^(?:(?:Ever )?Yours(?:,? (?:very|most|ever|and|as|always|truly|faithfully|sincerely|affectionately|respectfully|obediently|fraternally|gratefully|etc\.?|&c\.?|in [\p{L} ]{3,30}|for [\p{L} ]{3,30}))*|(?:With )?(?:Best|Kind|Warm) (?:wishes|regards)|Sincerely(?: yours)?|Faithfully(?: yours)?|Affectionately(?: yours)?|Your (?:affectionate|obedient|humble|loving)\b.{0,50}|Fraternally|With (?:fraternal|communist) greetings|Mit freundlichen Grüßen|Hochachtungsvoll|Ihr(?:e)? ergebene[r]?|Bien à vous|Votre dévoué|Salutations fraternelles|Atentamente)[,.]?$/iu;
const NAME =
  /^[–—-]{0,2}\s*[_*]*(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|St|M|Mme)\.?\s+)?(?:\p{Lu}\.\s*)*(?:\p{Lu}[\p{L}’'.-]*)(?:\s+(?:de|du|von|van|der|la|le|di|da|d[’'])?\s*\p{Lu}[\p{L}’'.-]*){0,4}[_*.]*(?:,\s[\p{L}., ]{3,40})?$/u;

/** Whether a line is a place and a date, or a date alone: “Petrograd, 22 July 1919”. */
export function isDateline(value: string): boolean {
  // Years alone are a title’s.
  if (!MONTHS.test(value) && !/\p{L}{3}/u.test(value)) return false;
  return value.length < 70 && /\d{4}|\d{1,2}/.test(value) && !/^\d{1,4}$/.test(value) && DATELINE.test(value);
}

export const isName = (value: string) => value.length <= 60 && NAME.test(value);

/** Datelines, openings and endings of letters, signatures, authors of epigraphs. */
export const office: ShapeRule = {
  stage: 'shapes',
  name: 'office',
  guesses: true,
  recognise(at, reader) {
    const { lines } = reader;
    const { value } = lines[at]!.text;
    if (value.length > 80 || !isBlank(lines[at - 1])) return undefined;
    const end = endOfChunk(at, lines);
    if (end - at > 2) return undefined;
    const inChunk = end - at;
    if (
      isDateline(value) &&
      (inChunk === 1 || isName(lines[at + 1]!.text.value)) &&
      nearTurn(at, end, reader)
    )
      return one('dateline', at, reader);
    if (SALUTATION.test(value) && inChunk === 1) return one('salutation', at, reader);
    if (CLOSING.test(value)) return closing(at, end, reader);
    if (inChunk === 1 && isSignature(at, end, value, reader)) return one('signature', at, reader);
    return undefined;
  },
};

function one(type: Paragraph['type'], at: number, reader: ShapeReader): Shape {
  return { blocks: [{ type, text: reader.inline(reader.lines[at]!.text) }], next: at + 1 };
}

/** The complimentary close, with the name below it. */
function closing(at: number, end: number, reader: ShapeReader): Shape {
  const blocks: Paragraph[] = [];
  for (let line = at; line < end; line++)
    blocks.push({ type: 'signature', text: reader.inline(reader.lines[line]!.text) });
  return { blocks, next: end };
}

/** A dateline opens a letter or a chapter, or closes one. */
function nearTurn(at: number, end: number, { lines, layout }: ShapeReader): boolean {
  const before = previousText(at - 1, lines);
  const after = nextText(end, lines);
  // The first line of a text is its title, also when it ends with years.
  if (before === undefined) return after !== undefined && MONTHS.test(lines[at]!.text.value);
  if (after === undefined) return true;
  const short = (index: number) => lines[index]!.text.length < Math.min(60, layout.measure * 0.8);
  return short(after) || short(before) || endsSentence(lines[before]!.text.value);
}

/** A name alone after the last sentence of a text, before a heading or the end. */
function isSignature(at: number, end: number, value: string, reader: ShapeReader): boolean {
  const { lines } = reader;
  if (/^[—–-]{1,2}\s*\p{Lu}/u.test(value) && isName(value)) return previousText(at - 1, lines) !== undefined;
  const after = nextText(end, lines);
  const before = previousText(at - 1, lines);
  // The name below a complimentary close, with a blank line between.
  if (before !== undefined && CLOSING.test(lines[before]!.text.value))
    return isName(value.replace(/\.$/, ''));
  if (after !== undefined || before === undefined || !isName(value)) return false;
  return endsSentence(lines[before]!.text.value) || isDateline(lines[before]!.text.value);
}
