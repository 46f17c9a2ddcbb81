import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { clean } from '../clean.js';
import { reviewPage } from './review-page.js';

const PAGE = `<html><head><title>Kites</title></head><body>
<nav>Home</nav>
<h1>Kites &amp; strings</h1>
<p>Up it went.<a href="#n1">[1]</a> &lt;script&gt;document.title = 'hostile'&lt;/script&gt;</p>
<p>${'A long line. '.repeat(200)}</p>
<p id="n1">1. So they say.</p>
<div class="footer">Site foot</div>
</body></html>`;

const context = testContext();
let page: Page;
beforeAll(async () => {
  page = await (await context.browser()).newPage();
  await page.setViewport({ width: 1200, height: 500 });
  await page.setContent(reviewPage(clean({ name: 'kites.html', text: PAGE, form: 'html' })));
});
afterAll(() => context.close());

const textOf = (selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

describe('the review page', () => {
  test('shows both sides whole', async () => {
    const source = await page.$$eval('#source li > span', (lines) =>
      lines.map((line) => line.textContent).join('\n'),
    );
    expect(source).toBe(PAGE);
    expect(await textOf('#result')).toContain('# Kites & strings');
  });

  test('marks what is gone in the source and what is new in the result', async () => {
    const gone = await page.$$eval('#source del', (marks) => marks.map((mark) => mark.textContent).join(' '));
    expect(gone).toContain('Home');
    expect(gone).toContain('Site foot');
    expect(gone).not.toContain('A long line');
    const added = await page.$$eval('#result ins', (marks) =>
      marks.map((mark) => mark.textContent).join(' '),
    );
    expect(added).toContain('[^');
    expect(added).not.toContain('A long line');
  });

  test('leads from an entry of the log to both places', async () => {
    await page.click('#log li:last-child button');
    const here = await page.$$eval('.here', (elements) =>
      elements.map((element) => element.id || element.parentElement?.parentElement?.id),
    );
    expect(here[0]).toBe('s7');
    const isVisible = await page.$eval('#s7', (element) => {
      const box = element.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    });
    expect(isVisible).toBe(true);
  });

  test('leads from a line to its like on the other side', async () => {
    await page.click('#source li:nth-child(3) a');
    expect(await textOf('#result li.here')).toContain('Kites');
  });

  test('hides the kinds that are unticked, and goes on with the keyboard', async () => {
    await page.click('input[data-kind="removed"]');
    const visible = await page.$$eval('#log li', (rows) =>
      rows.filter((row) => !(row as HTMLElement).hidden).map((row) => row.getAttribute('data-kind')),
    );
    expect(visible).not.toContain('removed');
    await page.click('input[data-kind="removed"]');
    await page.keyboard.press('k');
    expect(await page.$$eval('#log li.here', (rows) => rows.length)).toBe(1);
  });

  test('runs nothing that the text contains', async () => {
    expect(await page.title()).toBe('Review: kites.html');
  });
});
