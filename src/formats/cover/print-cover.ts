import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from '../../context.js';

/** Prints the one page of a cover. Text too long for its place is set smaller, never cut. */
export async function printCover(html: string, context: Pick<Context, 'browser'>): Promise<Uint8Array> {
  const browser = await context.browser();
  const page = await browser.newPage();
  // Fonts are files, which a page without an address may not read.
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-cover-'));
  try {
    const file = path.join(folder, 'cover.html');
    await writeFile(file, html);
    await page.emulateMediaType('print');
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.evaluate(fitText);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  } finally {
    await page.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs in the page. */
function fitText(): void {
  const shrink = (element: HTMLElement, isTooLarge: () => boolean) => {
    let size = Number.parseFloat(getComputedStyle(element).fontSize);
    for (; isTooLarge() && size > 4; size *= 0.96) element.style.fontSize = `${size}px`;
  };
  for (const element of document.querySelectorAll<HTMLElement>('.fit'))
    shrink(
      element,
      () => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1,
    );
  for (const element of document.querySelectorAll<HTMLElement>('.fit-line'))
    shrink(element, () => element.scrollWidth > element.clientWidth + 1);
}
