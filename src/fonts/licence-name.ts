import { readFile } from 'node:fs/promises';

/** Licences by what their texts say of themselves. */
const LICENCES: readonly [RegExp, (version?: string) => string][] = [
  [/SIL Open Font License,? Version (\d(?:\.\d)?)/i, (version) => `SIL Open Font License ${version}`],
  [/Apache License,?\s+Version (\d(?:\.\d)?)/i, (version) => `Apache License ${version}`],
  [/Ubuntu Font Licen[cs]e/i, () => 'Ubuntu Font Licence'],
  [/GUST Font License/i, () => 'GUST Font License'],
  [/Bitstream Vera/i, () => 'Bitstream Vera licence'],
  [/\bMIT License\b/i, () => 'MIT licence'],
  [/CC0|Creative Commons Zero/i, () => 'CC0'],
];

/** What the licence of a font is called, if its text is one that many fonts have. */
export async function licenceName(file: string): Promise<string | undefined> {
  const text = (await readFile(file, 'utf8')).slice(0, 5000);
  for (const [pattern, name] of LICENCES) {
    const found = pattern.exec(text);
    if (found) return name(found[1]);
  }
  return undefined;
}
