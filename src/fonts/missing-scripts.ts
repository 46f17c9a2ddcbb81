/** Writing systems as people call them, each with a free family (OFL) that has it. */
const SCRIPTS: readonly (readonly [name: string, has: RegExp, family: string])[] = [
  ['Chinese', /\p{scx=Han}/u, 'Noto Serif SC'],
  ['Japanese', /\p{scx=Hiragana}|\p{scx=Katakana}/u, 'Noto Serif JP'],
  ['Korean', /\p{scx=Hangul}/u, 'Noto Serif KR'],
  ['Cyrillic', /\p{scx=Cyrillic}/u, 'EB Garamond'],
  ['Greek', /\p{scx=Greek}/u, 'EB Garamond'],
  ['Arabic', /\p{scx=Arabic}/u, 'Amiri'],
  ['Hebrew', /\p{scx=Hebrew}/u, 'Frank Ruhl Libre'],
  ['Devanagari', /\p{scx=Devanagari}/u, 'Noto Serif Devanagari'],
  ['Bengali', /\p{scx=Bengali}/u, 'Noto Serif Bengali'],
  ['Tamil', /\p{scx=Tamil}/u, 'Noto Serif Tamil'],
  ['Telugu', /\p{scx=Telugu}/u, 'Noto Serif Telugu'],
  ['Thai', /\p{scx=Thai}/u, 'Noto Serif Thai'],
  ['Georgian', /\p{scx=Georgian}/u, 'Noto Serif Georgian'],
  ['Armenian', /\p{scx=Armenian}/u, 'Noto Serif Armenian'],
  ['Ethiopic', /\p{scx=Ethiopic}/u, 'Noto Serif Ethiopic'],
];
/** Fewer are named one by one. */
const MANY = 4;

/** Characters that no font has, and what to call them. */
export interface MissingCharacters {
  /** “字” (U+5B57), or: the 930 Chinese characters “万”, “一”, “七” and others. */
  readonly name: string;
  /** The one that stands for them. */
  readonly first: string;
  /** A free family that has them, where one is known. */
  readonly family?: string;
}

/** Names characters that no font has: those of one writing system together, others each by itself. */
export function nameMissing(codes: Iterable<number>): MissingCharacters[] {
  const groups = new Map<string, string[]>();
  const singles: MissingCharacters[] = [];
  for (const code of [...codes].sort((a, b) => a - b)) {
    const character = String.fromCodePoint(code);
    const script = scriptOf(character)?.[0];
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
        ...familyFor(first!),
      });
    }
  }
  return singles;
}

function single(character: string): MissingCharacters {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return { name: `“${character}” (U+${code})`, first: character, ...familyFor(character) };
}

const scriptOf = (character: string) => SCRIPTS.find(([, has]) => has.test(character));

function familyFor(character: string): { family?: string } {
  const family = scriptOf(character)?.[2];
  return family ? { family } : {};
}
