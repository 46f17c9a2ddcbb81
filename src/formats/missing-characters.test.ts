import { expect, test } from 'vitest';
import { editionOf } from '../edition/testing/edition-of.js';
import { Report } from '../report/report.js';
import { reportMissingCharacters } from './missing-characters.js';

test('names the characters without a font, their place, a free font that has them, and what to write', async () => {
  const { edition } = await editionOf({ markdown: '# One\n\nWords.\n\nThe river, النهر, flows.\n' });
  const report = new Report();
  reportMissingCharacters(
    edition,
    [...'النهر'].map((letter) => letter.codePointAt(0)!),
    report,
  );
  const [message] = report.messages;
  expect(report.messages).toHaveLength(1);
  expect(message!.reason).toMatch(
    /^No font of the book has the \d Arabic characters “.”, “.”, “.” and others$/,
  );
  expect(message!.place).toEqual({ path: 'chapter.md', line: 5, column: 12 });
  expect(message!.note).toContain('such as Amiri, which is free (OFL)');
  expect(message!.note).toContain(
    '`typography: { fonts: [{ name: Amiri, roman: fonts/Amiri-Regular.ttf }] }`',
  );
});

test('says it once, however many editions lack it', async () => {
  const { edition } = await editionOf({ markdown: '# One\n\nA 字.' });
  const report = new Report();
  for (let i = 0; i < 3; i++) reportMissingCharacters(edition, [0x5b57], report);
  expect(report.messages).toHaveLength(1);
});
