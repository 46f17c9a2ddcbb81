import type { Heading } from '../block.js';
import type { BlockRule } from '../rule.js';

/** Larger parts first: a part holds chapters, an act scenes. */
const RANKS: readonly RegExp[] = [
  /^label (?:volume|tome|band|part|partie|teil|book|livre|buch|parte|libro)$/,
  /^label (?:act|acte|akt|aufzug|acto|atto|chapter|chapitre|kapitel|capítulo|capitolo|canto|stave|lecture|letter|lettre|brief|hoofdstuk)$/,
  /^label (?:scene|scène|szene|auftritt|section|abschnitt|lesson|§)$/,
];

/**
 * Gives every heading a level: marked ones keep theirs in order, unmarked ones follow from how they are made.
 * Below a title of the first level nothing stands higher than the second.
 */
export const headingLevels: BlockRule = {
  stage: 'blocks',
  name: 'heading-levels',
  guesses: true,
  apply(blocks) {
    const headings = blocks.filter(
      (block): block is Heading => block.type === 'heading' && block.make !== 'title',
    );
    const hasTitle = blocks.some((block) => block.type === 'heading' && block.make === 'title');
    const makes = orderOf(headings);
    const marked = [...new Set(headings.filter(({ level }) => level > 0).map(({ level }) => level))].sort(
      (a, b) => a - b,
    );
    const top = hasTitle || headings.length > 1 ? 2 : 1;
    let last = 1;
    return blocks.map((block) => {
      if (block.type !== 'heading' || block.make === 'title') return block;
      const wanted =
        block.make === 'profile'
          ? block.level
          : block.level > 0
            ? top + marked.indexOf(block.level)
            : block.make === 'numbered'
              ? top + (makes.get(block.make) ?? 0) + depthOf(block)
              : top + (makes.get(block.make) ?? 0) + marked.length;
      const level = Math.min(6, wanted, last + 1);
      last = Math.max(level, 1);
      return { ...block, level };
    });
  },
};

/** Steps below the top for every make, by rank where the words say it, else by which came first. */
function orderOf(headings: readonly Heading[]): ReadonlyMap<string, number> {
  const makes = [...new Set(headings.filter(({ level }) => level === 0).map(({ make }) => make))];
  const ranked = makes.filter((make) => rankOf(make) !== undefined).sort((a, b) => rankOf(a)! - rankOf(b)!);
  const steps = new Map<string, number>();
  let step = 0;
  ranked.forEach((make, index) => {
    if (index > 0 && rankOf(make) !== rankOf(ranked[index - 1]!)) step++;
    steps.set(make, step);
  });
  const below = ranked.length > 0 ? step + 1 : 0;
  for (const make of makes) {
    if (steps.has(make)) continue;
    // A preface stands beside the chapters; a short title stands inside them.
    steps.set(
      make,
      make === 'named'
        ? 0
        : make === 'capitals' || make === 'bold' || make === 'number' || make === 'numbered'
          ? below
          : below > 0
            ? below
            : capitalsAbove(makes)
              ? 1
              : 0,
    );
  }
  return steps;
}

const rankOf = (make: string) => {
  const rank = RANKS.findIndex((pattern) => pattern.test(make));
  return rank < 0 ? undefined : rank;
};
const capitalsAbove = (makes: readonly string[]) =>
  makes.includes('capitals') && makes.indexOf('capitals') < makes.indexOf('short');

const depthOf = ({ text }: Heading) =>
  (/^[\dA-Z]+((?:\.\d+)*)/.exec(text.value)?.[1]?.match(/\./g) ?? []).length;
