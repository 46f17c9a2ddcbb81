import type { FootnoteDefinition } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { NoteSeries } from './types.js';

const EDITOR = String.raw`eds?\.?|editors?|the editors?|note by (?:the )?editors?|éd\.?|l['’]éditeur|hrsg\.?|anm\. d\. (?:hrsg|red)\.?|d\. red\.|ред\.?|прим\. ред\.?|n\.? ?d\.? ?[ée]\.?|n\.? ?d\.? ?r\.?`;
const TRANSLATOR = String.raw`tr\.|trans\.?|transl\.?|translators?|the translators?|note by (?:the )?translators?|n\.? ?d\.? ?t\.?|le traducteur|anm\. d\. ü(?:bers)?\.?|d\. ü(?:bers)?\.|перев\.?|прим\. пер(?:ев)?\.?`;

/** A signature at the end of a note: `—Ed.`, `[Trans.]`, `(N.d.T.)`. */
const signature = (name: string): RegExp =>
  new RegExp(String.raw`(?:[—–]\s*|(?:^|\s)--?\s*|[[(])(?:${name})\s*[\])]?\.?\s*$`, 'iu');

const EDITORS_WORDS = String.raw`editor(?:[’']?s|s[’'])?(?:[’'] | )note|note (?:by|of) the editors?|ed\. note|ed(?:itor)?s?\.?(?=:)|note de l[’']éditeur|anm\. d\. (?:hrsg|red)\.|примечание редактора`;
const TRANSLATORS_WORDS = String.raw`translator(?:[’']?s|s[’'])?(?:[’'] | )note|note (?:by|of) the translators?|t\.? ?n\.(?=:)|trans(?:l|lator)?\.?(?=:)|tr\.(?=:)|note du traducteur|anm\. d\. übers\.|примечание переводчика`;

/** The words that open a remark, after its bracket. */
export const REMARK_OPENING = new RegExp(`^\\s*(?:${EDITORS_WORDS}|${TRANSLATORS_WORDS})\\s*[:.—–-]`, 'iu');

const SIGNS: readonly {
  readonly series: NoteSeries;
  readonly end: RegExp;
  readonly start: RegExp;
  readonly label: RegExp;
}[] = [
  {
    series: 'translator',
    end: signature(TRANSLATOR),
    start: new RegExp(`^\\s*\\[?(?:${TRANSLATORS_WORDS})\\s*[:.—–-]`, 'iu'),
    label: /^tr-?\d+$/i,
  },
  {
    series: 'editor',
    end: signature(EDITOR),
    start: new RegExp(`^\\s*\\[?(?:${EDITORS_WORDS})\\s*[:.—–-]`, 'iu'),
    label: /^ed-?\d+$|^\d+\*$/i,
  },
];

/** Who wrote a note, from its signature, its opening words or its label; undefined where nothing says so. */
export function seriesOf(definition: FootnoteDefinition): NoteSeries | undefined {
  const start = textOf(definition.children[0]).slice(0, 80);
  const end = textOf(definition.children.at(-1)).slice(-60);
  const label = definition.label ?? '';
  return SIGNS.find((sign) => sign.label.test(label) || sign.start.test(start) || sign.end.test(end))?.series;
}
