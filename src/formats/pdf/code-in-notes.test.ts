import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { printBook } from './testing/print-book.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
const steps: string[] = [];
const watched = { ...context, progress: { step: (text: string) => void steps.push(text) } };
afterAll(() => context.close());

const LISTING = Array.from({ length: 30 }, (_, k) =>
  k % 3 === 1
    ? `  const lamp${k} = lamps.find((lamp) => lamp.street === 'Ormer Street ${k}' && lamp.isLit);`
    : `${'  '.repeat(k % 4)}row${k};`,
);

test.each([0, 1, 2, 3, 4, 5])(
  'a listing in a note goes on overleaf as planned, indented, after %i more lines',
  async (more) => {
    const lines = LISTING.map((line) => `    ${line}`).join('\n');
    const before = Array.from({ length: 9 + more }, (_, k) => `Line ${k} of the text.`).join('\n\n');
    steps.length = 0;
    const { bytes } = await printBook(
      {
        markdown: `# One\n\n${before}\n\nHere.[^n]\n\nAfter it.\n\n[^n]: So:\n\n    \`\`\`\n${lines}\n    \`\`\`\n`,
      },
      { trim: 'a6' },
      watched,
    );
    expect(steps.filter((step) => /once more/.test(step))).toEqual([]);
    const { pages } = await readPdf(bytes);
    const rows = pages.map((page) => page.filter(({ text }) => /row\d+;/.test(text)));
    expect(rows.filter((found) => found.length > 0).length).toBeGreaterThan(1);
    // Each depth of the listing begins at one place, on whatever page: the lines at a page's head keep their indent.
    const depths = new Map<number, Set<number>>();
    for (const [number, found] of rows.entries())
      for (const { text, x } of found) {
        const depth = Number(/row(\d+)/.exec(text)![1]) % 4;
        const starts = depths.get(depth) ?? new Set();
        // Versos and rectos have other margins.
        depths.set(depth, starts.add(Math.round(number % 2 ? x + 1000 : x)));
      }
    for (const starts of depths.values()) expect([...starts].filter((x) => x > 1000).length).toBeLessThan(2);
    for (const starts of depths.values()) expect([...starts].filter((x) => x < 1000).length).toBeLessThan(2);
  },
);
