import type { Block } from '../block.js';
import { mapBlockTexts } from '../block-texts.js';
import { plainText } from '../marks.js';
import type { RuleContext } from '../rule.js';
import { isSettled, isStrong, type SettledCalls } from './assign.js';
import type { Candidate } from './candidates.js';

/** What a number at a word costs at most that is told of: numbers among words are not. */
const LIKELY = 1.2;
/** Characters between a call and the note that it may belong to. */
const FARTHEST = 10_000;
/** How sure it is that digits at a word and a line with the same number are a call and its note. */
const PAIR = 0.5;

/**
 * What looks like a call in a form that is nothing else, and has no note.
 *
 * @param markers Where the labels of notes stand, which are no calls.
 */
export function reportCalls(
  candidates: readonly Candidate[],
  calls: SettledCalls,
  markers: ReadonlySet<number>,
  { log }: RuleContext,
): void {
  const forms = new Set(candidates.filter((one) => isSettled(one, calls)).map(({ form }) => form));
  for (const one of candidates) {
    const isForm = forms.has(one.form) || (markers.size > 0 && one.form === 'bracket');
    if (!isStrong(one) || !isForm || !/^\d{1,3}$/.test(one.label) || isSettled(one, calls)) continue;
    if (markers.has(one.position)) continue;
    const isRead = candidates.some(
      (other) => other.position === one.position && other !== one && isSettled(other, calls),
    );
    if (!isRead) log.unplaced('call', one.position, one.label, excerpt(one));
  }
}

/** Digits at a word and, further down, a line that begins with the same number: a call and its note, perhaps. */
export function reportPairs(
  blocks: readonly Block[],
  candidates: readonly Candidate[],
  calls: SettledCalls,
  { log }: RuleContext,
): void {
  const starts: { readonly label: string; readonly position: number }[] = [];
  mapBlockTexts(
    blocks.filter(({ type }) => type === 'paragraph' || type === 'verse'),
    (text) => {
      const label = /^(\d{1,3})\s+\p{Lu}/u.exec(text.value)?.[1];
      if (label !== undefined) starts.push({ label, position: text.originAt(0) });
      return text;
    },
  );
  for (const one of candidates) {
    if (one.form !== 'glued' || one.cost > LIKELY || isSettled(one, calls)) continue;
    const isPair = starts.some(
      ({ label, position }) =>
        label === one.label && position > one.position && position < one.position + FARTHEST,
    );
    if (isPair)
      log.warn(
        one.position,
        `This may be the call of a note ${one.label} that stands in the text below; both were left as they are.`,
        excerpt(one),
        PAIR,
      );
  }
}

/** The words round a candidate. */
export function excerpt({ text, start, end }: Candidate): string {
  return plainText(text.value.slice(Math.max(0, start - 40), end + 20));
}
