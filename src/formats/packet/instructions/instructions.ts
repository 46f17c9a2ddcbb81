import { POINTS_PER_MM } from '../../../config/lengths.js';
import { paperName } from '../impose/paper-name.js';
import type { Plan, Sheet, Side } from '../impose/plan.js';

/** What a person must know to print, fold and bind an imposed file. */
export interface Instructions {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Full sentences, in the order in which they are done. */
  readonly steps: readonly string[];
  /** Which page stands where, a row a sheet: what a dummy folded of blank paper shows. */
  readonly dummy: readonly DummySheet[];
}

export interface DummySheet {
  readonly name: string;
  /** Pages from left to right and from the top down, as the sheet is turned over like a leaf; null for a blank. */
  readonly front: readonly (number | null)[];
  readonly back: readonly (number | null)[];
}

/** More sheets than this do not fold into one another, and no stapler goes through them. */
export const MOST_NESTED = 20;

/** Says how the sheets of a plan are printed and bound. */
export function instructionsFor(plan: Plan): Instructions {
  const { options, sheets } = plan;
  const paper = paperName(options.paper);
  const folded = plan.signature > 0;
  return {
    title: TITLES[options.fold],
    facts: [
      ['Paper', `${paper}, ${sheets.length} ${plural(sheets.length, 'sheet')}, printed on both sides`],
      [
        'Pages',
        `${plan.pages} of ${paperName(options.trim)}` +
          (plan.blanks > 0
            ? `, and ${plan.blanks} blank${options.closing > 0 ? ` before the last ${options.closing === 1 ? 'page' : `${options.closing} pages`}` : ''}`
            : ''),
      ],
      ['Two-sided', `flip on ${edge(plan)}`],
      ['Scale', '100 % (“actual size”), never “fit to page”'],
      ...(options.fold === 'signatures'
        ? [
            [
              'Signatures',
              `${signatureCount(plan)} of ${plan.signature} pages, ${plan.signature / 4} sheets each`,
            ] as const,
          ]
        : []),
      ...(folded && options.creep > 0
        ? [['Creep', `${options.creep} mm a sheet is allowed for`] as const]
        : []),
    ],
    steps: [...printing(plan, paper), ...BINDING[options.fold](plan), ...trimming(plan)],
    dummy: sheets.map((sheet) => dummySheet(plan, sheet)),
  };
}

/** The same as lines of text, for a terminal. */
export function instructionLines({ facts, steps }: Instructions): string[] {
  const wide = Math.max(...facts.map(([label]) => label.length));
  return [
    ...facts.map(([label, value]) => `${label.padEnd(wide)}  ${value}`),
    ...steps.map((step, index) => `${index + 1}. ${step}`),
  ];
}

const TITLES = {
  booklet: 'How to print and fold this booklet',
  signatures: 'How to print and fold these signatures',
  '2-up': 'How to print these sheets',
  '4-up': 'How to print these sheets',
} as const;

function printing(plan: Plan, paper: string): string[] {
  const behind = behindFirst(plan);
  return [
    `Print the file on ${paper} at 100 %, on both sides, flipped on ${edge(plan)}.`,
    `Try the first sheet alone and hold it against the light: ${behind} must stand behind page 1, ` +
      'both the right way up. If one stands on its head, choose the other edge in the printer’s settings.',
  ];
}

const BINDING: Record<Plan['options']['fold'], (plan: Plan) => string[]> = {
  booklet: (plan) => [
    'Keep the sheets in the order in which they were printed: the first lies outside, with page 1 to the front.',
    plan.sheets.length > MOST_NESTED
      ? `Fold the sheets in the middle, ${MOST_NESTED} at most in one go: ${plan.sheets.length} are too many for ` +
        'one fold and a staple. Signatures suit a text of this length better.'
      : `Fold ${plan.sheets.length === 1 ? 'the sheet' : `all ${plan.sheets.length} sheets together`} in the ` +
        `middle and rub the fold sharp: the spine is on the ${plan.options.binding}.`,
    'Open in the middle and staple twice through the fold from outside, a quarter of the height from either end.',
  ],
  signatures: (plan) => [
    `Take the sheets ${plan.signature / 4} by ${plan.signature / 4}, in the order in which they were printed: ` +
      `each such signature has its first sheet outside. Fold it in the middle, spine on the ${plan.options.binding}.`,
    'Lay the signatures on one another in their order, and sew each through its fold to the next, or to tapes.',
    'Glue the spine and put the cover on.',
  ],
  '2-up': (plan) => cutting(plan, 'down the middle', 'two'),
  '4-up': (plan) => cutting(plan, 'down and across the middle', 'four'),
};

function cutting(plan: Plan, where: string, piles: string): string[] {
  if (!plan.options.stack)
    return [`Staple the sheets at a corner or an edge; or cut each sheet ${where} for single leaves.`];
  const first = plan.options.binding === 'left' ? 'left' : 'right';
  return [
    `Cut the whole pile ${where}: there are ${piles} piles of leaves.`,
    `Lay them on one another, beginning with the ${plan.options.fold === '4-up' ? `upper ${first}` : first} one on ` +
      `top${plan.options.fold === '4-up' ? ', then the one beside it, then the lower two' : ''}: the pages are in order.`,
    `Bind the pile on the ${plan.options.binding}.`,
  ];
}

function trimming(plan: Plan): string[] {
  if (plan.marked) return ['Trim head, foot and fore-edge at the crop marks.'];
  return plan.signature > 0 && plan.options.creep > 0 && plan.sheets.length > 4
    ? ['Trim the fore-edge if the inner leaves stand out.']
    : [];
}

const edge = (plan: Plan) => (plan.duplex === 'long-edge' ? 'the long edge' : 'the short edge');
const plural = (count: number, word: string) => (count === 1 ? word : `${word}s`);
const signatureCount = (plan: Plan) => plan.sheets.at(-1)!.signature;

/** What is printed behind page 1. */
function behindFirst(plan: Plan): string {
  const [sheet] = plan.sheets;
  const one = sheet!.front.places.find(({ page }) => page === 1)!;
  const x = plan.paper.width - one.trim.x - one.trim.width / 2;
  const y = one.trim.y + one.trim.height / 2;
  const back = sheet!.back.places.find(({ trim, turned }) => {
    const [px, py] = [trim.x + trim.width / 2, trim.y + trim.height / 2];
    const [bx, by] = turned ? [plan.paper.width - px, plan.paper.height - py] : [px, py];
    return Math.hypot(bx - x, by - y) < 10 * POINTS_PER_MM;
  });
  return back?.page ? `page ${back.page}` : 'a blank page';
}

function dummySheet(plan: Plan, sheet: Sheet): DummySheet {
  // A turned back is listed as it reads when it is held upright.
  const pages = ({ places }: Side) => places.map(({ page }) => page);
  const name =
    plan.options.fold === 'signatures' ? `${sheet.signature}.${sheet.number}` : String(sheet.number);
  return { name, front: pages(sheet.front), back: pages(sheet.back) };
}
