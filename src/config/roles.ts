import type { Role } from './schema.js';

/** MARC relator codes (Library of Congress) of the roles that `book.yaml` knows. */
export const MARC: Readonly<Record<Role, string>> = {
  author: 'aut',
  editor: 'edt',
  translator: 'trl',
  illustrator: 'ill',
  photographer: 'pht',
  compiler: 'com',
  contributor: 'ctb',
  transcriber: 'trc',
  introduction: 'win',
  foreword: 'wfw',
  afterword: 'aft',
  commentator: 'cwt',
  narrator: 'nrt',
  'book-designer': 'bkd',
  publisher: 'pbl',
};

/** The name as a catalogue sorts it: as given, else its last word first. */
export function sortName({ name, sort }: { readonly name: string; readonly sort?: string }): string {
  if (sort) return sort;
  if (name.includes(',')) return name;
  const words = name.trim().split(/\s+/);
  return words.length > 1 ? `${words.at(-1)}, ${words.slice(0, -1).join(' ')}` : name;
}
