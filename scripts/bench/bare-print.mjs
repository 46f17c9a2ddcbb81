// bare-print.mjs IN.html OUT.pdf: what Chromium alone needs to print a page, from its start to its end.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [input, output] = process.argv.slice(2);
const { openRun } = await import(
  pathToFileURL(path.resolve(import.meta.dirname, '../../lib/open-run.js')).href
);
const run = openRun();
try {
  const page = await (await run.browser()).newPage();
  await page.goto(pathToFileURL(input).href);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  writeFileSync(output, await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, timeout: 0 }));
} finally {
  await run.close();
}
