import { createRequire } from 'node:module';
import type { HyphenationFunctionSync } from 'hyphen';
import { Random } from './random.js';

// The package is CommonJS without a map of its exports.
const { hyphenateSync } = createRequire(import.meta.url)('hyphen/en-gb') as {
  hyphenateSync: HyphenationFunctionSync;
};

/** How a text is damaged; each seed draws its own. */
export interface Damage {
  readonly measure: number;
  /** How calls are printed. */
  readonly calls: 'glued' | 'bracket' | 'superscript' | 'spaced-bracket';
  /** Where notes stand. */
  readonly notes: 'end' | 'end-bare' | 'foot' | 'footnote-word';
  /** What divides paragraphs. */
  readonly paragraphs: 'blank' | 'indent';
  /** What shows where a page ends. */
  readonly pages: 'form-feed' | 'furniture' | 'blank' | 'none';
  readonly hyphens: boolean;
}

export interface Damaged {
  readonly raw: string;
  readonly damage: Damage;
  /** Words broken at line ends. */
  readonly breaks: number;
}

const LINES_A_PAGE = 34;

/** Draws a kind of damage. */
export function drawDamage(seed: number): Damage {
  const random = new Random(seed + 7919);
  const pages = random.pick(['form-feed', 'furniture', 'blank', 'none'] as const);
  const notes = random.pick(['end', 'end', 'end-bare', 'foot', 'footnote-word'] as const);
  return {
    measure: random.between(44, 76),
    calls: random.pick(['glued', 'glued', 'bracket', 'superscript', 'spaced-bracket'] as const),
    // Notes at the foot need pages that end.
    notes: notes === 'foot' && pages !== 'form-feed' ? 'end' : notes,
    paragraphs: random.pick(['blank', 'blank', 'indent'] as const),
    pages,
    hyphens: random.chance(0.85),
  };
}

/** Makes of clean Markdown the text of a PDF: wrapped, hyphenated, cut in pages, with furniture and lost superscripts. */
export function damage(markdown: string, seed: number, kind: Damage = drawDamage(seed)): Damaged {
  const random = new Random(seed + 104729);
  const definitions = new Map<string, string>();
  const blocks = markdown.trim().split(/\n\n(?![^:]*?\n:::$)/);
  const body: string[] = [];
  for (const block of joinContainers(blocks)) {
    const definition = /^\[\^([^\]]+)\]: ([\s\S]*)$/.exec(block);
    if (definition) definitions.set(definition[1]!, definition[2]!);
    else body.push(block);
  }
  let breaks = 0;
  const lines: Line[] = [];
  for (const [index, block] of body.entries()) {
    const isPlain = !/^(?:#|:::)/.test(block);
    const afterPlain = index > 0 && !/^(?:#|:::)/.test(body[index - 1]!);
    const runOn =
      kind.paragraphs === 'indent' &&
      isPlain &&
      afterPlain &&
      !/\[\^/.test(kind.notes === 'footnote-word' ? body[index - 1]! : '');
    if (index > 0 && !runOn) lines.push({ text: '' });
    if (block.startsWith('## ')) lines.push({ text: block.slice(3) });
    else if (block.startsWith(':::verse'))
      for (const line of block.split('\n').slice(1, -1)) lines.push({ text: line });
    else {
      const labels = [...block.matchAll(/\[\^([^\]]+)\]/g)].map(([, label]) => label!);
      const printed = block.replace(/\[\^([^\]]+)\]/g, (_, label: string) => printCall(label, kind));
      const wrapped = wrap(printed, kind, random, runOn ? '   ' : '');
      breaks += wrapped.breaks;
      for (const line of wrapped.lines) lines.push({ text: line });
      placeLabels(lines.slice(-wrapped.lines.length), labels, kind);
      if (kind.notes === 'footnote-word')
        for (const label of labels) {
          lines.push({ text: '' });
          const note = wrap(`[Footnote ${label}: ${definitions.get(label)}]`, kind, random, '');
          breaks += note.breaks;
          for (const line of note.lines) lines.push({ text: line });
        }
    }
  }
  const paged = cutPages(lines, kind, definitions, random);
  breaks += paged.breaks;
  const raw = [paged.text];
  if (kind.notes === 'end' || kind.notes === 'end-bare') {
    if (kind.notes === 'end') raw.push('Notes');
    const notes = [...definitions].map(([label, text]) => {
      const wrapped = wrap(
        `${kind.calls === 'bracket' ? `[${label}]` : `${label}.`} ${text}`,
        kind,
        random,
        '',
      );
      breaks += wrapped.breaks;
      return wrapped.lines.join('\n');
    });
    raw.push(notes.join('\n'));
  }
  return { raw: `${raw.join('\n\n')}\n`, damage: kind, breaks };
}

interface Line {
  readonly text: string;
  /** Labels of the calls in the line. */
  labels?: string[];
}

