import { expect, test } from 'vitest';
import { clean } from '../clean.js';
import { damage } from './damage.js';
import { drawDamage } from './draw-damage.js';
import { generateText } from './generate-text.js';
import { addScores, scoreSeed } from './score.js';
import { lostWords } from './words.js';

const SEEDS = Array.from({ length: 24 }, (_, index) => index + 1);

test('damaged texts are restored: calls, paragraphs, hyphens, and no word is lost', () => {
  const score = addScores(SEEDS.map(scoreSeed));
  expect(score.falseCalls).toBe(0);
  expect(score.lost).toEqual([]);
  expect(score.callsRestored / score.calls).toBeGreaterThanOrEqual(0.995);
  expect(score.paragraphsRestored / score.paragraphs).toBeGreaterThanOrEqual(0.99);
  expect(1 - score.breaksWrong / score.breaks).toBeGreaterThanOrEqual(0.99);
  expect(score.calls).toBeGreaterThan(200);
});

test.each(SEEDS)('seed %i: a second cleaning changes nothing', (seed) => {
  const { bytes } = damage(generateText(seed), seed);
  const { markdown } = clean({ name: 'raw.txt', bytes });
  expect(clean({ name: 'raw.md', text: markdown }).markdown).toBe(markdown);
});

test('the damager does damage: the same seed the same, and every kind is drawn', () => {
  const truth = generateText(3);
  expect(damage(truth, 3)).toEqual(damage(truth, 3));
  expect(damage(truth, 3).raw).not.toContain('[^');
  const kinds = Array.from({ length: 200 }, (_, seed) => drawDamage(seed));
  const sizes = {
    calls: 6,
    labels: 4,
    restart: 3,
    notes: 5,
    paragraphs: 2,
    pages: 6,
    headings: 4,
    encoding: 4,
  };
  for (const [key, size] of Object.entries(sizes))
    expect(new Set(kinds.map((kind) => kind[key as keyof typeof sizes])).size, key).toBe(size);
});

test('a lost word is noticed', () => {
  expect(lostWords('a red kite flew', 'a red kite', [])).toEqual(['flew']);
  expect(lostWords('a red kite flew', 'a red kite', ['flew'])).toEqual([]);
});
