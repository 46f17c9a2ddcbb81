import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readLineMap, writeLineMap } from '../report/line-map.js';
import { LineOrigins } from '../report/line-origins.js';
import { clean } from './clean.js';
import { type Joined, joinCleaned, standAlone } from './join.js';
import { lineMapOf } from './line-map.js';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const cleaned = readdirSync(FIXTURES)
  .sort()
  .map((name) => {
    const file = readdirSync(path.join(FIXTURES, name)).find((one) => one.startsWith('source.'))!;
    return clean({ name: file, text: readFileSync(path.join(FIXTURES, name, file), 'utf8') });
  });

/** What a later stage reads back from the file beside the Markdown. */
function originsOf({ markdown, parts }: Joined, text = markdown): LineOrigins {
  const named = parts.map((part, index) => ({ ...part, path: `../raw/${index} ü.txt` }));
  return new LineOrigins(readLineMap(writeLineMap(lineMapOf(markdown, named), 'a.md'))!, text);
}

test('every word of every fixture is found in the raw line that the map names', () => {
  let words = 0;
  for (const one of cleaned) {
    const origins = originsOf(standAlone(one));
    const [body] = standAlone(one).parts;
    body!.mapped.lines().forEach((line, row) => {
      for (const { index } of line.value.matchAll(/\p{L}{4,}/gu)) {
        const offset = line.originAt(index);
        if (one.source.value[offset] !== line.value[index]) continue;
        words++;
        expect(origins.originOf(body!.from + row + 1, index + 1)).toEqual({
          source: '../raw/0 ü.txt',
          line: one.source.lineAt(offset),
          isNear: false,
        });
      }
    });
  }
  expect(words).toBeGreaterThan(2000);
});

test('joined texts keep their raw lines apart', () => {
  const texts = [
    'The kite.\n\nA second line,\nwrapped.[1]\n\n[1] Notes.\n',
    'The lamp.\n\nIt burned.[1]\n\n[1] Oil.\n',
  ];
  const joined = joinCleaned(texts.map((text, index) => clean({ name: `${index}.txt`, text })));
  const origins = originsOf(joined);
  const lines = joined.markdown.split('\n');
  const at = (words: string) => {
    const row = lines.findIndex((line) => line.includes(words));
    return origins.originOf(row + 1, lines[row]!.indexOf(words) + 1);
  };
  expect(at('wrapped')).toEqual({ source: '../raw/0 ü.txt', line: 4, isNear: false });
  expect(at('It burned')).toEqual({ source: '../raw/1 ü.txt', line: 3, isNear: false });
  expect(at('Oil')).toEqual({ source: '../raw/1 ü.txt', line: 5, isNear: false });
  expect(lines).toContain('[^1-2]: Oil.');
  expect(origins.originOf(1)).toBeUndefined();
});

test('edited Markdown keeps its raw lines: those that stay, and those that changed between them', () => {
  const raw = ['One kite.', 'Two kites.', 'Three kites.', 'Four kites.', 'Five kites.'].join('\n\n');
  const joined = standAlone(clean({ name: 'kites.txt', text: raw }));
  const edited = joined.markdown
    .replace('One kite.', 'A line written since.\n\nOne kite.')
    .replace('Three kites.', 'Three *red* kites.')
    .replace('Four kites.\n\n', '');
  const origins = originsOf(joined, edited);
  const lines = edited.split('\n');
  const at = (words: string) => origins.originOf(lines.findIndex((line) => line.includes(words)) + 1);
  expect(at('A line')).toBeUndefined();
  expect(at('One kite')).toMatchObject({ line: 1, isNear: false });
  expect(at('Three')).toMatchObject({ line: 5, isNear: true });
  expect(at('Five')).toMatchObject({ line: 9, isNear: false });
  expect(originsOf(joined, 'Another text.\n').originOf(1)).toBeUndefined();
});

test('what is no map is none', () => {
  const map = { version: 3, sources: ['a.txt'], mappings: 'AAAA', x_octavo_lines: 'abc' };
  expect(readLineMap(JSON.stringify(map))).toBeDefined();
  for (const bad of [
    '',
    '[]',
    '{',
    JSON.stringify({ ...map, version: 2 }),
    JSON.stringify({ ...map, sources: ['%E0%A4%A'] }),
    JSON.stringify({ ...map, mappings: 'ACAA' }),
    JSON.stringify({ ...map, mappings: 'AADA' }),
    JSON.stringify({ ...map, x_octavo_lines: undefined }),
  ])
    expect(readLineMap(bad), bad).toBeUndefined();
});
