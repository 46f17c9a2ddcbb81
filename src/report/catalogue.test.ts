import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue.js';

const src = path.resolve(import.meta.dirname, '..');
const rows = CATALOGUE.flatMap(({ entries }) => entries);

/** The codes that a source file gives to its messages, wherever it writes one as a plain string. */
const CODE =
  /(?:\b(?:code|ruleId):\s*(?:[^,;{}\n]*\?\s*)?|\b(?:refuse|fail|say)\(\s*(?:\w+,\s*)?)'([a-z][a-z0-9]+(?:-[a-z0-9]+)*)'(?:\s*:\s*'([a-z][a-z0-9-]+)')?/g;

function codesIn(file: string): string[] {
  const text = readFileSync(path.join(src, file), 'utf8');
  return [...text.matchAll(CODE)].flatMap(([, one, other]) =>
    [one, other].filter((code) => code !== undefined),
  );
}

const used = new Map<string, string>();
for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.includes('testing')) continue;
  for (const code of codesIn(file)) used.set(code, file);
}

test('every message that is said is in the catalogue', () => {
  const known = new Set(rows.map(({ code }) => code));
  expect([...used].filter(([code]) => !known.has(code))).toEqual([]);
});

test('the catalogue has no message that nobody says, and none twice', () => {
  expect(rows.map(({ code }) => code).filter((code) => !used.has(code))).toEqual([]);
  expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
});

test('says what each means and what to do, in full sentences', () => {
  for (const { meaning, remedy } of rows) {
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  }
});
