import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testContext } from '../browser/testing/test-context.js';
import { pageTexts } from '../formats/packet/impose/testing/page-texts.js';
import { withEngine } from './engine-css.js';
import { pageGeometry } from './geometry.js';
import { Hyphenator } from './lines/hyphenator.js';
import { paginate, printPaginated } from './paginate.js';
import { stressBook } from './testing/stress-book.js';
import { testStyle } from './testing/test-style.js';
import type { Furnish, Layout } from './types.js';

const context = testContext();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'octavo-paginate-'));
});
afterAll(async () => {
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

const geometry = pageGeometry({
  width: 559.37,
  height: 793.7,
  top: 66,
  bottom: 80,
  inner: 64,
  outer: 55,
  size: 14.5,
  leading: 18.625,
});
const labels: Furnish = (layout) => ({
  heads: layout.pages.map(() => ''),
  folios: layout.pages.map(() => ''),
  fills: new Map(Array.from(layout.anchors, ([id, page]) => [id, layout.pages[page]!.label])),
});

/** Prints a book, its sections shared out among as many pages of the browser as are asked for. */
async function print(
  html: string,
  furnish: Furnish = labels,
  { portions = 1, hanging = true } = {},
): Promise<{ layout: Layout; texts: string[]; bytes: Uint8Array; printed: Uint8Array[] }> {
  const browser = await context.browser();
  const contexts = await Promise.all(Array.from({ length: portions }, () => browser.createBrowserContext()));
  try {
    const [opening, ...sections] = html.replace('</body></html>', '').split(/(?=<section )/);
    const share = Math.ceil(sections.length / portions);
    const pages = await Promise.all(
      contexts.map(async (one, k) => {
        const page = await one.newPage();
        await page.emulateMediaType('print');
        const file = path.join(folder, `book-${k}.html`);
        const own = sections.slice(k * share, (k + 1) * share).join('');
        await writeFile(file, withEngine(`${opening}${own}</body></html>`, geometry));
        await page.goto(pathToFileURL(file).href);
        return page;
      }),
    );
    const settings = { geometry, language: 'en', hyphenate: true, hanging };
    const { layout } = await paginate(pages, settings, new Hyphenator(), furnish);
    const printed = await Promise.all(pages.map(printPaginated));
    const texts = await Promise.all(printed.map(pageTexts));
    return { layout, texts: texts.flat(), bytes: printed[0]!, printed };
  } finally {
    await Promise.all(contexts.map((one) => one.close()));
  }
}

/** Letters alone: spaces and the hyphens at line ends are not the text's. */
const letters = (text: string) => text.replace(/<[^>]+>/g, '').replace(/[^\p{L}]/gu, '');

test('prints a book of everything as it was planned: nothing lost, notes on the pages of their calls', async () => {
  const { html, notes } = stressBook({
    chapters: 9,
    style: testStyle(createRequire(import.meta.url).resolve),
  });
  const { layout, texts } = await print(html);
  expect(texts.length).toBe(layout.pages.length);
  const pages = texts.map(letters);

  // Everything is there once: the same letters, and every paragraph's beginning and end on a page.
  const body = html.slice(html.indexOf('<body>')).replace(/<[^>]+>/g, '');
  const count = (text: string) => {
    const counts: Record<string, number> = {};
    for (const letter of text) counts[letter] = (counts[letter] ?? 0) + 1;
    return counts;
  };
  expect(count(pages.join(''))).toEqual(count(letters(body)));

  // The text runs on: no block begins on an earlier page than the one before it.
  const flow = html.slice(html.indexOf('id="c0"')).replace(/<aside[\s\S]*?<\/aside>/g, '');
  let reached = 0;
  for (const [, text] of flow.matchAll(/<(?:p|h[1-3]|li|dd|dt|td|code)[^>]*>([^<]{30,})/g)) {
    const start = letters(text!).slice(0, 24);
    const page = pages.findIndex((printed) => printed.includes(start));
    expect(page, `“${start}” is printed, and not before page ${reached}`).toBeGreaterThanOrEqual(reached);
    reached = page;
  }
  expect(reached).toBeGreaterThan(50);

  // Every note begins on the page of its call.
  let checked = 0;
  for (const [, id, text] of html.matchAll(
    /<aside class="note" id="([^"]+)"[^>]*><p><span[^>]*>\d+<\/span> ([^<]{10,})/g,
  )) {
    const start = letters(text!).slice(0, 24);
    const page = layout.spots.get(`call-${id}`)!.page;
    expect(layout.spots.get(id!)!.page).toBe(page);
    expect(pages[page], `note ${id} begins on page ${page}`).toContain(start);
    checked++;
  }
  expect(checked).toBe(notes);

  // Headings stand where the layout says, and the contents say the same.
  for (const [, id, text] of html.matchAll(/<h[123] id="(h[^"]+)">([^<]+)/g))
    expect(pages[layout.anchors.get(id!)!]).toContain(letters(text!));
  const contents = texts.slice(0, 2).join(' ');
  for (let c = 0; c < 9; c++)
    expect(contents).toMatch(
      new RegExp(`Chapter ${c + 1}\\s*${layout.pages[layout.anchors.get(`h${c}`)!]!.label}(?!\\d)`),
    );
  expect(layout.overflows).toEqual([]);
});

