import { isBlank, type Line } from '../line.js';
import { endsSentence } from '../sentence.js';
import { readSpeakerLine, type SpeakerForm, type SpeakerLine } from './speaker-line.js';

/** Who speaks in a text that is a play. */
export interface Cast {
  /** The speech that begins at a line. */
  speechAt(at: number): SpeakerLine | undefined;
  /** The verse of the play begins every line with a capital. */
  readonly versified: boolean;
}

/** What is asked of a form of speaker lines before it is believed. */
interface Demand {
  /** Each of two names stands so often. */
  readonly often: number;
  readonly speeches: number;
  /** Share of the paragraphs between the first speech and the last. */
  readonly share: number;
  /** Share of the speeches that are answered by somebody else. */
  readonly answered: number;
}
const NEVER: Demand = { often: Number.POSITIVE_INFINITY, speeches: 0, share: 0, answered: 0 };
/** In a text that calls itself a play, by its acts, its persons or its entrances; and in any other. */
const DEMANDS: Readonly<Record<SpeakerForm, { readonly play: Demand; readonly text: Demand }>> = {
  capitals: {
    play: { often: 1, speeches: 3, share: 0.15, answered: 0 },
    text: { often: 2, speeches: 4, share: 0.35, answered: 0.7 },
  },
  column: { play: { often: 1, speeches: 3, share: 0.15, answered: 0 }, text: NEVER },
  marked: {
    play: { often: 1, speeches: 3, share: 0.15, answered: 0 },
    text: { often: 3, speeches: 6, share: 0.35, answered: 0.7 },
  },
  bold: { play: { often: 2, speeches: 4, share: 0.15, answered: 0.5 }, text: NEVER },
  over: {
    play: { often: 2, speeches: 4, share: 0.15, answered: 0.5 },
    text: { often: 3, speeches: 6, share: 0.4, answered: 0.8 },
  },
  above: { play: { often: 1, speeches: 3, share: 0.15, answered: 0.5 }, text: NEVER },
  heading: { play: { often: 2, speeches: 4, share: 0.15, answered: 0.7 }, text: NEVER },
  'run-in': { play: { often: 2, speeches: 4, share: 0.15, answered: 0.7 }, text: NEVER },
  bare: { play: { often: 2, speeches: 4, share: 0.15, answered: 0.7 }, text: NEVER },
};
/** Forms that nothing but a speech has: in a play they need not come again. */
const SURE: ReadonlySet<SpeakerForm> = new Set<SpeakerForm>(['capitals', 'marked', 'column']);
/** A name that is on nobody’s list speaks so often, where a text does not call itself a play. */
const OFTEN = 3;
/** Nearly everything is speech: then somebody may speak once. */
const MOSTLY = 0.3;

const ACT =
  /^(?:act|acte|akt|acto|atto|scene|scène|szene|escena|scena|aufzug|auftritt)\s+(?:[ivx]+|\d{1,2}|the\s+\w+|one|two|three|four|five|first|second|third)\b|^(?:the\s+)?(?:first|second|third|fourth|fifth|erste[rs]?|zweite[rs]?|dritte[rs]?|vierte[rs]?|fünfte[rs]?|premier|deuxième|troisième|\d\.)\s+(?:act|akt|aufzug|auftritt|szene|scene|acte|scène)\b/i;
const PERSONS =
  /^(?:dramatis person(?:ae|æ)|dr[aā]matis pers[oō]nae|(?:the )?persons (?:of|in) the (?:play|drama)|(?:the )?characters(?: (?:of|in) the play)?|cast(?: of characters)?|the cast|personen|personnages|personaggi|personajes|personen van het stuk)\b/i;
