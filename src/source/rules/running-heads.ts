import { nextText } from '../chunk.js';
import { isBlank, type Line } from '../line.js';
import { outlineOf } from '../outline.js';
import type { LineRule, RuleContext } from '../rule.js';

const FOLIO = /^[-–—[(|.\s]*(?:(?:page|p\.|seite|s\.|pagina)\s*)?(\d{1,4}|[ivxlc]{1,7})[-–—\])|.\s]*$/i;
const LONGEST_HEAD = 90;
const LONGEST_PAGE = 160;
/** A head is repeated this often, or it is no head. */
const FEWEST = 3;

/**
 * Takes out running heads, running feet and folios: near-equal lines at page edges, numbers that rise page by
 * page. Where no form feed shows the edges, a line counts as one when it stands in the middle of a sentence or its
 * number rises with the pages.
 */
export const runningHeads: LineRule = {
  stage: 'lines',
  name: 'running-heads',
  guesses: true,
  apply(lines, context) {
    const candidates = findCandidates(lines);
    const gone = new Set<number>();
    for (const at of repeatedHeads(lines, candidates)) gone.add(at);
    for (const at of risingFolios(lines, candidates)) gone.add(at);
    for (const at of besideFormFeeds(lines, candidates)) gone.add(at);
    if (gone.size === 0) return lines;
    return takeOut(lines, gone, context);
  },
};

interface Candidate {
  readonly at: number;
  /** The line with its numbers made equal. */
  readonly key: string;
  readonly folio: number | undefined;
  /** First or last lines of a page that a form feed shows. */
  readonly edge: boolean;
  /** The sentence before it goes on after it. */
  readonly interrupts: boolean;
  /** Nothing but a number. */
  readonly bare: boolean;
  /** Alone between blank lines, or at a page's edge. */
  readonly alone: boolean;
  /** The first line of the text. */
  readonly first: boolean;
}

