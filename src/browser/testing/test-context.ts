import type { Context } from '../../context.js';
import { Report } from '../../report/report.js';
import { RunBrowser } from '../run-browser.js';

/** A context for tests: a fixed date, no progress, and a browser that is started only if it is asked for. */
export function testContext(): Context & { close(): Promise<void> } {
  const progress = { step: () => undefined };
  const { signal } = new AbortController();
  const browser = new RunBrowser({ named: process.env.OCTAVO_BROWSER, progress, signal });
  return {
    date: new Date('2020-02-02T00:00:00Z'),
    report: new Report(),
    signal,
    progress,
    browser: () => browser.get(),
    close: () => browser.close(),
  };
}
