import type { Role } from '../../config/schema.js';
import { isBlank, type Line } from '../line.js';
import { MappedText } from '../mapped-text.js';
import type { LineRule, RuleContext } from '../rule.js';
import { beginsInside } from '../sentence.js';

const LABELS =
  'Source|First Published|Published|Publication|Written|Spoken|Delivered|Date|Translat(?:ed|ion|or)s?|Transcri(?:bed|ption|ber)|Transcription/(?:HTML )?Markup|HTML(?: Markup)?|Mark-?up|Proofread(?:ing)?|Proofed|Edited|Editors?|Authors?|Originally Published|Online Version|Public Domain|Copy ?(?:right|left)|Licen[cs]e|Rights|Note on the text|Retrieved|Scanned|Digiti[sz]ed|Quelle|Übersetzt|Übersetzung|Erstveröffentlichung|Autor|Traduit|Traduction|Traducteur|Auteur|Première publication|Fuente|Traducción|Fonte|Traduzione';
const FIELD = new RegExp(
  `^[*_]{0,3}(${LABELS})[*_]{0,2}(?: by| in| from| on| at| par| von| de)?\\s*:[*_]{0,3}\\s*(\\S.*)$`,
  'i',
);
const NAME =
  "(?:\\p{Lu}\\.\\s*)*\\p{Lu}[\\p{L}’'.-]+(?:\\s+(?:(?:de|du|von|van|der|la|le|di|da)\\s+|d[’'])?\\p{Lu}[\\p{L}’'.-]*){1,4}";
const BY = new RegExp(`\\b(?:by|par|von|por|da)\\s+(${NAME}(?:(?:,| and| et| und| y)\\s+${NAME})*)`, 'u');
const AUTHOR_AND_YEAR = new RegExp(
  `^[*_]{0,3}(${NAME})[*_]{0,3}[,.]?\\s+\\(?((?:1[4-9]|20)\\d{2}(?:[-–]\\d{2,4})?)\\)?[*_]{0,3}$`,
  'u',
);
/** How many lines with text the head of a text has, and its end. */
const HEAD = 40;
const END = 25;

/** Lifts `Source:`, `Translated:` and their like into the front matter, word for word. */
export const metadataLines: LineRule = {
  stage: 'lines',
  name: 'metadata-lines',
  guesses: true,
  apply(lines, context) {
    const texts = lines.flatMap((line, at) => (isBlank(line) ? [] : [at]));
    const places = new Set([...texts.slice(0, HEAD), ...texts.slice(-END)]);
    const taken = new Set<number>();
    for (const at of places) {
      const match = FIELD.exec(lines[at]!.text.value);
      if (!match || taken.has(at) || lines[at]!.text.length > 400) continue;
      const field = wholeField(at, lines);
      for (let line = at; line < field.next; line++) taken.add(line);
      takeField(match[1]!, field.text, context);
    }
    if (taken.size === 0) return lines;
    takeAuthorAndYear(lines, texts, taken, context);
    return lines.map((line, at) =>
      taken.has(at) ? { ...line, text: line.text.slice(0, 0), indent: 0, width: 0 } : line,
    );
  },
};

/** A field goes on in wrapped lines until the next field or a blank line. */
function wholeField(at: number, lines: readonly Line[]): { text: MappedText; next: number } {
  let next = at + 1;
  const parts = [lines[at]!.text];
  while (
    !isBlank(lines[next]) &&
    !FIELD.test(lines[next]!.text.value) &&
    next - at < 5 &&
    (beginsInside(lines[next]!.text.value) || /,$/.test(lines[next - 1]!.text.value)) &&
    lines[next - 1]!.text.length > 30 &&
    lines[next]!.text.length < 100 &&
    !/[.;]$/.test(lines[next - 1]!.text.value)
  ) {
    parts.push(lines[next]!.text);
    next++;
  }
  return {
    text: MappedText.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part]))),
    next,
  };
}

function takeField(label: string, text: MappedText, { metadata, log }: RuleContext): void {
  const value = FIELD.exec(text.value)![2]!
    .replace(/[*_]+/g, '')
    .replace(/[;,\s]+$/, '');
  const low = label.toLowerCase();
  if (/^(?:source|quelle|fuente|fonte)/.test(low)) metadata.source ??= value.replace(/\s*\.$/, '');
  else if (/^(?:copy|licen|rights|public domain)/.test(low)) metadata.rights ??= value;
  else if (/^(?:written|spoken|delivered|date)/.test(low)) metadata.date ??= /\d{4}/.exec(value)?.[0];
  else if (/^(?:translat|übersetz|tradu)/.test(low)) addPeople(value, 'translator', metadata);
  else if (/^(?:transcri|html|mark|scanned|digiti)/.test(low)) addPeople(value, 'transcriber', metadata);
  else if (/^edit/.test(low)) addPeople(value, 'editor', metadata);
  else if (/^(?:author|autor|auteur)/.test(low)) addPeople(value, 'author', metadata);
  metadata.provenance.push(text);
  log.removed(text, 'kept in the front matter');
}

function addPeople(value: string, role: Role, metadata: RuleContext['metadata']): void {
  const named =
    BY.exec(value)?.[1] ??
    (new RegExp(`^${NAME}(?:(?:,| and)\\s+${NAME})*\\.?$`, 'u').test(value)
      ? value.replace(/\.$/, '')
      : undefined);
  if (!named) return;
  for (const name of named.split(/,\s+|\s+(?:and|et|und|y)\s+/))
    metadata.addCreator(name.replace(/\.$/, ''), role);
}

/** “Ada Writer 1945” in the line before the fields names the author and the year. */
function takeAuthorAndYear(
  lines: readonly Line[],
  texts: readonly number[],
  taken: Set<number>,
  { metadata, log }: RuleContext,
): void {
  for (const at of texts.slice(0, 6)) {
    if (taken.has(at)) continue;
    const { text } = lines[at]!;
    const match = AUTHOR_AND_YEAR.exec(text.value);
    if (!match) continue;
    metadata.addCreator(match[1]!, 'author');
    metadata.date ??= match[2]!;
    metadata.provenance.unshift(text);
    log.removed(text, 'kept in the front matter');
    taken.add(at);
    return;
  }
}
