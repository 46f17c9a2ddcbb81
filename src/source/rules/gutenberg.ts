import { isBlank, type Line } from '../line.js';
import type { LineRule, RuleContext } from '../rule.js';

const START = /^\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG/i;
const END = /^\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG|^End of (?:the |this )?Project Gutenberg/i;
/** Before the start line was invented, the small print ended so. */
const OLD_START = /^\*END[* ]*THE SMALL PRINT/i;
const FIELD =
  /^(Title|Author|Editor|Translator|Illustrator|Release Date|Language|Credits|Produced by|Contributor|Commentator)\s*:\s*(.+)$/i;
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

/** Takes off Project Gutenberg's header and licence, and keeps what the header says of the book. */
export const gutenberg: LineRule = {
  stage: 'lines',
  name: 'gutenberg',
  guesses: true,
  apply(lines, context) {
    const start = lines.findIndex((line) => START.test(line.text.value) || OLD_START.test(line.text.value));
    let end = lines.findIndex((line, at) => at > start && END.test(line.text.value));
    if (start < 0 && end < 0) return lines;
    if (end < 0) end = lines.length;
    const head = lines.slice(0, start + 1);
    readFields(head, context);
    for (const line of head) context.log.removed(line.text, 'header of Project Gutenberg');
    let from = start + 1;
    // A start line may run over two lines.
    while (start >= 0 && !isBlank(lines[from]) && !/\*{3}\s*$/.test(lines[from - 1]!.text.value)) {
      if (!/\*{3}\s*$/.test(lines[from]!.text.value)) break;
      context.log.removed(lines[from]!.text, 'header of Project Gutenberg');
      from++;
    }
    from = takeProducers(lines, from, context);
    for (const line of lines.slice(end)) context.log.removed(line.text, 'licence of Project Gutenberg');
    return lines.slice(from, end);
  },
};

function readFields(head: readonly Line[], { metadata }: RuleContext): void {
  head.forEach((line, at) => {
    const match = FIELD.exec(line.text.value);
    if (!match) return;
    const key = match[1]!.toLowerCase();
    let value = match[2]!.trim();
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
  if (
    !/^(?:E-text |This e-?text was )?(?:Produced|Prepared|Transcribed) by\b/i.test(
      lines[at]?.text.value ?? '',
    )
  )
    return from;
  for (; !isBlank(lines[at]); at++) {
    metadata.provenance.push(lines[at]!.text);
    log.removed(lines[at]!.text, 'kept in the front matter');
  }
  return at;
}
