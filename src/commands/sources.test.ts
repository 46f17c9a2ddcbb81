import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type ReadPdf, readPdf } from '../formats/pdf/testing/read-pdf.js';
import { folderWith, octavo } from './testing/octavo.js';

const root = path.resolve(import.meta.dirname, '../..');

/** The words of a page that stand in one line with a link, as one string. */
function lineAt({ pages }: ReadPdf, page: number, top: number): string {
  const baseline = Math.max(...pages[page]!.map(({ y }) => y).filter((y) => y < top - 2));
  return pages[page]!.filter(({ y }) => Math.abs(y - baseline) < 2)
    .sort((a, b) => a.x - b.x)
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** What stands lowest on a page. */
function footOf({ pages }: ReadPdf, page: number): string {
  const pieces = pages[page]!.filter(({ text }) => text.trim() !== '');
  const lowest = Math.min(...pieces.map(({ y }) => y));
  return pieces
    .filter(({ y }) => y < lowest + 2)
    .map(({ text }) => text.trim())
    .join('');
}

test.each([
  ['handbook', 'print', 25],
  ['packet', 'reading', 3],
])('the contents of %s (%s) give, for every entry, the folio of its page', async (book, edition, least) => {
  const out = folderWith({});
  const ran = await octavo(['build', `sources/${book}`, '-e', edition, '--out', out, '--json'], {
    cwd: root,
  });
  expect(ran).toMatchObject({ code: 0 });
  const [file] = JSON.parse(ran.out).books[0].files as { path: string }[];
  const read = await readPdf(Uint8Array.from(readFileSync(path.resolve(root, file!.path))));
  const labels = read.labels!;
  const first = read.links.find(({ target }) => target !== undefined)!.page;
  const folios = new Map<number, Set<string>>();
  const after = Math.min(...read.outline.map(({ page }) => page).filter((page) => page > first));
  for (const { page, top, target } of read.links) {
    if (target === undefined || page >= after) continue;
    const line = lineAt(read, page, top);
    // A link has an empty piece on the page before, where a page ends above it: only the page’s own folio is below.
    if (line === labels[page]) continue;
    const folio = /(?:^|[\s.])([ivxlc]+|\d+)$/.exec(line)?.[1];
    // A long entry has its folio on its last line only.
    if (folio) folios.set(target, (folios.get(target) ?? new Set()).add(folio));
  }
  let printed = 0;
  for (const [page, found] of folios) {
    expect([page, [...found]]).toEqual([page, [labels[page]]]);
    // A mark of the source’s page may stand beside the folio; the page of a part has none.
    const foot = footOf(read, page).replace(/ \[\w+\]$/, '');
    if (!/^(?:[ivxlc]+|\d+)$/.test(foot)) continue;
    expect([page, foot]).toEqual([page, labels[page]]);
    printed += 1;
  }
  expect(folios.size).toBeGreaterThanOrEqual(least);
  expect(printed).toBeGreaterThan(0.8 * folios.size);
});