function findCandidates(lines: readonly Line[]): Candidate[] {
  const texts: number[] = [];
  lines.forEach((line, at) => {
    if (!isBlank(line)) texts.push(at);
  });
  const candidates: Candidate[] = [];
  const outline = outlineOf(lines);
  texts.forEach((at, order) => {
    const line = lines[at]!;
    const { value } = line.text;
    // A line that ends like a sentence is a note (“12 Ibid., p. 4.”), unless it is in capitals.
    // Neither is the numbered title of a section a head, nor an entry of the contents.
    if (outline.has(at) || /\.{4,}|(?:\. ){4,}/.test(value)) return;
    if (value.length > LONGEST_HEAD || (/[.;,:]$/.test(value) && /\p{Ll}{2}/u.test(value))) return;
    // Up to two lines at the head and the foot of a page belong to its edge.
    const opens = [order, order - 1].some((index) => lines[texts[index] ?? -1]?.opensPage);
    const closes = [order + 1, order + 2].some((index) => lines[texts[index] ?? -1]?.opensPage);
    const before = lines[texts[order - 1] ?? -1]?.text.value ?? '';
    const after = lines[texts[order + 1] ?? -1]?.text.value ?? '';
    const bare = FOLIO.exec(value);
    const number =
      bare ??
      /^(\d{1,4})\s{2,}\D|^(\d{1,4})\s+\p{Lu}|\D\s+(\d{1,4})$|\[(?:Page|p\.)\s*(\d{1,4})\]$/u.exec(value);
    const folio = number?.slice(1).find((group) => group !== undefined);
    candidates.push({
      at,
      key: value
        .toLowerCase()
        .replace(/\d+|(?<![\p{L}])[ivxlc]+(?![\p{L}])/gu, '#')
        .replace(/[^\p{L}#]+/gu, ' ')
        .trim(),
      folio: folio === undefined ? undefined : numberOf(folio),
      edge: opens || closes,
      interrupts: interrupts(before, after),
      bare: bare !== null,
      alone: isBlank(lines[at - 1]) && isBlank(lines[at + 1]),
      first: order === 0,
    });
  });
  return candidates;
}

/** Whether a sentence goes on from one line to the other, over what stands between. */
function interrupts(before: string, after: string): boolean {
  if (!/[\p{L}\p{N},–—-]$/u.test(before)) return false;
  // Lines of a title page, all in capitals, are no sentence.
  if (!/\p{Ll}/u.test(before) && /\p{Ll}/u.test(after)) return false;
  return /^\p{Ll}/u.test(after) || (before.length > 40 && /^[\p{L}\p{N}]/u.test(after) && after.length > 40);
}

/** Lines that are the same but for their numbers and stand where only furniture stands. */
function repeatedHeads(lines: readonly Line[], candidates: readonly Candidate[]): number[] {
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (!/\p{L}{3}/u.test(candidate.key)) continue;
    // The folio stands left on one page and right on the next.
    const key = candidate.key.replace(/^# | #$/g, '');
    const group = byKey.get(key);
    if (group) group.push(candidate);
    else byKey.set(key, [candidate]);
  }
  const found: number[] = [];
  const others: Candidate[][] = [];
  for (const group of byKey.values()) {
    if (group.length < 2) continue;
    // The title of the book or of the chapter, which is the same words without a folio, is no head.
    const across = group.filter(({ at }) => isSetAcross(at, lines));
    if (across.length >= 2 && riseShare(across) === 1 && !isList(lines, across)) {
      found.push(...across.map(({ at }) => at));
      continue;
    }
    const share = (test: (one: Candidate) => boolean) => group.filter(test).length / group.length;
    const rising = riseShare(group);
    const isPair = group.length === 2 && rising === 1 && share((one) => one.interrupts) === 1;
    const isHead =
      isPair ||
      (group.length >= FEWEST &&
        (share((one) => one.edge) > 0.7 ||
          // A refrain may run on, but it stands among its lines.
          (share((one) => one.interrupts) > 0.4 &&
            share((one) => one.alone || one.edge || one.folio !== undefined) > 0.7) ||
          (rising > 0.8 && group.length >= 4 && share((one) => one.folio !== undefined) > 0.8)));
    if (isList(lines, group)) continue;
    if (!isHead) {
      if (group.length >= FEWEST) others.push(group);
      continue;
    }
    // Where heads have folios, the title that has none is that of the text, or of its chapter.
    const numbered = share((one) => one.folio !== undefined) >= 0.6;
    const isTitle = (one: Candidate) => one.folio === undefined && !one.interrupts && (numbered || one.first);
    found.push(...group.filter((one) => !isTitle(one)).map(({ at }) => at));
  }
  found.push(...betweenFolios(candidates, new Set(found)));
  // A foot that is proved proves the head on the other side of the page's edge.
  const sure = new Set(found);
  for (const group of others) {
    const beside = group.filter(({ at }) => stepsTo(lines, at, 1, sure) || stepsTo(lines, at, -1, sure));
    if (beside.length > group.length * 0.7) found.push(...beside.map(({ at }) => at));
  }
  return found;
}

/** Heads of single pages: they cut a sentence, and their folio is that between the heads before and after. */
function betweenFolios(candidates: readonly Candidate[], found: ReadonlySet<number>): number[] {
  const sure = candidates.filter((one) => found.has(one.at) && one.folio !== undefined);
  return candidates
    .filter((one) => !found.has(one.at) && one.folio !== undefined && one.interrupts && !one.bare)
    .filter((one) => {
      const before = sure.findLast(({ at }) => at < one.at)?.folio;
      const after = sure.find(({ at }) => at > one.at)?.folio;
      return before === one.folio! - 1 && after === one.folio! + 1;
    })
    .map(({ at }) => at);
}

/** Words in capitals at one side of the page, and a folio at the other; not a row of a table. */
function isSetAcross(at: number, lines: readonly Line[]): boolean {
  const { value } = lines[at]!.text;
  if ([at - 1, at + 1].some((beside) => /\S\s{3,}\S/.test(lines[beside]?.text.value ?? ''))) return false;
  const words = /^(\D*\p{Lu}\D*\S)\s{3,}\d{1,4}$|^\d{1,4}\s{3,}(\D*\p{Lu}\D*)$/u.exec(value);
  const head = words?.[1] ?? words?.[2];
  return head !== undefined && head === head.toUpperCase() && /\s/.test(head);
}

/** Whether the next line with text, in a direction, is one of those. */
function stepsTo(lines: readonly Line[], at: number, step: 1 | -1, found: ReadonlySet<number>): boolean {
  let next = at + step;
  while (next >= 0 && next < lines.length && isBlank(lines[next])) next += step;
  return found.has(next);
}

/** Entries of a list or a table follow each other closely; heads have a page between them. */
function isList(lines: readonly Line[], group: readonly Candidate[]): boolean {
  const gaps = group.slice(1).map((one, index) => one.at - group[index]!.at);
  gaps.sort((a, b) => a - b);
  return (gaps[gaps.length >> 1] ?? lines.length) < 8;
}

/** Whether most numbers stand no further apart than the lines of a page, with the blank ones between. */
function isPaged(chain: readonly Candidate[]): boolean {
  const gaps = chain.slice(1).map((one, index) => one.at - chain[index]!.at);
  return gaps.sort((a, b) => a - b)[gaps.length >> 1]! <= LONGEST_PAGE;
}

function riseShare(group: readonly Candidate[]): number {
  let rises = 0;
  for (let index = 1; index < group.length; index++) {
    const step = (group[index]!.folio ?? 0) - (group[index - 1]!.folio ?? 0);
    if (step > 0 && step <= 6) rises++;
  }
  return rises / Math.max(1, group.length - 1);
}

/** Bare numbers that go up by one from page to page. */
function risingFolios(lines: readonly Line[], candidates: readonly Candidate[]): number[] {
  const bare = candidates.filter((one) => one.bare && one.folio !== undefined);
  const chains: Candidate[][] = [];
  for (const one of bare) {
    const chain = chains.find((chain) => {
      const last = chain.at(-1)!;
      const step = one.folio! - last.folio!;
      return step >= 1 && step <= 3 && one.at - last.at >= 8;
    });
    if (chain) chain.push(one);
    else chains.push([one]);
  }
  return chains
    .filter((chain) => {
      if (chain.length < FEWEST || isList(lines, chain)) return false;
      const share = (test: (one: Candidate) => boolean) => chain.filter(test).length / chain.length;
      // Chapters are numbered too, but no sentence runs on over a chapter's number, and none is as short as a page.
      const cut = chain.filter((one) => one.interrupts).length;
      return share((one) => one.edge) > 0.7 || (cut >= 2 && cut / chain.length >= 0.15 && isPaged(chain));
    })
    .flatMap((chain) => chain.map(({ at }) => at));
}

/** A number right at a form feed is a folio; a line in capitals there that cuts a sentence is a head. */
function besideFormFeeds(lines: readonly Line[], candidates: readonly Candidate[]): number[] {
  const found: number[] = [];
  for (const one of candidates) {
    if (!one.edge) continue;
    const { value } = lines[one.at]!.text;
    const next = nextText(one.at + 1, lines);
    const isAtEdge = lines[one.at]!.opensPage || (next !== undefined && lines[next]!.opensPage);
    const isHead = one.interrupts && value === value.toUpperCase() && /\p{Lu}{3}/u.test(value);
    if (isAtEdge && ((one.bare && /\d/.test(value)) || isHead)) found.push(one.at);
  }
  return found;
}

function takeOut(lines: readonly Line[], gone: ReadonlySet<number>, { log }: RuleContext): Line[] {
  const kept: Line[] = [];
  let opensPage = false;
  lines.forEach((line, at) => {
    if (gone.has(at)) {
      log.removed(line.text, 'furniture of the page', 0.95);
      // The page turns at its furniture, whatever marked it before.
      opensPage = true;
      return;
    }
    kept.push(opensPage && !isBlank(line) ? { ...line, opensPage: true } : line);
    if (!isBlank(line)) opensPage = false;
  });
  return kept;
}

function numberOf(label: string): number | undefined {
  if (/^\d+$/.test(label)) return Number(label);
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  let total = 0;
  const letters = [...label.toLowerCase()];
  letters.forEach((letter, index) => {
    const value = values[letter]!;
    total += value < (values[letters[index + 1] ?? ''] ?? 0) ? -value : value;
  });
  return total;
}
