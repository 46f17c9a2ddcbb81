import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { editionOf } from './testing/edition-of.js';

test('one text becomes one section with its notes and contents', async () => {
  const { edition, report } = await editionOf({
    markdown: '# The Pond\n\nA kite[^a] flew.\n\n## *Red* Sky[^b]\n\nEnd.\n\n[^a]: A toy.\n[^b]: At night.\n',
  });
  expect(report.messages).toEqual([]);
  const [section] = edition.sections;
  expect(section).toMatchObject({ id: 'the-pond', kind: 'chapter', title: { text: 'The Pond' }, words: 12 });
  expect(section!.notes.map(({ id, label, calls }) => ({ id, label, calls }))).toEqual([
    { id: 'the-pond-note-1', label: '1', calls: ['the-pond-call-1'] },
    { id: 'the-pond-note-2', label: '2', calls: ['the-pond-call-2'] },
  ]);
  expect(edition.contents).toMatchObject([
    { id: 'the-pond-title', level: 1, children: [{ id: 'red-sky', level: 2, title: { text: 'Red Sky' } }] },
  ]);
  expect(toHtml(section!.content)).toContain('href="#the-pond-note-1"');
});

test('what has no call or no note is printed at the end', async () => {
  const { edition } = await editionOf({ markdown: '# One\n\nText.\n\n[^x]: Nobody calls.\n' });
  expect(toHtml(edition.sections[0]!.content)).toContain(
    '<section class="unplaced-notes"><h2 id="one-unplaced-notes">Unplaced notes</h2><ol><li><p>[x] Nobody calls.</p></li></ol></section>',
  );
  expect(edition.sections[0]!.notes).toEqual([]);
});
