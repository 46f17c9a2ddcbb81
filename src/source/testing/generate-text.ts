import { Random } from './random.js';

const split = (words: string) => words.trim().split(/\s+/);
const NOUNS = split(`
  kite orchard harbour lantern carpenter committee ferry schoolmaster governor cathedral manufacturer neighbour
  workshop assembly newspaper apprentice merchant railway telegraph winter barricade instrument agreement settlement
  understanding revolution government industry telescope handkerchief conversation organisation municipality
  photograph philosopher locksmith watchmaker lighthouse countryside grandmother expedition correspondence
  negotiation proclamation parliament frontier delegation inspector engineer bookbinder typesetter printer paper
  candle window bridge river valley mountain village garden kitchen market soldier sailor teacher student doctor
  lawyer judge farmer shepherd miller baker butcher weaver spinner dyer tailor shoemaker blacksmith cooper potter
  armament demonstration interpretation circumstance temperature opportunity possibility responsibility
`);
const COMPOUNDS = split(`
  brother-in-law counter-revolution vice-president half-hour passer-by by-product letter-writer kite-maker
  water-carrier mother-of-pearl ship-owner fellow-traveller night-watch looker-on editor-in-chief
`);
const ADJECTIVES = split(`
  red grey patient narrow crooked ancient provincial extraordinary reluctant municipal generous melancholy industrial
  unexpected ridiculous comfortable considerable magnificent independent particular uncertain invisible interminable
  astonishing respectable contemporary parliamentary international left-wing well-known old-fashioned class-conscious
  self-evident half-finished cold-blooded far-reaching short-sighted anti-war hard-working ill-tempered
`);
const VERBS = split(`
  remembered described repaired abandoned discovered inherited considered established published demonstrated
  interrupted encouraged transformed prevented defended entertained translated investigated followed carried
  measured painted counted forgotten
`).slice(0, -1);
const ADVERBS = split(
  'slowly quietly afterwards perhaps certainly together everywhere reluctantly immediately often',
);
const NAMES = split(
  'Halla Orrin Teodor Marisk Elvane Brandt Sorrel Vandermeer Ilka Dunstan Petrova Quill Amaury Lisbet',
);
const PLACES = split('Varrow Ostend Kellan Marsby Dunholt Petervale Sundmark Ellery Northgate Aldersee');
const MONTHS = split('January February March April June July August September October November December');
/** Numbers that are no calls. */
const TRAPS: readonly ((random: Random) => string)[] = [
  (r) => `in ${r.between(1820, 1990)}`,
  (r) => `from ${r.between(1820, 1890)} to ${r.between(1891, 1960)}`,
  (r) => `on ${r.between(1, 28)} ${r.pick(MONTHS)} ${r.between(1880, 1950)}`,
  (r) => `on page ${r.between(2, 40)}`,
  (r) => `with a Mark ${r.between(2, 9)} press`,
  (r) => `for ${r.between(2, 30)} days`,
  (r) => `in No. ${r.between(2, 30)} of the journal`,
  (r) => `between 1921-${r.between(22, 29)}`,
  (r) => `at ${r.between(1, 12)}:${r.between(10, 59)}`,
  (r) => `for ${r.between(2, 9)},${r.between(100, 999)} crowns`,
  (r) => `with ${r.between(2, 9)}.${r.between(1, 9)} per cent more`,
  () => 'with H2O and CO2',
  () => 'on A4 paper',
  (r) => `in chapter ${r.between(2, 12)}`,
];

export interface GenerateOptions {
  /** Sections; each has a heading, paragraphs and notes. */
  readonly sections?: number;
  readonly paragraphs?: number;
  /** Share of sentences with a note. */
  readonly notes?: number;
}