function joinContainers(blocks: readonly string[]): string[] {
  const joined: string[] = [];
  for (const block of blocks) {
    const open = joined.at(-1)?.startsWith(':::') && !joined.at(-1)!.endsWith('\n:::');
    if (open) joined[joined.length - 1] += `\n\n${block}`;
    else joined.push(block);
  }
  return joined;
}

function printCall(label: string, { calls }: Damage): string {
  if (calls === 'bracket') return `[${label}]`;
  if (calls === 'spaced-bracket') return ` [${label}]`;
  return calls === 'superscript' ? [...label].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('') : label;
}

function wrap(
  text: string,
  kind: Damage,
  random: Random,
  indent: string,
): { lines: string[]; breaks: number } {
  const lines: string[] = [];
  let breaks = 0;
  let line = indent;
  for (const word of text.split(' ')) {
    const gap = line.trim() === '' ? '' : ' ';
    if (line.length + gap.length + word.length <= kind.measure) {
      line += gap + word;
      continue;
    }
    const room = kind.measure - line.length - gap.length - 1;
    const cut = kind.hyphens && random.chance(0.6) ? breakWord(word, room) : undefined;
    if (cut) {
      lines.push(`${line}${gap}${cut.head}-`);
      breaks++;
      line = cut.tail;
    } else {
      if (line.trim() !== '') lines.push(line);
      line = word;
    }
  }
  if (line.trim() !== '') lines.push(line);
  return { lines, breaks };
}

/** Breaks a word at its own hyphen, or else where the patterns allow it. */
function breakWord(word: string, room: number): { head: string; tail: string } | undefined {
  const match = /^([“‘(]*)(\p{L}+(?:-\p{L}+)*)(.*)$/u.exec(word);
  if (!match || match[2]!.length < 6) return undefined;
  const [, lead = '', letters = '', rest = ''] = match;
  const own = letters.lastIndexOf('-', room - lead.length);
  if (own > 1) return { head: lead + letters.slice(0, own), tail: letters.slice(own + 1) + rest };
  if (letters.includes('-')) return undefined;
  let head = '';
  let best: number | undefined;
  for (const part of hyphenateSync(letters, { minWordLength: 6 }).split('\u00AD')) {
    if (head.length >= 2 && lead.length + head.length <= room && letters.length - head.length >= 3)
      best = head.length;
    head += part;
  }
  return best === undefined
    ? undefined
    : { head: lead + letters.slice(0, best), tail: letters.slice(best) + rest };
}

/** Remembers in which line each call was printed, so that its note can stand at the foot of that page. */
function placeLabels(lines: readonly Line[], labels: readonly string[], kind: Damage): void {
  const left = [...labels];
  for (const line of lines) {
    const own: string[] = [];
    while (left.length > 0 && line.text.includes(printCall(left[0]!, kind).trim())) own.push(left.shift()!);
    line.labels = own;
  }
  const last = lines.at(-1);
  if (last && left.length > 0) last.labels = [...(last.labels ?? []), ...left];
}

function cutPages(
  lines: readonly Line[],
  kind: Damage,
  definitions: ReadonlyMap<string, string>,
  random: Random,
): { text: string; breaks: number } {
  if (kind.pages === 'none' && kind.notes !== 'foot')
    return { text: lines.map(({ text }) => text).join('\n'), breaks: 0 };
  const out: string[] = [];
  let breaks = 0;
  let page = random.between(3, 90);
  let count = 0;
  let waiting: string[] = [];
  const turn = (isLast: boolean) => {
    if (kind.notes === 'foot' && waiting.length > 0) {
      out.push('');
      for (const label of waiting) {
        const note = wrap(`${label} ${definitions.get(label)}`, kind, random, '');
        breaks += note.breaks;
        out.push(...note.lines);
      }
      waiting = [];
    }
    if (isLast) return;
    if (kind.pages === 'form-feed') out.push('', `${page}`, `\fTHE CHRONICLE OF VARROW`, '');
    else if (kind.pages === 'furniture') out.push('', `${page} THE CHRONICLE OF VARROW`, '');
    else out.push('');
    page++;
    count = 0;
  };
  lines.forEach((line, at) => {
    out.push(line.text);
    waiting.push(...(line.labels ?? []));
    count++;
    const next = lines[at + 1];
    // A page does not end right after a heading or between the parts of something short.
    const inProse = next !== undefined && line.text.length > kind.measure * 0.7 && next.text.length > 0;
    // Nobody can tell a blank line after a sentence from the end of a paragraph.
    const isTold = kind.pages !== 'blank' || !/[.!?][”\d[\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$/.test(line.text);
    if (count >= LINES_A_PAGE && inProse && isTold) turn(false);
  });
  turn(true);
  return { text: out.join('\n'), breaks };
}
