import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { clean } from './clean.js';
import { allText } from './intake/html/visible-text.js';
import { lostWords } from './testing/words.js';

/** A folder a case: `<rule>-<positive|negative|ambiguous>…/source.txt` (or `.md`, `.html`), `expected.md`, `log.json`. */
const FIXTURES = path.join(import.meta.dirname, 'fixtures');

for (const name of readdirSync(FIXTURES).sort()) {
  const folder = path.join(FIXTURES, name);
  const file = readdirSync(folder).find((one) => one.startsWith('source.'))!;
  const source = readFileSync(path.join(folder, file), 'utf8');
  const isPage = file.endsWith('.html');
  const run = () => clean({ name: file, text: source, form: isPage ? 'html' : 'text' });
  const words = isPage ? allText(fromHtml(source), source).value : source;
  const golden = (one: string, actual: string) => {
    if (process.env.UPDATE) writeFileSync(path.join(folder, one), actual);
    expect(actual).toBe(readFileSync(path.join(folder, one), 'utf8'));
  };

  describe(name, () => {
    test('becomes the expected Markdown, with the expected log', () => {
      const { markdown, log } = run();
      golden('expected.md', markdown);
      golden('log.json', `${JSON.stringify(log, null, 1)}\n`);
    });

    test('loses no word', () => {
      const { markdown, log } = run();
      // A word that was decoded wrongly is another word when it has been repaired.
      const decoded = log.changed
        .filter(({ rule }) => rule === 'encoding')
        .reduce((text, { before, after }) => text.replace(before, after), words);
      expect(
        lostWords(
          decoded,
          markdown,
          log.removed.map(({ text }) => text),
        ),
      ).toEqual([]);
    });

    test('stays as it is when it is cleaned again', () => {
      const { markdown } = run();
      const again = clean({ name: file.replace(/\.\w+$/, '.md'), text: markdown });
      expect(again.markdown).toBe(markdown);
      // Nothing is told twice.
      const { removed, changed, unplaced, warnings } = again.log;
      expect([removed, changed, unplaced, warnings]).toEqual([[], [], [], []]);
    });

    test('knows the source line of every word', () => {
      const { mapped, markdown } = run();
      const start = /^---\n[\s\S]*?\n---\n/.exec(markdown)?.[0].length ?? 0;
      for (const { 0: word, index } of markdown.matchAll(/\p{L}{4,}/gu)) {
        if (index < start || /:(?:page-)?$/.test(markdown.slice(index - 6, index))) continue;
        if (/^:::/.test(markdown.slice(markdown.lastIndexOf('\n', index) + 1))) continue;
        const origin = mapped.originAt(index);
        expect(source.slice(origin, origin + 1) || word[0]).toBe(word[0]);
      }
    });
  });
}