/** An invented text in clean Markdown: headings, prose with traps, verse, a table, a scene of a play, notes. */
export function generateText(
  seed: number,
  { sections = 3, paragraphs = 8, notes = 0.13 }: GenerateOptions = {},
): string {
  const random = new Random(seed);
  const titles = new Set<string>();
  const blocks: string[] = [];
  const definitions: string[] = [];
  const call = () => {
    definitions.push(`[^${definitions.length + 1}]: ${noteText(random)}`);
    return `[^${definitions.length}]`;
  };
  for (let section = 0; section < sections; section++) {
    let title = titleOf(random);
    while (titles.has(title)) title = titleOf(random);
    titles.add(title);
    blocks.push(`## ${title}`);
    for (let paragraph = 0; paragraph < paragraphs; paragraph++) {
      if (paragraph === 3 && section === 1) blocks.push(verse(random));
      if (paragraph === 5 && section === 1 && random.chance(0.4)) blocks.push(table(random));
      const sentences = Array.from({ length: random.between(2, 6) }, () =>
        sentence(random, random.chance(notes) ? call : undefined),
      );
      blocks.push(sentences.join(' '));
    }
    if (section === 2 && random.chance(0.3)) blocks.push(scene(random));
  }
  return `${[...blocks, ...definitions].join('\n\n')}\n`;
}

function titleOf(random: Random): string {
  const noun = capital(random.pick(NOUNS));
  return random.pick([
    `The ${capital(random.pick(ADJECTIVES))} ${noun}`,
    `${noun} and ${capital(random.pick(NOUNS))}`,
    `A ${noun} in ${random.pick(PLACES)}`,
  ]);
}

function sentence(random: Random, call?: () => string): string {
  const inner = call !== undefined && random.chance(0.25);
  const words = [
    random.chance(0.3) ? random.pick(NAMES) : `The ${phrase(random)}`,
    random.pick(VERBS),
    `the ${phrase(random)}`,
  ];
  if (random.chance(0.5))
    words.push(random.pick(['of', 'with', 'for', 'against', 'behind']), `the ${phrase(random)}`);
  if (inner) words[words.length - 1] += call();
  if (random.chance(0.3)) words.push(random.pick(TRAPS)(random));
  if (random.chance(0.4)) words.push('and', random.pick(VERBS), 'the', phrase(random), random.pick(ADVERBS));
  if (random.chance(0.08)) words.push('in', String(random.between(1830, 1960)));
  const body = words.join(' ');
  const quoted = random.chance(0.12);
  const end = quoted ? `.”` : random.pick(['.', '.', '.', '.', '?', '!']);
  return `${quoted ? `${random.pick(NAMES)} wrote: “` : ''}${quoted ? capital(body) : body}${end}${call && !inner ? call() : ''}`;
}

function phrase(random: Random): string {
  const noun = random.chance(0.12) ? random.pick(COMPOUNDS) : random.pick(NOUNS);
  return random.chance(0.55) ? `${random.pick(ADJECTIVES)} ${noun}` : noun;
}

function verse(random: Random): string {
  const stanza = () =>
    Array.from(
      { length: 4 },
      () =>
        `${random.pick(['And', 'When', 'The wind,', 'Though', 'O'])} ${random.pick(ADJECTIVES)} ${random.pick(NOUNS)},`,
    ).join('\n');
  return `:::verse\n${stanza()}\n\n${stanza()}\n:::`;
}

/** Columns set by spaces. */
function table(random: Random): string {
  const row = (name: string, lamps: string, year: string) =>
    `${name.padEnd(18)}${lamps.padStart(6)}${year.padStart(9)}`;
  const rows = Array.from({ length: 4 }, () =>
    row(random.pick(PLACES), String(random.between(12, 99)), String(random.between(1870, 1920))),
  );
  return ['```', row('Harbour', 'Lamps', 'Year'), ...rows, '```'].join('\n');
}

/** Two people speak by turns. */
function scene(random: Random): string {
  const one = random.pick(NAMES);
  const other = NAMES[(NAMES.indexOf(one) + 1) % NAMES.length]!;
  const speeches = Array.from({ length: 10 }, (_, index) => {
    const speaker = (index % 2 === 0 ? one : other).toUpperCase();
    return `**${speaker}.** ${sentence(random)} ${sentence(random)}`;
  });
  return [':::drama', `${speeches.join('\n\n')}`, ':::'].join('\n');
}

function noteText(random: Random): string {
  return random.pick([
    () =>
      `See ${random.pick(NAMES)}, The ${capital(random.pick(NOUNS))} (${random.pick(PLACES)}, ${random.between(1870, 1960)}), p. ${random.between(2, 300)}.`,
    () => `${sentence(random)} ${sentence(random)}`,
    () => `In ${random.pick(PLACES)}, as before.`,
    () => sentence(random),
  ])();
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
