import { afterEach, expect, test } from 'vitest';
import { BrowserHung, inTime } from './in-time.js';
import { RunBrowser } from './run-browser.js';

const open: RunBrowser[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((browser) => browser.close()));
});

test('ends a browser whose page never answers, and another is there for the next', async () => {
  const run = new RunBrowser({
    named: process.env.OCTAVO_BROWSER,
    progress: { step: () => undefined },
    signal: new AbortController().signal,
  });
  open.push(run);
  const browser = await run.get();
  const page = await browser.newPage();
  const never = page.evaluate(() => {
    for (;;);
  });
  const ended = new Promise((resolve) => browser.once('disconnected', resolve));
  const error = await inTime(browser, 'counting for ever', 300, never).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BrowserHung);
  expect(error).toMatchObject({ message: 'the browser gave no answer within 0.3 s while counting for ever' });
  await ended;
  const second = await run.get();
  expect(second).not.toBe(browser);
  expect(await inTime(second, 'telling its version', 60_000, second.version())).toContain('Chrome');
});
