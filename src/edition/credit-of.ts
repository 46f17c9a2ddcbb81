import type { VFile } from 'vfile';
import { z } from 'zod';
import { type Creator, creators, ROLES, type Role } from '../config/schema.js';
import type { FrontMatter } from '../markdown/front-matter.js';
import { tell } from '../report/file-messages.js';
import type { CleanedSource, Credit } from './edition.js';

const words = z.union([z.string(), z.number(), z.date()]).transform((value) => asText(value));

/** The facts of one text: what a packet prints of each. */
const FIELDS = { source: words, rights: words, date: words, pages: words } as const;
const OTHER_NAMES: Readonly<Record<string, keyof typeof FIELDS>> = {
  license: 'rights',
  licence: 'rights',
  copyright: 'rights',
};

/** Reads who wrote a text and where it comes from; what is not understood is reported with its line. */
export function creditOf({ data, lines }: FrontMatter, file: VFile): Credit {
  const credit: Record<string, unknown> = {};
  const object = (key: string, expected: string) =>
    tell(file, {
      severity: 'error',
      code: 'front-matter',
      reason: `Unexpected value of \`${key}\` in the front matter, expected ${expected}`,
      place: { line: lines.get(key) ?? 1, column: 1 },
      note: 'It is left out of the credits.',
    });
  for (const [key, value] of Object.entries(data)) {
    const field = key in FIELDS ? (key as keyof typeof FIELDS) : OTHER_NAMES[key];
    if (!field || value === null || value === undefined) continue;
    const parsed = FIELDS[field].safeParse(value);
    if (!parsed.success) object(key, 'text');
    else if (parsed.data !== '') credit[field] ??= parsed.data;
  }
  const people: Creator[] = [];
  for (const [key, value] of Object.entries(data)) {
    const role = roleOf(key);
    if (role === undefined || value === null || value === undefined) continue;
    const parsed = creators.safeParse(value);
    if (parsed.success) people.push(...parsed.data.map((one) => (role === 'any' ? one : { ...one, role })));
    else object(key, 'a name, or `name:`, `role:` and `sort:`');
  }
  const cleaned = cleanedSources(data.raw);
  return {
    ...(people.length > 0 ? { creators: people } : {}),
    ...credit,
    ...(cleaned.length > 0 ? { cleaned } : {}),
  };
}

const count = z.number().int().nonnegative().optional().catch(undefined);
const cleanedSource = z.object({
  file: z.string().trim().min(1),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
  removed: count,
  changed: count,
  unplaced: count,
});

/** What `octavo clean` wrote under `raw`: one file, or several that were joined. Anything else there is not ours. */
function cleanedSources(raw: unknown): CleanedSource[] {
  return [raw].flat().flatMap((one) => {
    const { data } = cleanedSource.safeParse(one);
    return data ? [JSON.parse(JSON.stringify(data)) as CleanedSource] : [];
  });
}

/** `creators` say their roles themselves; `author`, `translators` and the like are one. */
function roleOf(key: string): Role | 'any' | undefined {
  if (key === 'creators' || key === 'creator') return 'any';
  const singular = key.replace(/s$/, '');
  // A publisher is the book's, not a text's.
  return ROLES.find((role) => role === singular && role !== 'publisher');
}

function asText(value: string | number | Date): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim();
}
