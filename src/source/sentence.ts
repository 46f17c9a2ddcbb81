/** What may close a sentence after its full stop: quotes, brackets, note calls, digits of a call. */
const CLOSERS = String.raw`["'”’»›“)\]*_\uFDD1\uFDD3\uFDD9]`;
const END = new RegExp(
  String.raw`[.!?…](?:${CLOSERS}|\s(?=[»”]))*(?:\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\^?\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡]{1,3}|\uFDD4[^\uFDD5]*\uFDD5)${CLOSERS}*)?$`,
  'u',
);
const SOFT_END = new RegExp(`[:;](?:${CLOSERS})*$`, 'u');

/** Whether a text ends where a sentence can: after a full stop, with quotes and note calls after it. */
export function endsSentence(value: string): boolean {
  // “with 2.1” ends on a number, not on a call.
  return END.test(value.length > 80 ? value.slice(-80) : value) && !/(?<![\d.,])\d{1,3}\.\d$/.test(value);
}

/** Whether a text ends with a colon or a semicolon, after which a new paragraph is common. */
export function endsSoftly(value: string): boolean {
  return SOFT_END.test(value.slice(-20));
}

/** Whether a text begins in the middle of a sentence: with a small letter, or with what only follows words. */
export function beginsInside(value: string): boolean {
  return /^(?:[“"‘'«(\uFDD0\uFDD2]?\p{Ll}|[,;:)\]»”](?!\d|::))/u.test(
    value.replace(/^(?:\uFDD6[^\uFDD7]*\uFDD7\s*)+/, ''),
  );
}
