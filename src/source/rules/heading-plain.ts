import { endOfChunk, endsShort, nextText } from '../chunk.js';
import { isBlank, type Line } from '../line.js';
import { MappedText } from '../mapped-text.js';
import { isNotesHeading } from '../notes/notes-heading.js';
import type { Shape, ShapeReader, ShapeRule } from '../rule.js';
import { endsSentence } from '../sentence.js';
import { isDateline } from './office.js';

const ORDINALS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|premier|première|dernier|dernière|deuxième|troisième|quatrième|cinquième|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|uno|due|tre|quattro|cinque|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|erste[rs]?|zweite[rs]?|dritte[rs]?|vierte[rs]?|fünfte[rs]?';
const NUMBER = `(?:the\\s+)?(?:[IVXLC]+|\\d{1,3}|${ORDINALS})`;
const PARTS =
  'chapter|book|part|volume|act|scene|canto|letter|section|lecture|lesson|stave|chapitre|livre|partie|tome|acte|scène|lettre|kapitel|buch|teil|band|akt|aufzug|auftritt|szene|abschnitt|brief|capítulo|libro|parte|acto|capitolo|atto|hoofdstuk|deel';
const LABEL = new RegExp(
  `^(?:(?:${PARTS})\\s+${NUMBER}|(?:${ORDINALS})\\s+(?:${PARTS})|§\\s*\\d+)(?=$|[.:—–,\\s-])[.:]?`,
  'i',
);
const NAMED =
  /^(?:transcriber['’]s notes?:?|preface|foreword|introduction|introductory(?: note)?|prologue|epilogue|afterword|conclusion|appendix(?: [A-Z\d]+)?|contents|table of contents|bibliography|references|index|glossary|acknowledge?ments?|abstract|dedication|postscript|dramatis person(?:ae|æ)|persons of the play|characters|vorwort|einleitung|nachwort|inhalt(?:sverzeichnis)?|schluss|anhang|préface|avant-propos|introduction|table des matières|conclusion|annexe|prólogo|introducción|índice|prefazione|introduzione|indice|voorwoord|inleiding)\.?$/i;
const PART_FIRST = new RegExp(`^(?:${PARTS})(?=$|[\\s.:—–-])`, 'i');
const PART_LAST = new RegExp(
  `^(?:third|fourth|fifth|last|prim[ao]|primer[ao]|segund[ao]|second[ao]|seconde?|deuxième|troisième|terz[ao]|tercer[ao]|dernière|letzte[rs]?|eerste|tweede|derde)\\s+(?:${PARTS})\\.?$`,
  'i',
);
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVXL]+\.|[A-Z]\.(?:\d{1,2}\.?)*)\s+\p{Lu}[^.!?;]{1,70}$/u;
const NUMBER_ALONE = /^(?:[IVXLC]+|\d{1,3})\.?$/;
const LONGEST = 90;
const SCENE = /^(?:scene|scène|szene|auftritt|escena|scena|act|acte|akt|aufzug)\b/i;

/**
 * Headings without marks: “CHAPTER I.” with its title below, lines in capitals, bold lines, numbered titles, and
 * short lines before long ones.
 */
export const headingPlain: ShapeRule = {
  stage: 'shapes',
  name: 'heading-plain',
  guesses: true,
  recognise(at, reader) {
    const { lines, profile } = reader;
    const line = lines[at]!;
    const value = line.text.value;
    const named = profile.headings.find(({ text }) => text === value);
    if (named) return heading(line.text, 'profile', at + 1, reader, named.level);
    if (value.length > LONGEST || !/[\p{L}\p{N}]/u.test(value) || !isBlank(lines[at - 1])) return undefined;
    const labelled = readLabelled(at, reader);
    if (labelled) return labelled;
    if (/^\p{Ll}/u.test(value)) return undefined;
    const end = endOfChunk(at, lines);
    const chunk = lines.slice(at, end);
    if (nextText(end, lines) === undefined) return undefined;
    const whole = MappedText.concat(chunk.flatMap(({ text }, index) => (index === 0 ? [text] : [' ', text])));
    const make = makeOf(whole.value, chunk, end, reader);
    return make ? heading(make === 'bold' ? withoutBold(whole) : whole, make, end, reader) : undefined;
  },
};

/** Whether a line names a part of a work by its kind, its number or its place: “ACT I”, “Zweites Buch”, “Preface”. */
export function namesPart(value: string): boolean {
  const bare = value.trim();
  return (
    LABEL.test(bare) ||
    NAMED.test(bare) ||
    NUMBER_ALONE.test(bare) ||
    isNotesHeading(bare) ||
    PART_FIRST.test(bare) ||
    PART_LAST.test(bare)
  );
}

function heading(text: MappedText, make: string, next: number, reader: ShapeReader, level = 0): Shape {
  return { blocks: [{ type: 'heading', level, text: reader.inline(text), make }], next };
}

