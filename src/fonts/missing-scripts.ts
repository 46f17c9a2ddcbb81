/** Writing systems as people call them. */
const SCRIPTS: readonly (readonly [name: string, has: RegExp])[] = [
  ['Chinese', /\p{scx=Han}/u],
  ['Japanese', /\p{scx=Hiragana}|\p{scx=Katakana}/u],
  ['Korean', /\p{scx=Hangul}/u],
  ['Cyrillic', /\p{scx=Cyrillic}/u],
  ['Greek', /\p{scx=Greek}/u],
  ['Arabic', /\p{scx=Arabic}/u],
  ['Hebrew', /\p{scx=Hebrew}/u],
  ['Devanagari', /\p{scx=Devanagari}/u],
  ['Bengali', /\p{scx=Bengali}/u],
  ['Tamil', /\p{scx=Tamil}/u],
  ['Telugu', /\p{scx=Telugu}/u],
  ['Thai', /\p{scx=Thai}/u],
  ['Georgian', /\p{scx=Georgian}/u],
  ['Armenian', /\p{scx=Armenian}/u],
  ['Ethiopic', /\p{scx=Ethiopic}/u],
];
/** Fewer are named one by one. */
const MANY = 4;

/** Characters that no font has, and what to call them. */
export interface MissingCharacters {
  /** “字” (U+5B57), or: the 930 Chinese characters “万”, “一”, “七” and others. */
  readonly name: string;
  /** The one that stands for them. */
  readonly first: string;
}

/** Names characters that no font has: those of one writing system together, others each by itself. */
export function nameMissing(codes: Iterable<number>): MissingCharacters[] {
  const groups = new Map<string, string[]>();
  const singles: MissingCharacters[] = [];
  for (const code of [...codes].sort((a, b) => a - b)) {
    const character = String.fromCodePoint(code);
    const script = SCRIPTS.find(([, has]) => has.test(character))?.[0];
    if (script === undefined) singles.push(single(character));
    else groups.set(script, [...(groups.get(script) ?? []), character]);
  }
  for (const [script, characters] of groups) {
    if (characters.length < MANY) singles.push(...characters.map(single));
    else {
      // Punctuation is common to several writing systems; a letter shows which one is meant.
      const letters = characters.filter((character) => /\p{L}/u.test(character));
      const [first, ...more] = letters.length > 0 ? letters : characters;
      const shown = [first, ...more.slice(0, 2)].map((character) => `“${character}”`).join(', ');
      singles.push({
        name: `the ${characters.length} ${script} characters ${shown} and others`,
        first: first!,
      });
    }
  }
  return singles;
}

function single(character: string): MissingCharacters {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return { name: `“${character}” (U+${code})`, first: character };
}
