import type { RuleLog } from '../cleaning-log.js';
import { isFunctionWord } from '../language.js';
import type { Lexicon } from '../lexicon.js';
import { isBlank, type Line } from '../line.js';
import { MappedText } from '../mapped-text.js';
import type { LineRule } from '../rule.js';

/** A word before a hyphen at the end of a line; marks of pages may stand between. */
const HEAD =
  /((?:[\p{L}\p{N}][\p{L}\p{M}\p{N}’']*[-‐‑])*)([\p{L}\p{N}][\p{L}\p{M}\p{N}’']*)([-‐‑¬\u00AD⸗])$/u;
const TAIL =
  /^(?:\uFDD6[^\uFDD7]*\uFDD7\s*)*([\p{L}\p{N}][\p{L}\p{M}\p{N}’']*)((?:[-‐‑][\p{L}\p{N}’']+)*\S*)\s*/u;
/** Longer lines are paragraphs. */
const LONGEST_MEASURE = 132;
/** What French hangs on a verb or a word with a hyphen: “avait-il”, “lui-même”, “peut-être”. */
const FRENCH_TAILS = new Set(
  'il elle on je nous vous ils elles moi toi lui leur y ce ci là même mêmes être dessus dessous dedans dehors delà'.split(
    ' ',
  ),
);
const FRENCH_LEADS = new Set(
  "peut c’est c'est au par vis ci là sous demi mi semi ex non avant après contre quasi grand grand’ quelques lui elle eux moi toi soi dix vingt trente quarante cinquante soixante saint sainte".split(
    ' ',
  ),
);
/** A blank line inside a word is a page or column break; more than these lines apart is another place. */
const FARTHEST = 4;
/** Parts that are written on to the next without a hyphen unless the text does otherwise. */
const SOLID_LEADS = new Set(
  'a ab ac ad al an ap ar as at be bi co com con de di dis du e em en ex fore il im in inter ir mis ob out over pre re sub super sur tele trans tri ultra un under uni up'.split(
    ' ',
  ),
);
/** Parts that keep their hyphen unless a dictionary has the word without. */
const HYPHENED_LEADS = new Set(
  'by self ex anti counter non half all cross well ill vice quasi semi pro co post pseudo half-hour ever so ten twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight nine first second third mid north south east west great left right long short high low old new'.split(
    ' ',
  ),
);

/** Rejoins words broken at line ends, by the forms that the text itself has and a dictionary. */
export const lineEndHyphen: LineRule = {
  stage: 'lines',
  name: 'line-end-hyphen',
  guesses: true,
  apply(lines, { lexicon, log, notes }) {
    for (const note of notes) note.lines.splice(0, note.lines.length, ...rejoin(note.lines, lexicon, log));
    return rejoin(lines, lexicon, log);
  },
};

function rejoin(lines: readonly Line[], lexicon: Lexicon, log: RuleLog): Line[] {
  const result = [...lines];
  const closed = new Set<number>();
  const measure = lines.reduce(
    (widest, { width }) => (width <= LONGEST_MEASURE ? Math.max(widest, width) : widest),
    0,
  );
  for (let at = 0; at < result.length; at++) {
    const line = result[at]!;
    if (!/[-‐‑¬\u00AD⸗]$/.test(line.text.value)) continue;
    const head = HEAD.exec(line.text.value);
    if (!head) continue;
    const next = nextText(result, at);
    if (next === undefined) continue;
    const follower = result[next]!;
    const tail = TAIL.exec(follower.text.value);
    const isBroken = next > at + 1 || follower.opensPage;
    if (!tail || (isBroken && !/^\p{Ll}/u.test(tail[1]!))) continue;
    if (isDash([result[at - 1], line, follower], tail[1]!, measure)) continue;
    const { join, confidence, spaced } = decide(head[1]!, head[2]!, tail[1]!, head[3]!, lexicon);
    if (spaced) {
      // Both parts stay, with a space between them where the line ended.
      const parts = MappedText.concat([
        line.text.slice(head.index),
        '\n',
        follower.text.slice(0, tail[1]!.length),
      ]);
      log.removed(parts, 'the end of the line between two words', confidence);
      continue;
    }
    const moved = follower.text.slice(0, tail[0].trimEnd().length);
    const stem = line.text.slice(0, line.text.length - (join || head[3] !== '-' ? 1 : 0));
    const hyphen = join || head[3] === '-' ? '' : '-';
    result[at] = { ...line, text: MappedText.concat([stem, hyphen, moved]), cutsWord: false };
    result[next] = { ...follower, text: follower.text.slice(tail[0].length) };
    const start = line.text.originAt(head.index);
    log.changed(
      start,
      `${head[0]}\n${tail[1]}`,
      `${head[1]}${head[2]}${join ? '' : '-'}${tail[1]}`,
      confidence,
    );
    if (isBroken) {
      // Something stood between the halves: neither is a word of the result.
      log.removed(line.text.slice(head.index), 'half of a word, rejoined over a page break', confidence);
      log.removed(moved, 'half of a word, rejoined over a page break', confidence);
    }
    // What stood between the halves of a word was no end of a paragraph.
    for (let between = at + 1; between < next; between++) closed.add(between);
    if (result[next]!.text.length === 0) {
      // A line of one word is empty now, and the line above ends where that one ended.
      closed.add(next);
      result[at] = { ...result[at]!, width: follower.width };
      at--;
    } else {
      result[at] = { ...result[at]!, cutsWord: true };
      result[next] = { ...result[next]!, opensPage: false };
    }
  }
  return closed.size === 0 ? result : result.filter((_, at) => !closed.has(at));
}