test('numbers front matter in roman, opens recto after a blank, and finds where pages begin in the text', async () => {
  const words = Array.from({ length: 2400 }, (_, k) => `word${k}`).join(' ');
  const section = (id: string, folios: string, text: string) =>
    `<section id="${id}" data-opening="recto" data-folios="${folios}" data-path="${id}.md"><h1 id="${id}-h">Title</h1><p>${text}</p></section>`;
  const html = `<!doctype html><html lang="en"><head><style>${testStyle(createRequire(import.meta.url).resolve)}</style></head><body>${section('front', 'roman', 'A short preface, no more than a line or two of it.')}${section('one', 'arabic', words)}</body></html>`;
  const { layout, texts } = await print(html);
  expect(layout.pages.slice(0, 4).map(({ label, kind, side }) => [label, kind, side])).toEqual([
    ['i', 'opener', 'recto'],
    ['ii', 'blank', 'verso'],
    ['1', 'opener', 'recto'],
    ['2', 'text', 'verso'],
  ]);
  expect(texts[1]).toBe('');
  const all = `Title${words}`.replace(/\s/g, '');
  layout.starts.slice(2).forEach((start, k) => {
    expect(start.section).toBe('one');
    const begin = all.slice(start.offset, start.offset + 12);
    expect(texts[k + 3]!.replace(/\s/g, '').startsWith(begin), `${begin} begins page ${start.label}`).toBe(
      true,
    );
  });
});

test.each([true, false])(
  'lets marks at line ends and beginnings stand out of the text: %s',
  async (hanging) => {
    // Every word ends with a mark or begins with one, so that every line does, whatever its breaks.
    const words = Array.from({ length: 700 }, (_, k) => (k % 2 ? 'nebenan,' : '\u201cFluss')).join(' ');
    const html = `<!doctype html><html lang="la"><head><style>${testStyle(createRequire(import.meta.url).resolve)}</style></head><body><section id="a" data-folios="arabic" data-path="a.md"><p style="text-indent:0">${words}</p></section></body></html>`;
    const { texts, bytes } = await print(html, labels, { hanging });
    expect(texts.join('').replace(/[^\p{L},\u201c]/gu, '')).toBe(words.replace(/[^\p{L},\u201c]/gu, ''));
    const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
    const { items } = await (await (await task.promise).getPage(1)).getTextContent();
    await task.destroy();
    const lines = new Map<number, { left: number; right: number; text: string }>();
    for (const item of items) {
      if (!('str' in item) || !item.str.trim()) continue;
      const [x, y] = [item.transform[4] as number, Math.round(item.transform[5])];
      const line = lines.get(y) ?? { left: x, right: 0, text: '' };
      lines.set(y, {
        left: Math.min(line.left, x),
        right: Math.max(line.right, x + item.width),
        text: line.text + item.str,
      });
    }
    const [inner, outer] = [geometry.margins.inner, geometry.margins.inner + geometry.measure].map(
      (px) => px * 0.75,
    ) as [number, number];
    const inside = [...lines.values()].slice(1, -1);
    expect(inside.length).toBeGreaterThan(20);
    const comma = inside.filter(({ text }) => text.trimEnd().endsWith(','));
    const quote = inside.filter(({ text }) => text.startsWith('\u201c'));
    expect(Math.min(comma.length, quote.length)).toBeGreaterThan(3);
    for (const { right } of comma) expect(right - outer).toBeCloseTo(hanging ? 1.9 : 0, 0);
    for (const { left } of quote) expect(left - inner).toBeCloseTo(hanging ? -2.7 : 0, 0);
  },
);

