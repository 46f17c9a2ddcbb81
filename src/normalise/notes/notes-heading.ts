import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { NoteSeries } from './types.js';

/** Headings over a list of notes, by language; the names of a series before or after them. */
const NAMES = [
  'notes?( and references| to (the )?(text|chapter|introduction|preface)( \\w+)?)?',
  '(explanatory|critical|textual) notes',
  '(foot|end) ?notes?',
  'references',
  'notes? (de bas de page|de fin|finales)',
  '(anmerkung|fu(ß|ss)note|endnote)(en)?',
  'not(as|e)( al pie| a piè di pagina| de rodapé| finali)?',
  '(voet|eind)?noten',
  'noter|fotnoter',
  'przypisy|poznámky',
  '(примечания|сноски|комментарии)',
].join('|');

const WRITERS: readonly (readonly [NoteSeries, RegExp])[] = [
  ['translator', /\b(translator|traducteur|übersetzer|traductor|traduttore)|переводчик/i],
  ['editor', /\b(editor|éditeur|herausgeber|redaktion|curatore)|редак/i],
];

const PATTERN = new RegExp(
  `^(?:(?:the )?(?:author|editor|translator)(?:s|['’]s|s['’])? )?(?:${NAMES})(?: (?:by|of) the (?:author|editor|translator)s?| du traducteur| de l['’]éditeur| des (?:übersetzers|herausgebers))?\\s*[.:]?$`,
  'iu',
);

/** Characters. */
const LONGEST = 59;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const wholeText = (node: Nodes): string => oneLine(textOf(node));

/** Whether a text is longer than any such heading, its white space counted as one line has it. */
function isLong(text: string): boolean {
  let length = 0;
  let isParted = false;
  for (let at = 0; at < text.length && length <= LONGEST; at++) {
    const code = text.charCodeAt(at);
    // No sign between the space and the no-break space is white.
    const isSpace = (code <= 0x20 || code >= 0xa0) && /\s/.test(text[at]!);
    if (!isSpace) length += isParted && length > 0 ? 2 : 1;
    isParted = isSpace;
  }
  return length > LONGEST;
}

/** Whether a block announces notes: a heading, or a paragraph that says no more than “Footnotes:”. */
export function isNotesHeading(node: Nodes): boolean {
  if (node.type !== 'heading' && node.type !== 'paragraph') return false;
  const [first] = node.children;
  // Most paragraphs are long, and each is asked about many times.
  if (first?.type === 'text' && isLong(first.value)) return false;
  const text = wholeText(node);
  return text.length <= LONGEST && PATTERN.test(text);
}

/** Whose notes a heading announces: “Translator’s notes”. */
export function seriesOfHeading(node: Nodes): NoteSeries | undefined {
  const text = wholeText(node);
  return WRITERS.find(([, pattern]) => pattern.test(text))?.[0];
}
