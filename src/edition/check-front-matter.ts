import type { VFile } from 'vfile';
import { ROLES } from '../config/schema.js';
import type { FrontMatter } from '../markdown/front-matter.js';
import { tell } from '../report/file-messages.js';
import { nearestName } from '../report/nearest-name.js';
import { languageOf } from './section-language.js';

/** What the front matter of a text may say of it. */
const KNOWN = [
  'title',
  'short',
  'kind',
  'language',
  'lang',
  'creators',
  'creator',
  ...ROLES.flatMap((role) => [role, `${role}s`]),
  'source',
  'rights',
  'license',
  'licence',
  'copyright',
  'date',
  'pages',
  // Written by octavo clean.
  'raw',
  'provenance',
];
const IS_KNOWN = new Set(KNOWN);

/**
 * Tells of keys that are evidently misspelt, and of a language that is none. Other keys are for the tool that the text
 * comes from, and passed over.
 */
export function checkFrontMatter(frontMatter: FrontMatter, file: VFile): void {
  const { data, lines } = frontMatter;
  const key = data.language === undefined ? 'lang' : 'language';
  const language = data[key];
  if (language !== undefined && language !== null && languageOf(frontMatter) === undefined)
    tell(file, {
      severity: 'warning',
      code: 'language-unknown',
      reason: `Unexpected language \`${String(language)}\` in the front matter, expected a tag such as \`fr\` or \`pt-BR\``,
      place: { line: lines.get(key) ?? 1, column: 1 },
      note: 'The text is set in the language of the book.',
    });
  for (const key of Object.keys(data)) {
    if (IS_KNOWN.has(key)) continue;
    const meant = nearestName(key, KNOWN, key.length < 4 ? 0 : key.length < 6 ? 1 : 2) ?? swapped(key);
    if (meant === undefined) continue;
    tell(file, {
      severity: 'warning',
      code: 'unknown-key',
      reason: `Unknown key “${key}” in the front matter, passed over`,
      place: { line: lines.get(key) ?? 1, column: 1 },
      note: `Did you mean “${meant}”?`,
    });
  }
}

/** A key with its letters in another order: `titel`, `kidn`. */
function swapped(key: string): string | undefined {
  const letters = (word: string) => [...word.toLowerCase()].sort().join('');
  return KNOWN.find((name) => letters(name) === letters(key));
}