test('lays out an index when the other pages are known', async () => {
  const text = Array.from({ length: 900 }, (_, k) => `thing${k}`).join(' ');
  const html = `<!doctype html><html lang="en"><head><style>${testStyle(createRequire(import.meta.url).resolve)}</style></head><body><section id="a" data-folios="arabic" data-path="a.md"><p>${text} <span id="mark">here</span>.</p></section><section id="index" data-late data-folios="arabic" data-path=""><h1>Index</h1><p>here, <span data-fill="mark">0</span></p></section></body></html>`;
  const { layout, texts } = await print(html);
  expect(layout.pages.length).toBe(texts.length);
  expect(texts.at(-1)).toContain(`here, ${layout.pages[layout.anchors.get('mark')!]!.label}`);
});

test.each([
  ['after an even number of lines', ''],
  ['after an odd one', '<p>One line more.</p>'],
])('ends a page in coloured code below its last line, whatever element that ends in, %s', async (_, more) => {
  const code = Array.from(
    { length: 90 },
    (_, k) => `<span class="hljs-attr">key${k}:</span>\n  <span class="hljs-string">value${k}</span>\n`,
  ).join('');
  const html = `<!doctype html><html lang="en"><head><style>${testStyle(createRequire(import.meta.url).resolve)}</style></head><body><section id="a" data-folios="arabic" data-path="a.md"><p>A call.<a class="note-call" id="call-n" data-note="n" role="button">1</a></p>${more}<pre><code>${code}</code></pre><div class="notes"><aside class="note" id="n" role="article"><p><span class="note-label" role="group">1</span> Thenote.</p></aside></div></section></body></html>`;
  const { layout, texts, bytes } = await print(html);
  expect(texts.length).toBe(layout.pages.length);
  expect(texts.length).toBeGreaterThan(2);
  const lines = texts.flatMap((text) => text.match(/(?:key|value)\d+/g) ?? []);
  expect(lines).toEqual(Array.from({ length: 90 }, (_, k) => [`key${k}`, `value${k}`]).flat());

  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const placed = await Promise.all(
    texts.map(async (_, k) => {
      const { items } = await (await (await task.promise).getPage(k + 1)).getTextContent();
      return items.flatMap((item) =>
        'str' in item && item.str.trim()
          ? [{ text: item.str, x: item.transform[4], y: item.transform[5] }]
          : [],
      );
    }),
  );
  await task.destroy();
  const lowest = [...placed[0]!].sort((one, other) => one.y - other.y)[0]!;
  expect(lowest.text, 'nothing stands below the notes').toMatch(/Thenote|^1$/);
  // A line keeps its indent at the head of a page, too.
  const insets = new Set(placed.flat().flatMap(({ text, x }) => (/^value/.test(text) ? [x.toFixed(1)] : [])));
  expect(insets.size, 'recto and verso').toBeLessThanOrEqual(2);
});