const ENTRANCE = /^[[(_*]*(?:Enter|Exit|Exeunt|Re-enter|Curtain|Alarums?|Flourish|ENTER|EXIT|EXEUNT)\b/;
/** How many lines below their heading the persons of a play stand. */
const LIST = 80;

/** Paragraphs between a speech and the next. */
const NEAR = 12;
const JOINTS = new Set('AND UND ET THE OF DER DIE DAS VON LE LA LES TO A'.split(' '));
/** Names of those who speak together, or have none. */
const TOGETHER = new Set(
  'ALL BOTH OTHER OTHERS SEVERAL VOICE VOICES CHORUS MEN WOMEN LADIES GENTLEMEN SERVANTS SOLDIERS CROWD FIRST SECOND THIRD FOURTH ALLE BEIDE CHOR STIMME STIMMEN ANDERE TOUS TOUTES CHOEUR VOIX SOME OMNES TUTTI CORO ALLEN KOOR'.split(
    ' ',
  ),
);

const known = new WeakMap<readonly Line[], Cast | undefined>();

/** Who speaks in the lines; undefined where they are no play. */
export function findCast(lines: readonly Line[], forced: boolean): Cast | undefined {
  if (!known.has(lines)) known.set(lines, makeCast(lines, forced));
  return known.get(lines);
}

interface Found extends SpeakerLine {
  readonly at: number;
  /** Number of the paragraph that it stands in. */
  readonly chunk: number;
  readonly key: string;
}

function makeCast(lines: readonly Line[], forced: boolean): Cast | undefined {
  const found = findSpeakers(lines);
  if (found.length < 2) return undefined;
  const says = forced ? 'play' : callsItself(lines);
  const list = says === 'play' ? wordsOfList(lines) : new Set<string>();
  const byForm = new Map<SpeakerForm, Found[]>();
  for (const one of found) byForm.set(one.form, [...(byForm.get(one.form) ?? []), one]);
  const speeches = new Map<number, SpeakerLine>();
  for (const [form, lines] of byForm)
    for (const one of speakersOf(
      form,
      lines,
      says === 'play' || (says === 'staged' && SURE.has(form)),
      forced,
      list,
    ))
      speeches.set(one.at, one);
  if (speeches.size === 0) return undefined;
  return { speechAt: (at) => speeches.get(at), versified: isVersified(lines, speeches) };
}

function findSpeakers(lines: readonly Line[]): Found[] {
  const found: Found[] = [];
  let chunk = 0;
  lines.forEach((line, at) => {
    if (isBlank(line)) return;
    const before = lines[at - 1];
    const isFirst = isBlank(before);
    if (isFirst) chunk++;
    // In close print a speech begins where the one before it ended, or where the line is set in.
    else if (!endsSentence(before!.text.value) && line.indent <= before!.indent + 1) return;
    const speaker = readSpeakerLine(line.text.value, !isBlank(lines[at + 1]));
    if (!speaker || (!isFirst && !SURE.has(speaker.form) && speaker.form !== 'run-in')) return;
    found.push({ ...speaker, at, chunk, key: speaker.name.toUpperCase() });
  });
  return found;
}

/** The lines of one form that begin speeches, if the form is one of speeches at all. */
function speakersOf(
  form: SpeakerForm,
  found: readonly Found[],
  isPlay: boolean,
  forced: boolean,
  list: ReadonlySet<string>,
): readonly Found[] {
  if (forced && SURE.has(form)) return found;
  const counts = new Map<string, number>();
  for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
  const demand = DEMANDS[form][isPlay ? 'play' : 'text'];
  const isOften = ({ key }: Found) => counts.get(key)! >= Math.max(demand.often, 1);
  const repeated = found.filter(isOften);
  const names = new Set(repeated.map(({ key }) => key));
  if (names.size < 2 || repeated.length < demand.speeches) return [];
  const chunks = repeated.at(-1)!.chunk - repeated[0]!.chunk + 1;
  const share = repeated.length / Math.max(1, chunks);
  const answered = repeated.filter((one, at) => at > 0 && one.key !== repeated[at - 1]!.key).length;
  if (share < demand.share || answered < (repeated.length - 1) * demand.answered) return [];
  if (isPlay) {
    if (SURE.has(form)) return found;
    const people = new Set([...names].flatMap(wordsOf));
    const isKnown = (name: string) => {
      const words = wordsOf(name.replace(/’S\b|'S\b/g, '')).filter((word) => !JOINTS.has(word));
      return (
        words.length > 0 && words.every((word) => list.has(word) || people.has(word) || TOGETHER.has(word))
      );
    };
    return amongOthers(found.filter((one) => isOften(one) || form === 'above' || isKnown(one.key)));
  }
  return share >= MOSTLY ? found : found.filter(({ key }) => counts.get(key)! >= OFTEN);
}

/** A name that stands on the title page as well is spoken only where others speak. */
function amongOthers(found: readonly Found[]): readonly Found[] {
  return found.filter((one, at) =>
    found
      .slice(Math.max(0, at - 3), at + 4)
      .some((other) => other.key !== one.key && Math.abs(other.chunk - one.chunk) <= NEAR),
  );
}

const wordsOf = (name: string) => name.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length > 0);

/** What a text says of itself: a play has acts and scenes, or a list of persons; people who enter are half a sign. */
function callsItself(lines: readonly Line[]): 'play' | 'staged' | 'text' {
  let isNamed = false;
  let entrances = 0;
  lines.forEach(({ text }, at) => {
    if (text.length === 0 || text.length > 90 || !isBlank(lines[at - 1])) return;
    const value = unmarked(text.value);
    if (ACT.test(value) || (PERSONS.test(value) && value.length < 50)) isNamed = true;
    else if (ENTRANCE.test(value)) entrances++;
  });
  if (isNamed) return 'play';
  return entrances >= 2 ? 'staged' : 'text';
}

/** Without the marks of a heading or of italics. */
const unmarked = (value: string) => value.replace(/^(?:#+ )?[*_=]*|[*_=]+$/g, '');

/** Every word of the list of persons, in capitals. */
function wordsOfList(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  lines.forEach(({ text }, at) => {
    if (text.length > 50 || !PERSONS.test(unmarked(text.value))) return;
    for (const line of lines.slice(at + 1, at + LIST)) {
      if (ACT.test(unmarked(line.text.value))) break;
      for (const word of line.text.value.toUpperCase().split(/[^\p{L}\p{M}]+/u)) if (word) words.add(word);
    }
  });
  return words;
}

/** Lines inside sentences that begin with a capital show verse; a wrapped line does so by chance alone. */
function isVersified(lines: readonly Line[], speeches: ReadonlyMap<number, SpeakerLine>): boolean {
  let inside = 0;
  let capitals = 0;
  for (const [at, { length }] of speeches) {
    const isAlone = length === lines[at]!.text.length;
    // The words may stand below the name, after a blank line.
    const first = isAlone ? (isBlank(lines[at + 1]) ? at + 2 : at + 1) : at;
    for (let next = first + 1; !isBlank(lines[next]) && !speeches.has(next); next++) {
      const before = lines[next - 1]!.text.value;
      if (endsSentence(before)) continue;
      inside++;
      if (/^[“"‘'«([_]*\p{Lu}/u.test(lines[next]!.text.value)) capitals++;
    }
  }
  return inside >= 6 && capitals >= inside * 0.6;
}
