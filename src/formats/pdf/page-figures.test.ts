import { expect, test } from 'vitest';
import { pageFigures } from './testing/page-figures.js';
import type { BlockPart, PrintedPage } from './testing/printed-lines.js';

/** Pages drawn with a line each for a line of text: paragraphs by letters, `#` a heading, `n` a note, `.` none; 10 pt a line. */
function drawn(...pages: string[]): PrintedPage[] {
  return pages.map((lines, page) => {
    const parts = new Map<string, { y: number; text: string }[]>();
    lines.split(' ').forEach((line, k) => {
      if (line === '.') return;
      const name = line[0]!;
      const text = line.endsWith('-') ? 'divid-' : 'some words of text';
      parts.set(name, [...(parts.get(name) ?? []), { y: 200 - 10 * k, text }]);
    });
    return {
      hasHead: page > 0,
      drawn: [],
      parts: Array.from(
        parts,
        ([name, own]): BlockPart => ({
          block: name.charCodeAt(0),
          type: name === '#' ? 'H2' : name === 'n' ? 'Note' : 'P',
          lines: own,
        }),
      ),
    };
  });
}

test('full pages, and short ones that are level with the page they face, are good', () => {
  const full = pageFigures(drawn('a a b b', 'c c d d', 'e e f f', 'g g h h', 'i i .', 'j j k k'));
  expect([full.inside, full.full, full.level, full.short.length]).toEqual([5, 4, 0, 1]);
  const level = pageFigures(drawn('a a b b', 'c c d .', 'e e f .', 'g g h h', 'j j k k', 'l l m m'));
  expect([level.inside, level.full, level.level, level.short.length]).toEqual([5, 3, 2, 0]);
});

test('single lines of paragraphs are found at the foot and at the head', () => {
  const { widows, orphans } = pageFigures(drawn('a a b b', 'c c c d', 'd d d e', 'e f f f', 'g g h h'));
  expect(orphans).toHaveLength(2);
  expect(widows).toHaveLength(1);
});

test('hyphens in a row and at page ends, and headings at the foot, are found', () => {
  const found = pageFigures(
    drawn('a a b b b', 'c- c- c- c- c', 'd d d # e', 'e e f f f-', 'f f g g g', 'h h i i i'),
  );
  expect(found.ladders).toHaveLength(1);
  expect(found.headings).toHaveLength(1);
  expect(found.hyphensAtEnds).toHaveLength(1);
});

test('white between text and notes is found', () => {
  const { gaps, inside } = pageFigures(
    drawn('a a b b b b', 'c c d d . n', 'e e . . . n', 'f f g g g g', 'h h i i i i'),
  );
  expect(inside).toBe(4);
  expect(gaps).toHaveLength(1);
});