/**
 * Whether the hyphen stands for a dash: a word with a capital follows that would have had room in the line, and the
 * lines beside it end as early and begin with capitals. Verse is set so; a name in two parts is broken only where it must be.
 */
function isDash(lines: readonly (Line | undefined)[], tail: string, measure: number): boolean {
  const isShort = (line: Line | undefined) =>
    isBlank(line) ||
    (line!.width + tail.length < measure * 0.8 && /^[“"‘'«([_]*\p{Lu}/u.test(line!.text.value));
  return /^\p{Lu}\p{Ll}/u.test(tail) && lines.every(isShort);
}

function nextText(lines: readonly Line[], at: number): number | undefined {
  for (let next = at + 1; next <= at + FARTHEST && next < lines.length; next++)
    if (!isBlank(lines[next])) return next;
  return undefined;
}

interface Decision {
  readonly join: boolean;
  readonly confidence: number;
  /** The hyphen stands for a part that follows later: “pre- and post-war”. */
  readonly spaced?: boolean;
}

function decide(lead: string, head: string, tail: string, hyphen: string, lexicon: Lexicon): Decision {
  if (/^\p{N}|\p{N}$/u.test(head) || /^\p{N}/u.test(tail)) return { join: false, confidence: 0.95 };
  if (hyphen === '¬' || hyphen === '\u00AD') return { join: true, confidence: 0.99 };
  if (/^(?:and|or|und|oder|bzw|bis|et|ou|y|e|o)$/.test(tail) && isJoint(tail, lexicon))
    return { join: false, confidence: 0.9, spaced: true };
  const solid = lead === '' ? lexicon.count(head + tail) : lexicon.countCompound(lead + head + tail);
  const compound = lexicon.countCompound(`${lead}${head}-${tail}`);
  if (solid + compound > 0) return { join: solid > compound, confidence: 0.98 };
  if (/^\p{Lu}/u.test(tail) && !/^\p{Lu}+$/u.test(head + tail)) return { join: false, confidence: 0.9 };
  const like = formsLike(head, tail, lexicon);
  if (lead === '' && like) return like;
  const whole = lexicon.isKnown(head + tail);
  if (whole === undefined) return decideByText(head, tail, lexicon);
  const low = head.toLowerCase();
  // Both ways of writing are known: “by-product”, “cold-blooded”; the solid one is the rarer.
  const isCompound = HYPHENED_LEADS.has(low) || (/ed$/.test(tail) && isWord(head, lexicon));
  const either = whole && isCompound && isWord(tail, lexicon) && lexicon.isRare(head + tail);
  if (either) return { join: false, confidence: 0.75 };
  if (whole) return { join: true, confidence: 0.97 };
  // “editor-in-|chief”: a compound goes on.
  if (lead !== '') return { join: false, confidence: 0.9 };
  if (SOLID_LEADS.has(low)) return { join: true, confidence: 0.85 };
  const parts = isWord(head, lexicon) && isWord(tail, lexicon);
  if (parts || HYPHENED_LEADS.has(low)) return { join: false, confidence: 0.85 };
  return { join: true, confidence: 0.8 };
}

const isJoint = (tail: string, lexicon: Lexicon) => isFunctionWord(tail, lexicon.language ?? 'en');

/** What the text does with words of the same beginning: “co-operation” keeps the hyphen of “co-|operate”. */
function formsLike(head: string, tail: string, lexicon: Lexicon): Decision | undefined {
  if (tail.length < 5) return undefined;
  const { compounds, solid } = lexicon.countBeginning(head, tail.slice(0, Math.max(4, tail.length - 4)));
  return compounds > 0 && solid === 0 ? { join: false, confidence: 0.85 } : undefined;
}

/** Without a dictionary: a lead that the text elsewhere writes with a hyphen keeps it. */
function decideByText(head: string, tail: string, lexicon: Lexicon): Decision {
  if (lexicon.language === 'fr' && (FRENCH_TAILS.has(tail) || FRENCH_LEADS.has(head.toLowerCase())))
    return { join: false, confidence: 0.85 };
  const keeps = lexicon.countLead(head) >= 2 && lexicon.count(head) > 0;
  return keeps ? { join: false, confidence: 0.7 } : { join: true, confidence: 0.85 };
}

function isWord(part: string, lexicon: Lexicon): boolean {
  if (part.length < 2) return false;
  return part.length < 3
    ? lexicon.count(part) > 2
    : lexicon.isKnown(part) === true || lexicon.count(part) > 1;
}
