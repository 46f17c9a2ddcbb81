import { isBlank, type Line } from '../line.js';
import type { LineRule, RuleContext } from '../rule.js';

/** In Markdown stars are escaped, and the line may have been a heading. */
const START = /^(?:#+ )?(?:\\?\*){3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG/i;
const END =
  /^(?:#+ )?(?:\\?\*){3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG|^End of (?:the |this )?Project Gutenberg/i;
const STARS = /(?:\\?\*){3}\s*$/;
/** Before the start line was invented, the small print ended so. */
const OLD_START = /^\*END[* ]*THE SMALL PRINT/i;
const FIELD =
  /^(?:[*_]{1,3})?(Title|Author|Editor|Translator|Illustrator|Release Date|Language|Credits|Produced by|Contributor|Commentator)(?:[*_]{1,3})?\s*:(?:[*_]{1,3})?\s*(.+)$/i;
const ROLES = {
  author: 'author',
  editor: 'editor',
  translator: 'translator',
  illustrator: 'illustrator',
  contributor: 'contributor',
  commentator: 'commentator',
} as const;
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  french: 'fr',
  german: 'de',
  spanish: 'es',
  italian: 'it',
  dutch: 'nl',
  portuguese: 'pt',
  swedish: 'sv',
  danish: 'da',
  polish: 'pl',
  russian: 'ru',
  latin: 'la',
};

/** A header is no longer than this, so that a text which stands before it is not taken for it. */
const LONGEST_HEADER = 400;
/** Lines with text that stand before the first that names the project, and belong to its header all the same. */
const MOST_BEFORE = 12;
const NAMES_IT = /Project Gutenberg|Gutenberg-tm|\bEtext\b/i;
/** A Markdown fence: the header of a web page stands in one. */
const FENCE = /^(`{3,}|~{3,})/;

/** Takes off Project Gutenberg's header and licence, and keeps what the header says of the book. */
export const gutenberg: LineRule = {
  stage: 'lines',
  name: 'gutenberg',
  guesses: true,
  apply(lines, context) {
    const kept: Line[][] = [];
    let at = 0;
    // A file may hold several books, each with a header, a licence or both.
    for (;;) {
      const start = findFrom(lines, at, (value) => START.test(value) || OLD_START.test(value));
      const end = findFrom(lines, at, (value) => END.test(value));
      if (start < 0 && end < 0) break;
      if (end >= 0 && (start < 0 || end < start)) {
        kept.push(bodyOf(lines, at, end, context));
        at = start < 0 ? lines.length : startOfHeader(lines, end + 1, start);
        for (const line of lines.slice(end, at))
          context.log.removed(line.text, 'licence of Project Gutenberg');
      } else {
        const head = startOfHeader(lines, at, start);
        kept.push(bodyOf(lines, at, head, context));
        at = takeHeader(lines, head, start, context);
      }
    }
    return at === 0 ? lines : [...kept, bodyOf(lines, at, lines.length, context)].flat();
  },
};

function findFrom(lines: readonly Line[], from: number, test: (value: string) => boolean): number {
  for (let at = from; at < lines.length; at++) if (test(lines[at]!.text.value)) return at;
  return -1;
}

/** The first line that names the project, with the fence over it; what stands before that is another text. */
function startOfHeader(lines: readonly Line[], after: number, start: number): number {
  const earliest = Math.max(after, start - LONGEST_HEADER);
  let first = findFrom(lines, earliest, (value) => NAMES_IT.test(value));
  if (first < 0 || first > start) first = start;
  // Nothing but a title or an edition stands between the top of the file, or the last licence, and the project’s name.
  const before = lines.slice(after, first).filter((line) => !isBlank(line)).length;
  if (before <= MOST_BEFORE) return after;
  while (first > after && FENCE.test(lines[first - 1]!.text.value)) first--;
  return first;
}

/** Logs the header and gives the line after it. */
function takeHeader(lines: readonly Line[], head: number, start: number, context: RuleContext): number {
  const header = lines.slice(head, start + 1);
  readFields(header, context);
  for (const line of header) context.log.removed(line.text, 'header of Project Gutenberg');
  let from = start + 1;
  // A start line may run over two lines.
  while (!isBlank(lines[from]) && !STARS.test(lines[from - 1]!.text.value)) {
    if (!STARS.test(lines[from]!.text.value)) break;
    context.log.removed(lines[from]!.text, 'header of Project Gutenberg');
    from++;
  }
  return takeProducers(lines, from, context);
}

/** Lines of a book, without the fence that the header opened, or the licence closes. */
function bodyOf(lines: readonly Line[], from: number, to: number, { dialect }: RuleContext): Line[] {
  const body = lines.slice(from, to);
  if (dialect !== 'markdown') return body;
  const isFence = ({ text }: Line) => FENCE.test(text.value);
  const isOpenAt = (at: number) => lines.slice(0, at).filter(isFence).length % 2 === 1;
  const closing = isOpenAt(from) ? body.find(isFence) : undefined;
  const opening = isOpenAt(to) ? body.findLast((line) => isFence(line) && line !== closing) : undefined;
  return body.filter((line) => line !== closing && line !== opening);
}

function readFields(head: readonly Line[], { metadata }: RuleContext): void {
  head.forEach((line, at) => {
    const match = FIELD.exec(line.text.value);
    if (!match) return;
    const key = match[1]!.toLowerCase();
    let value = match[2]!.replace(/\\$/, '').trim();
    // A title goes on in indented lines.
    for (let next = at + 1; key === 'title' && !isBlank(head[next]) && head[next]!.indent > 2; next++)
      value += ` ${head[next]!.text.value}`;
    if (key === 'title') metadata.title ??= value;
    else if (key === 'language') metadata.language ??= LANGUAGES[value.toLowerCase()];
    else if (key in ROLES)
      for (const name of value.split(/\s+and\s+|;\s*/))
        metadata.addCreator(name, ROLES[key as keyof typeof ROLES]);
  });
}

/** “Produced by …” under the start line speaks of the file, not of the book. */
function takeProducers(lines: readonly Line[], from: number, { metadata, log }: RuleContext): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at++;
  const value = lines[at]?.text.value ?? '';
  if (!/^(?:#+ )?(?:E-text |This e-?text was )?(?:Produced|Prepared|Transcribed) by\b/i.test(value))
    return from;
  for (; !isBlank(lines[at]) && !FENCE.test(lines[at]!.text.value); at++) {
    const { text } = lines[at]!;
    metadata.provenance.push(text.slice(/^(?:#+ )?/.exec(text.value)![0].length));
    log.removed(lines[at]!.text, 'kept in the front matter');
  }
  return at;
}