test.each([18, 19, 20, 21, 22, 23])(
  'ends a page in code at its empty lines, after %i lines of text',
  async (before) => {
    const pair = (k: number) =>
      `<span class="hljs-attr">key${k}:</span> <span class="hljs-number">${k}</span>\n`;
    const code = Array.from({ length: 24 }, (_, k) => pair(k) + (k % 2 ? '\n' : '')).join('');
    const html = `<!doctype html><html lang="en"><head><style>${testStyle(createRequire(import.meta.url).resolve)}</style></head><body><section id="a" data-folios="arabic" data-path="a.md">${'<p>One line.</p>'.repeat(before)}<p>A call.<a class="note-call" id="call-n" data-note="n" role="button">1</a></p><pre><code>${code}</code></pre><div class="notes"><aside class="note" id="n" role="article"><p><span class="note-label" role="group">1</span> Thenote.</p></aside></div></section></body></html>`;
    const { layout, texts, bytes } = await print(html);
    expect(texts.length).toBe(layout.pages.length);
    expect(texts.flatMap((text) => text.match(/key\d+/g) ?? [])).toEqual(
      Array.from({ length: 24 }, (_, k) => `key${k}`),
    );
    const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
    const { items } = await (await (await task.promise).getPage(1)).getTextContent();
    await task.destroy();
    const written = items.flatMap((item) =>
      'str' in item && item.str.trim() ? [{ text: item.str, y: item.transform[5] }] : [],
    );
    const lowest = written.sort((one, other) => one.y - other.y)[0]!;
    expect(lowest.text, 'nothing stands below the notes').toMatch(/Thenote|^1$/);
  },
);

test('prints the same pages whether a book is laid out whole or in portions', async () => {
  const { html } = stressBook({
    chapters: 5,
    style: `${testStyle(createRequire(import.meta.url).resolve)}
@page :left { @top-left { content: counter(page, head); } } @page :right { @top-right { content: counter(page, head); } }`,
  });
  const furnish: Furnish = (layout) => ({
    ...labels(layout),
    heads: layout.pages.map(({ label }) => `p. ${label}`),
  });
  // Openings on whatever page comes next: a portion begins on a verso, too.
  const book = html.replaceAll('data-opening="recto"', 'data-opening="any"');
  const [whole, divided] = [await print(book, furnish), await print(book, furnish, { portions: 3 })];
  const said = ({ pages, anchors, starts, overflows }: Layout) => ({ pages, anchors, starts, overflows });
  expect(said(divided.layout)).toEqual(said(whole.layout));
  expect(await Promise.all(divided.printed.map(placesOf)).then((pages) => pages.flat())).toEqual(
    await placesOf(whole.printed[0]!),
  );
  const opensVerso = divided.layout.pages.filter(({ kind, side }) => kind === 'opener' && side === 'verso');
  expect(opensVerso.length).toBeGreaterThan(0);
});

/** Where every piece of text begins in its line on each page; Chromium sets feet on whole pixels of its own. */
async function placesOf(bytes: Uint8Array): Promise<string[][]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[][] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim() ? [`${item.str} ${item.transform[4].toFixed(1)}`] : [],
      ),
    );
  }
  await task.destroy();
  return pages;
}

test('divides a long table that has a caption, and repeats its head but not the caption', async () => {
  const rows = Array.from({ length: 90 }, (_, k) => `<tr><td>year${k}.</td><td>geese</td></tr>`).join('');
  const html = `<!doctype html><html lang="en"><head><style>${testStyle(createRequire(import.meta.url).resolve)}</style></head><body><section id="a" data-folios="arabic" data-path="a.md"><p>Before.</p><figure class="table"><figcaption>Caption</figcaption><table><thead><tr><th>Year</th><th>Geese</th></tr></thead><tbody>${rows}</tbody></table></figure><p>After.</p></section></body></html>`;
  const { layout, texts } = await print(html);
  expect(texts.length).toBe(layout.pages.length);
  expect(texts.length).toBeGreaterThan(2);
  expect(texts.flatMap((text) => text.match(/year\d+/g) ?? [])).toEqual(
    Array.from({ length: 90 }, (_, k) => `year${k}`),
  );
  expect(texts.map((text) => text.includes('Year'))).toEqual(texts.map(() => true));
  expect(texts.map((text) => text.includes('Caption'))).toEqual(texts.map((_, k) => k === 0));
});

