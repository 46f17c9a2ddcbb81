/** How the name of a speaker is set, from the surest to the least sure. */
export type SpeakerForm =
  /** `HALLA.` before or over the words. */
  | 'capitals'
  /** `HALLA` and a gap of several columns before the words. */
  | 'column'
  /** `_Halla._` before or over the words, or alone. */
  | 'marked'
  /** `**Halla.**`, `:sc[Halla]` in Markdown, where such words may also be a run-in title. */
  | 'bold'
  /** `Halla:` or `Halla.` alone in the line, over the words. */
  | 'over'
  /** `HALLA` alone in the line, right over the words. */
  | 'above'
  /** `HALLA` or `HALLA.` alone in the line, with a blank line below, like a heading. */
  | 'heading'
  /** `Halla. words`, `Halla: words`, like the beginning of any sentence. */
  | 'run-in'
  /** `Halla` alone in the line. */
  | 'bare';

/** A line that may begin a speech. */
export interface SpeakerLine {
  readonly form: SpeakerForm;
  /** The name as it is printed, without its stop. */
  readonly name: string;
  /** Where the name stands in the line. */
  readonly nameAt: number;
  /** What the actor does, in its brackets; where it stands in the line. */
  readonly aside?: string;
  readonly asideAt?: number;
  /** Characters before the first word spoken. */
  readonly length: number;
}

const SMALL = 'and|und|et|y|e|og|och|en|of|the|de|du|des|der|die|das|von|van|la|le|du|&';
const CAPITALS = String.raw`(?:Mc|Mac|Mr\. |Mrs\. |St\. |Dr\. )?\p{Lu}(?:[\p{Lu}\p{M}\d’'., -]|(?<= )(?:${SMALL})(?= )){0,58}[\p{Lu}\d]`;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}\d’'-]*\.?`;
const MIXED = String.raw`${WORD}(?: (?:${WORD}|\d+|${SMALL})){0,4}`;
const ASIDE = String.raw`(?:\s*(?<ASIDE>_?[([][^)\]]{1,200}[)\]]_?))?`;
const aside = (name: string) => ASIDE.replace('ASIDE', name);
const END = String.raw`(?=\s|$)\s*`;

interface Form {
  readonly form: SpeakerForm;
  readonly pattern: RegExp;
  /** Nothing else may stand in the line; or something must. */
  readonly alone?: boolean;
}

const FORMS: readonly Form[] = [
  {
    form: 'capitals',
    pattern: new RegExp(`^(?<name>${CAPITALS})${aside('aside')}\\s*(?:[.:]|\\.?[—–-]{1,2})${END}`, 'u'),
  },
  {
    form: 'marked',
    pattern: new RegExp(
      `^_(?<name>${MIXED}|${CAPITALS})${aside('aside')}(?<stop>[.:]?)_${aside('after')}(?<last>[.:]?)${END}`,
      'u',
    ),
  },
  {
    form: 'bold',
    pattern: new RegExp(
      `^(?<open>\\*\\*|\\*|:sc\\[)(?<name>${MIXED}|${CAPITALS})${aside('aside')}(?<stop>[.:]?)(?:\\k<open>|\\])${aside('after')}(?<last>[.:]?)${END}`,
      'u',
    ),
  },
  {
    form: 'column',
    pattern: new RegExp(`^(?<name>${CAPITALS})${aside('aside')}(?:\\t| {3,})\\s*`, 'u'),
    alone: false,
  },
  { form: 'heading', pattern: new RegExp(`^(?<name>${CAPITALS})${aside('aside')}$`, 'u'), alone: true },
  { form: 'over', pattern: new RegExp(`^(?<name>${MIXED})${aside('aside')}[.:]$`, 'u'), alone: true },
  { form: 'run-in', pattern: new RegExp(`^(?<name>${MIXED})${aside('aside')}[.:]${END}`, 'u'), alone: false },
  { form: 'bare', pattern: new RegExp(`^(?<name>${MIXED})${aside('aside')}$`, 'u'), alone: true },
];

/** Words that stand before a stop in other texts than plays, and what begins a direction. */
const NO_NAME =
  /^(?:note|notes|n\.?b|warning|caution|tip|hint|example|examples|question|answer|ingredients|method|directions|figure|fig|table|remark|proof|theorem|lemma|definition|summary|source|sources|date|author|title|subject|from|to|cc|re|scene|act|chapter|book|part|curtain|enter|exit|exeunt|re-enter|end|finis|the end)\b/i;
const LONGEST = 60;

/**
 * Reads a line as the beginning of a speech.
 *
 * @param isFollowed Whether a line with text stands right below.
 */
export function readSpeakerLine(value: string, isFollowed: boolean): SpeakerLine | undefined {
  if (!/^[\p{Lu}_*:]/u.test(value)) return undefined;
  for (const { form, pattern, alone } of FORMS) {
    const match = pattern.exec(value);
    const groups = match?.groups;
    if (!match || !groups) continue;
    const name = groups.name!;
    const isAlone = match[0].length === value.length;
    if (name.length > LONGEST || NO_NAME.test(name) || (alone !== undefined && alone !== isAlone)) continue;
    if (name.replace(/[^\p{L}]/gu, '').length < 2) continue;
    // Words in italics or bold at the head of a sentence are no name without a stop.
    const hasStop = groups.stop || groups.last || groups.after || name.endsWith('.');
    if ((form === 'marked' || form === 'bold') && !isAlone && !hasStop) continue;
    const direction = groups.aside ?? groups.after;
    return {
      // Italics alone may be any title.
      form: form === 'marked' && !hasStop && !direction ? 'bare' : isAlone ? placed(form, isFollowed) : form,
      // The stop of a shortened name that does not end the label stays: “M. Mar. (rising)”.
      name: groups.after && !groups.stop ? name : name.replace(/[.,]$/, ''),
      nameAt: match.index + value.indexOf(name),
      ...(direction ? { aside: direction, asideAt: value.indexOf(direction, value.indexOf(name)) } : {}),
      length: match[0].length,
    };
  }
  return undefined;
}

/** A name in capitals alone in its line: over its words, or over a blank line like a heading. */
function placed(form: SpeakerForm, isFollowed: boolean): SpeakerForm {
  if (form === 'heading') return isFollowed ? 'above' : 'heading';
  return form === 'capitals' && !isFollowed ? 'heading' : form;
}
