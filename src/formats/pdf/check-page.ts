import type { PdfEdition, Typography } from '../../config/schema.js';
import type { Edition } from '../../edition/edition.js';
import { EXIT, OctavoError } from '../../report/errors.js';
import { easySetting } from './easy-reading.js';
import { geometryOf, MM, PT } from './page-geometry.js';

/** What a page must hold for text to be set on it: the letters of a long word, and a heading with lines below it. */
const LEAST = { characters: 20, lines: 8 } as const;
/** Mean width of a letter, as a part of the size. */
const LETTER = 0.42;

/** What decides how much text a page holds. */
interface Setting {
  readonly config: PdfEdition;
  readonly typography: Typography;
}

/** A key that may leave too little room, and the setting without it. */
interface Suspect {
  readonly path: readonly string[];
  readonly isStated: (setting: Setting) => boolean;
  readonly without: (setting: Setting) => Setting;
}

const ofEdition = (key: 'size' | 'leading' | 'margins' | 'wideMargin'): Suspect => ({
  path: [key],
  isStated: ({ config }) => config[key] !== undefined && config[key] !== false,
  without: ({ config, typography }) => {
    const { [key]: _, ...rest } = config;
    return { config: { wideMargin: false, ...rest } as PdfEdition, typography };
  },
});

const ofBook = (key: 'size' | 'leading'): Suspect => ({
  path: ['typography', key],
  isStated: ({ typography }) => typography[key] !== undefined,
  without: ({ config, typography }) => {
    const { [key]: _, ...rest } = typography;
    return { config, typography: rest as Typography };
  },
});

/** The likeliest first. */
const SUSPECTS: readonly Suspect[] = [
  ofEdition('size'),
  ofBook('size'),
  ofEdition('leading'),
  ofBook('leading'),
  ofEdition('wideMargin'),
  ofEdition('margins'),
];

/**
 * Finds out before anything is laid out whether text fits on the page.
 *
 * @param page The key that decides how large the page is.
 * @throws {OctavoError} that names the key which leaves too little room, and what would do.
 */
export function checkPage({ book }: Edition, name: string, config: PdfEdition, page = 'trim'): void {
  const setting = { config, typography: book.typography };
  const room = roomOf(setting);
  if (isEnough(room)) return;
  const stated = SUSPECTS.filter(({ isStated }) => isStated(setting));
  const guilty = stated.find(({ without }) => isEnough(roomOf(without(setting))))?.path ?? [page];
  const path = guilty[0] === 'typography' ? guilty : ['editions', name, ...guilty];
  const detail = {
    code: 'page-too-small',
    reason: `Unexpected ${guilty.at(-1)} of the edition “${name}”: the page would hold ${countOf(room)}, expected at least ${LEAST.characters} letters in a line and ${LEAST.lines} lines`,
    note: remedy(room),
  };
  const place = book.configPath === undefined ? {} : { place: { path: book.configPath } };
  throw new OctavoError(book.locate?.(path, 'value', detail) ?? { ...detail, ...place }, EXIT.usage);
}

/** Letters and lines that the text area has room for, and the page that it is on. */
interface Room {
  readonly characters: number;
  readonly lines: number;
  /** The finished page, what its margins leave, and what text of this size needs: width and height in millimetres. */
  readonly page: Area;
  readonly left: Area;
  readonly needed: Area;
  /** The largest size of text, in points, that would do. */
  readonly largest: number;
}

type Area = readonly [width: number, height: number];

function roomOf({ config, typography }: Setting): Room {
  const setting = config.easyReading ? easySetting(config, typography) : { config, typography };
  const { measure, lines, size, leading, trim } = geometryOf(setting.config, setting.typography);
  // Text without size would go anywhere.
  const per = (space: number, step: number) => (step > 0 ? Math.max(0, Math.floor(space / step)) : 0);
  const left = [Math.max(0, measure), per(lines * leading, 1)] as const;
  const inMm = (pixels: number) => pixels / MM;
  return {
    characters: per(measure, size * LETTER),
    lines: leading > 0 ? Math.max(0, lines) : 0,
    page: [inMm(trim.width), inMm(trim.height)],
    left: [inMm(left[0]), inMm(left[1])],
    needed: [inMm(LEAST.characters * size * LETTER), inMm(LEAST.lines * leading)],
    largest: Math.min(left[0] / LEAST.characters / LETTER, left[1] / LEAST.lines / (leading / size)) / PT,
  };
}

const isEnough = ({ characters, lines }: Room): boolean =>
  characters >= LEAST.characters && lines >= LEAST.lines;

const countOf = ({ characters, lines }: Room): string =>
  lines === 0 || characters === 0
    ? 'no text'
    : `${characters} letter${characters === 1 ? '' : 's'} in a line and ${lines} line${lines === 1 ? '' : 's'}`;

function remedy({ page, left, needed, largest }: Room): string {
  const area = ([width, height]: Area, round: (mm: number) => number) =>
    `${round(width)} × ${round(height)} mm`;
  const rest = left[0] > 0 && left[1] > 0 ? area(left, Math.floor) : 'nothing';
  const smaller = largest >= 4 ? `, or a size of at most ${Math.floor(largest)}pt` : '';
  return `The page is ${area(page, Math.round)}, and its margins leave ${rest}. Give the text at least ${area(needed, Math.ceil)}${smaller}.`;
}