test('a note before a paragraph stands on its page, and is no line of running text', async () => {
  const text = (count: number) => Array.from({ length: count }, (_, k) => `line${k}<br>`).join('');
  const of = (before: number) =>
    `<!doctype html><html lang="en"><head><style>${testStyle(createRequire(import.meta.url).resolve)}</style></head><body><section id="a" data-folios="arabic" data-path="a.md"><p>${text(before)}</p><div data-leads=""><p>Aside.</p></div><p id="b">${text(9)}</p></section></body></html>`;
  for (const before of [geometry.lines - 3, geometry.lines - 2, geometry.lines - 1, geometry.lines]) {
    const { layout, texts } = await print(of(before));
    expect(texts[layout.anchors.get('b')!]).toContain('Aside.');
    expect(layout.lines.flat()).toHaveLength(before + 9);
  }
});

test('goes on with a paragraph after pages that hold nothing but its notes, beside nothing', async () => {
  const words = (name: string, count: number) =>
    Array.from({ length: count }, (_, k) => `${name}${k}`).join(' ');
  const call = (n: string) => `<a class="note-call" id="call-${n}" data-note="${n}" role="button">${n}</a>`;
  const note = (n: string, count: number) =>
    `<aside class="note" id="${n}" role="article"><p><span class="note-label" role="group">${n}</span> ${words(`note${n}n`, count)}</p></aside>`;
  // The line of the second call must wait until the first note is done.
  const text = `${words('before', 60)}${call('x')} ${words('between', 14)}${call('y')} ${words('after', 400)}`;
  const html = `<!doctype html><html lang="en"><head><style>${testStyle(createRequire(import.meta.url).resolve)}</style></head><body><section id="a" data-folios="arabic" data-path="a.md"><ul><li>${text}</li></ul><div class="notes">${note('x', 1900)}${note('y', 30)}</div></section></body></html>`;
  const { layout, texts } = await print(html);
  expect(layout.pages.some(({ kind }) => kind === 'notes')).toBe(true);
  expect(texts.length).toBe(layout.pages.length);
  const all = texts.join(' ').replace(/-\s*/g, '');
  for (const [name, count] of Object.entries({
    before: 60,
    between: 14,
    after: 400,
    notexn: 1900,
    noteyn: 30,
  }))
    expect(new Set(all.match(new RegExp(`${name}\\d+`, 'g'))).size, name).toBe(count);
});

test('writes labels that pages give into the room of their placeholders: no column of a table gets another width', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, k) =>
      `<tr><td>row${k}a</td><td>${'word '.repeat(9)}<a class="note-call" id="c${k}" data-note="n${k}" data-fill="n${k}">999</a></td><td>${'some more words '.repeat(3)}</td></tr>`,
  ).join('');
  const notes = Array.from(
    { length: 30 },
    (_, k) => `<aside class="note" id="n${k}"><p>Note ${k}.</p></aside>`,
  );
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${testStyle(createRequire(import.meta.url).resolve)} table { width: auto; }</style></head><body><section id="s" data-opening="any"><h1>One</h1><table><tbody>${rows}</tbody></table><p id="last">After it.</p><div class="notes">${notes.join('')}</div></section></body></html>`;
  const { layout, texts } = await print(html, (laid) => ({
    ...labels(laid),
    fills: new Map(Array.from({ length: 30 }, (_, k) => [`n${k}`, k % 2 ? '' : 'iiiiiiii'] as const)),
  }));
  expect(texts).toHaveLength(layout.pages.length);
  for (let k = 0; k < 30; k++) expect(texts[layout.anchors.get(`c${k}`)!]).toContain(`row${k}a`);
  expect(texts.join('')).not.toContain('999');
});