/** “CHAPTER I.” alone, with its title in the same line, in the next line or after a blank line. */
function readLabelled(at: number, reader: ShapeReader): Shape | undefined {
  const { lines } = reader;
  const { text } = lines[at]!;
  const match = LABEL.exec(text.value);
  if (!match) return NUMBER_ALONE.test(text.value) ? readNumbered(at, reader) : undefined;
  const make = `label ${/^\W*(\p{L}+|§)/u.exec(match[0])![1]!.toLowerCase()}`;
  const rest = text.slice(match[0].length);
  const title = rest.slice(/^[\s.:—–-]*/.exec(rest.value)![0].length);
  const end = endOfChunk(at, lines);
  if (title.length > 0 && SCENE.test(text.value)) {
    const described = describedScene(at, end, text.slice(0, match[0].length), title, make, reader);
    if (described) return described;
  }
  if (title.length > 0) {
    // “Part of the story” begins a sentence; a title begins with a capital and stands alone.
    if (
      !/^["“‘'«_*]?[\p{Lu}\p{N}]/u.test(title.value) ||
      end - at > 3 ||
      (end - at > 1 && endsSentence(text.value))
    )
      return undefined;
    if (/[.,;]$/.test(title.value) && text.length > 60 && !isCapitals(title.value)) return undefined;
    const more = lines.slice(at + 1, end).flatMap((line) => [' ', line.text]);
    const label = text.slice(0, match[0].replace(/[.:]$/, '').length);
    return {
      blocks: [
        {
          type: 'heading',
          level: 0,
          make,
          label: reader.inline(label),
          text: reader.inline(MappedText.concat([title, ...more])),
        },
      ],
      next: end,
    };
  }
  const label = text.slice(0, match[0].length);
  if (end > at + 1) {
    const below = lines.slice(at + 1, end);
    if (below.length <= 3 && below.every(isTitleLine) && !reader.isShapedBy(at + 1, ['drama']))
      return labelAndTitle(label, below, make, end, reader);
    return undefined;
  }
  const next = nextText(end, lines);
  if (next === undefined) return undefined;
  const after = endOfChunk(next, lines);
  const below = lines.slice(next, after);
  const followed = nextText(after, lines);
  const isTitle =
    followed !== undefined &&
    below.length <= 3 &&
    below.every(isTitleLine) &&
    !reader.isShapedBy(next, ['drama']) &&
    !LABEL.test(below[0]!.text.value) &&
    !/^(?:scene|szene|scène)\b/i.test(below[0]!.text.value) &&
    isTitleBefore(below, followed, reader);
  return isTitle ? labelAndTitle(label, below, make, after, reader) : heading(label, make, end, reader);
}

/** “SCENE I. In the orchard. The king enters.”: what is seen is a paragraph, not the title of the scene. */
function describedScene(
  at: number,
  end: number,
  label: MappedText,
  first: MappedText,
  make: string,
  reader: ShapeReader,
): Shape | undefined {
  const rest = reader.lines.slice(at + 1, end).flatMap(({ text }) => [' ', text]);
  const words = MappedText.concat([first, ...rest]);
  if (words.length <= LONGEST && !/[.!?]\s+\p{Lu}/u.test(words.value)) return undefined;
  const bare = label.slice(0, label.value.replace(/[.:]\s*$/, '').length);
  return {
    blocks: [
      { type: 'heading', level: 0, make, text: reader.inline(bare) },
      { type: 'paragraph', text: reader.inline(words) },
    ],
    next: end,
  };
}

/** A number alone over a title in capitals. */
function readNumbered(at: number, reader: ShapeReader): Shape | undefined {
  const { lines } = reader;
  const next = isBlank(lines[at + 1]) ? nextText(at + 1, lines) : at + 1;
  if (next === undefined) return undefined;
  const end = endOfChunk(next, lines);
  const below = lines.slice(next, end);
  const isTitle =
    below.length <= 2 && below.every((line) => isTitleLine(line) && isCapitals(line.text.value));
  return isTitle && nextText(end, lines) !== undefined
    ? labelAndTitle(lines[at]!.text, below, 'number', end, reader)
    : undefined;
}

function labelAndTitle(
  label: MappedText,
  below: readonly Line[],
  make: string,
  next: number,
  reader: ShapeReader,
): Shape {
  const title = MappedText.concat(below.flatMap(({ text }, index) => (index === 0 ? [text] : [' ', text])));
  const bare = label.slice(0, label.value.replace(/[.:]\s*$/, '').length);
  return {
    blocks: [{ type: 'heading', level: 0, make, label: reader.inline(bare), text: reader.inline(title) }],
    next,
  };
}

/** A heading is bold anyhow; what stands after the marks is a call. */
const withoutBold = (text: MappedText) =>
  text.replace(/^(?:\*\*|__)|(?<=[^*_])(?:\*\*|__)(?=(?:\\?\*|\[\^?\d+\])*$)/g, () => '');

const isTitleLine = ({ text }: Line) =>
  text.length <= 70 &&
  // “[A quay at night.]” below an act is its scene, not its title.
  !/^_?[[(].*[\])]_?$/.test(text.value) &&
  /^[\p{Lu}\p{N}“"‘'«¿¡([_*]/u.test(text.value) &&
  !/[,;:]$/.test(text.value);

function isTitleBefore(below: readonly Line[], followed: number, reader: ShapeReader): boolean {
  const value = below.map(({ text }) => text.value).join(' ');
  if (isCapitals(value)) return true;
  const next = reader.lines.slice(followed, endOfChunk(followed, reader.lines));
  const long = next.reduce((sum, { text }) => sum + text.length, 0);
  return (
    !/[!?”"]$|[^.]\.\.\.$/.test(value) &&
    long > value.length * 2 &&
    value.length < 70 &&
    !(endsSentence(value) && value.split(/\s+/).length > 9)
  );
}

function makeOf(value: string, chunk: readonly Line[], end: number, reader: ShapeReader): string | undefined {
  const { lines, layout } = reader;
  if (chunk.length > 3 || value.length > 120 || /[,;–—-]$/.test(value)) return undefined;
  // Formulas and rows of a table are short, too.
  if (/[=<>|]|\S\s{3,}\S/.test(value)) return undefined;
  if (isNotesHeading(value) || NAMED.test(value)) return chunk.length === 1 ? 'named' : undefined;
  const bold = /^(\*\*|__)(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?:\\?\*|\[\^?\d+\])*$/.exec(value);
  if (bold && (reader.dialect === 'markdown' || bold[1] === '**') && !/[.,:;]$/.test(bold[2]!)) return 'bold';
  if (isCapitals(value) && !/[:!?]$/.test(value) && /\p{L}{3}/u.test(value))
    return chunk.length <= 2 ? 'capitals' : undefined;
  if (chunk.length > 1) return undefined;
  if (NUMBER_ALONE.test(value)) return isNumbering(end, reader) ? 'number' : undefined;
  if (isDateline(value) || /^[–—-]/.test(value)) return undefined;
  const next = nextText(end, lines)!;
  const after = lines.slice(next, endOfChunk(next, lines));
  if (
    NUMBERED.test(value) &&
    !endsSentence(value) &&
    after.length > 0 &&
    !NUMBERED.test(after[0]!.text.value) &&
    lines[at(chunk, lines)]!.indent <= layout.margin + 2
  )
    return 'numbered';
  return isShortTitle(value, chunk[0]!, after, reader) ? 'short' : undefined;
}

const at = (chunk: readonly Line[], lines: readonly Line[]) => lines.indexOf(chunk[0]!);

/** A number alone is a heading where a paragraph follows and the line before ended one. */
function isNumbering(end: number, { lines }: ShapeReader): boolean {
  const next = nextText(end, lines)!;
  const { value } = lines[next]!.text;
  return isDateline(value) || (/^[“"‘'«_*]?\p{Lu}/u.test(value) && value.length > 30);
}

/** A short line, without a stop, set off by blank lines, before lines that fill the measure. */
function isShortTitle(
  value: string,
  line: Line,
  after: readonly Line[],
  { layout, lexicon }: ShapeReader,
): boolean {
  const words = value.split(/\s+/);
  if (value.length > 64 || words.length > 10 || /[.:!…]["'”’»)]*$/.test(value)) return false;
  if (!/^[“"‘'«¿([]?[\p{Lu}\p{N}]/u.test(value) || /^[“"«].*[^”"»]$/u.test(value)) return false;
  if (/^[([].*[)\]]$/.test(value)) return false;
  const first = after[0]!;
  if (!/^[“"‘'«¿¡([–—_*]?[\p{Lu}\p{N}]/u.test(first.text.value)) return false;
  if (layout.wrapped) {
    if (line.width > layout.measure * 0.85) return false;
    const isProse =
      after.length >= 2 &&
      after[0]!.width >= layout.measure * 0.7 &&
      !endsShort(after[0]!, after[1]!, layout.measure * 0.9);
    const isVerse = after.length >= 3 && after.every((one) => one.text.length > 8);
    return isProse || isVerse;
  }
  const capitals = words.filter((word) => /^\P{L}*\p{Lu}|^\P{L}*\p{N}/u.test(word)).length;
  const small = words.filter((word) => /^\p{Ll}{1,4}$/u.test(word)).length;
  const titled = capitals + small === words.length || lexicon.language === 'fr' || lexicon.language === 'de';
  return first.text.length > 160 && (titled || words.length <= 6);
}

function isCapitals(value: string): boolean {
  const letters = value
    .replace(/\b(?:and|the|of|to|in|a|by|de|du|la|le|et|und|der|die|von|Mc|Mac)\b/g, '')
    .replace(/[^\p{L}]/gu, '');
  return letters.length >= 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
