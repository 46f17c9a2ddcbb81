import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { CleaningLog } from '../../cleaning-log.js';
import { Metadata } from '../../metadata.js';
import { SourceText } from '../../source-text.js';
import { readHtml } from './read-html.js';
import { allText } from './visible-text.js';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');

function read(page: string) {
  const source = new SourceText('page.html', page);
  const log = new CleaningLog(source);
  const metadata = new Metadata();
  const text = readHtml(page, 'page.html', log, metadata);
  return { text, source, removed: log.report().removed, metadata };
}

const words = (text: string) =>
  (text.replace(/\]\([^)]*\)/g, ']').match(/\p{L}+/gu) ?? []).map((word) => word.toLowerCase()).sort();

for (const name of readdirSync(FIXTURES)) {
  const folder = path.join(FIXTURES, name);
  const page = readFileSync(path.join(folder, 'input.html'), 'utf8');

  test(`${name}: the page becomes the expected Markdown`, () => {
    const golden = path.join(folder, 'expected.md');
    const { text } = read(page);
    if (process.env.UPDATE) writeFileSync(golden, text.value);
    expect(text.value).toBe(readFileSync(golden, 'utf8'));
  });

  test(`${name}: every word of the page is in the Markdown or in the log`, () => {
    const { text, removed, metadata } = read(page);
    const all = words(allText(fromHtml(page), page).value);
    const markup = /:::verse|:::figure|:::|:page-mark|<\/?su[bp]>|\[\^[^\]]+\]/g;
    const found = words(
      [text.value.replace(markup, ' '), ...removed.map((row) => row.text), metadata.title ?? ''].join(' '),
    );
    expect(found.filter((word) => word !== 'a')).toEqual(
      // The alternative text of a picture is no word of the page, but stands in the Markdown.
      [...all, ...altWords(page)].sort().filter((word) => word !== 'a'),
    );
  });

  test(`${name}: every word knows its line`, () => {
    const { text, source } = read(page);
    const lines = page.split('\n');
    for (const match of text.value.matchAll(/\p{L}{4,}/gu)) {
      const { line } = source.placeAt(text.originAt(match.index));
      if (['verse', 'figure', 'page', 'mark'].includes(match[0])) continue;
      expect(lines[line - 1]).toContain(match[0]);
    }
  });
}

function altWords(page: string): string[] {
  return [...page.matchAll(/alt="([^"]*)"/g)].flatMap(([, alt]) => words(alt!));
}

test('a page without text is refused', () => {
  expect(() => read('<html><body><script>document.write("x")</script></body></html>')).toThrow(
    /has no text in it/,
  );
});

test('a page that nests without end is refused with its line', () => {
  expect(() => read(`<html><body>\n${'<b>'.repeat(5000)}x`)).toThrow(/nests more than/);
});

test('labels that restart stay apart', () => {
  const chapter = (n: number) =>
    `<p>Text<a href="#c${n}n1">1</a></p><p id="c${n}n1"><a href="#x">1</a> Note ${n}.</p>`;
  const { text } = read(`<html><body>${chapter(1)}${chapter(2)}</body></html>`);
  expect(text.value).toContain('Text[^1]');
  expect(text.value).toContain('Text[^1-2]');
  expect(text.value).toContain('[^1-2]: Note 2.');
});

test('text that looks like Markdown stays text', () => {
  const { text } = read('<p># not a heading</p><p>1. not a list</p><p>*not* [a](link) `code` &lt;b&gt;</p>');
  expect(text.value).toBe('\\# not a heading\n\n1\\. not a list\n\n\\*not\\* \\[a](link) \\`code\\` \\<b>\n');
});
