import { clean } from '../clean.js';
import { damage } from './damage.js';
import { generateText } from './generate-text.js';
import { lostWords } from './words.js';

/** How well a cleaning restored a damaged text. */
export interface Score {
  calls: number;
  callsRestored: number;
  falseCalls: number;
  paragraphs: number;
  paragraphsRestored: number;
  headings: number;
  headingsRestored: number;
  breaks: number;
  breaksWrong: number;
  lost: string[];
  /** What went wrong, for a person. */
  faults: string[];
}

/** A page may turn inside a word. */
const PAGE_MARKS = /:page-mark\[[^\]]*\]/g;

const squash = (text: string) =>
  text
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

interface Parsed {
  readonly headings: string[];
  readonly paragraphs: string[];
  readonly calls: { readonly before: string; readonly note: string }[];
  readonly tokens: ReadonlyMap<string, number>;
}

/** Damages the text of a seed, cleans it and compares the result with the text. */
export function scoreSeed(seed: number): Score {
  const truth = generateText(seed);
  const { bytes, breaks, damage: kind } = damage(truth, seed);
  const { markdown, log } = clean({ name: `seed-${seed}.txt`, bytes });
  const want = parse(truth);
  const have = parse(markdown.replace(/^---\n[\s\S]*?\n---\n/, ''));
  const faults: string[] = [];
  const calls = new Map<string, number>();
  for (const call of have.calls) calls.set(keyOf(call), (calls.get(keyOf(call)) ?? 0) + 1);
  let callsRestored = 0;
  for (const call of want.calls) {
    const left = calls.get(keyOf(call)) ?? 0;
    if (left > 0) {
      callsRestored++;
      calls.set(keyOf(call), left - 1);
    } else faults.push(`call lost after “${call.before}”`);
  }
  const falseCalls = have.calls.length - callsRestored;
  for (const [key, count] of calls) if (count > 0) faults.push(`false call ${key}`);
  const paragraphs = new Set(have.paragraphs);
  const lostParagraphs = want.paragraphs.filter((paragraph) => !paragraphs.has(paragraph));
  for (const paragraph of lostParagraphs)
    faults.push(`paragraph not whole: ${paragraph.slice(0, 60)} … ${paragraph.slice(-30)}`);
  const lostHeadings = want.headings.filter((heading) => !have.headings.some((one) => one.endsWith(heading)));
  for (const heading of lostHeadings) faults.push(`no heading: ${heading}`);
  let breaksWrong = 0;
  const wrong = new Set<string>();
  for (const [token, count] of want.tokens) {
    const missing = count - (have.tokens.get(token) ?? 0);
    if (missing > 0) {
      breaksWrong += missing;
      wrong.add(token.toLowerCase().replace(/-/g, ''));
      faults.push(`word not restored: ${token}`);
    }
  }
  // Furniture is not among the words of the text; words broken wrongly are counted as such.
  const lost = lostWords(
    truth.replace(/^:::\w+|:::$|^```/gm, ''),
    markdown.replace(PAGE_MARKS, ''),
    log.removed.map(({ text }) => text),
  ).filter((word) => !wrong.has(word));
  if (lost.length > 0) faults.push(`words lost: ${lost.join(' ')}`);
  return {
    calls: want.calls.length,
    callsRestored,
    falseCalls,
    paragraphs: want.paragraphs.length,
    paragraphsRestored: want.paragraphs.length - lostParagraphs.length,
    headings: want.headings.length,
    headingsRestored: want.headings.length - lostHeadings.length,
    breaks,
    breaksWrong,
    lost,
    faults: faults.map((fault) => `${seed} ${JSON.stringify(kind)}: ${fault}`),
  };
}

const keyOf = ({ before, note }: { before: string; note: string }) => `${before}|${note}`;

function parse(markdown: string): Parsed {
  const definitions = new Map<string, string>();
  const paragraphs: string[] = [];
  const body: string[] = [];
  const headings: string[] = [];
  const tokens = new Map<string, number>();
  for (const block of markdown.replace(PAGE_MARKS, '').trim().split(/\n\n/)) {
    const definition = /^\[\^([^\]]+)\]: ([\s\S]*)$/.exec(block);
    if (definition) definitions.set(definition[1]!, squash(definition[2]!));
    else {
      body.push(block);
      if (!/^(?:#|:::)|\n:::$/.test(block)) paragraphs.push(squash(block));
    }
    if (/^#/.test(block)) headings.push(squash(block));
    // A heading may have been printed in capitals.
    else
      for (const [token] of block.matchAll(/\p{L}+(?:-\p{L}+)*/gu))
        tokens.set(token, (tokens.get(token) ?? 0) + 1);
  }
  const text = body.join('\n\n');
  const calls = [...text.matchAll(/\[\^([^\]]+)\]/g)].map((match) => ({
    before: squash(text.slice(Math.max(0, match.index - 60), match.index)).slice(-18),
    note: (definitions.get(match[1]!) ?? '').slice(0, 24),
  }));
  return { headings, paragraphs, calls, tokens };
}

/** Adds scores up. */
export function addScores(scores: readonly Score[]): Score {
  return scores.reduce((sum, one) => ({
    calls: sum.calls + one.calls,
    callsRestored: sum.callsRestored + one.callsRestored,
    falseCalls: sum.falseCalls + one.falseCalls,
    paragraphs: sum.paragraphs + one.paragraphs,
    paragraphsRestored: sum.paragraphsRestored + one.paragraphsRestored,
    headings: sum.headings + one.headings,
    headingsRestored: sum.headingsRestored + one.headingsRestored,
    breaks: sum.breaks + one.breaks,
    breaksWrong: sum.breaksWrong + one.breaksWrong,
    lost: [...sum.lost, ...one.lost],
    faults: [...sum.faults, ...one.faults],
  }));
}
