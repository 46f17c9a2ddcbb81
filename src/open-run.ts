import { RunBrowser } from './browser/run-browser.js';
import type { Progress, RunContext } from './context.js';

export interface RunOptions {
  /** Path of a Chrome or Chromium to use instead of Octavo's own. */
  readonly browser?: string | undefined;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/** Opens what the books of a run share. Close it when the run is over. */
export function openRun(options: RunOptions = {}): RunContext & { close(): Promise<void> } {
  const { OCTAVO_BROWSER, SOURCE_DATE_EPOCH } = process.env;
  const progress = options.progress ?? { step: () => undefined };
  const signal = options.signal ?? new AbortController().signal;
  const browser = new RunBrowser({
    named: options.browser ?? (OCTAVO_BROWSER || undefined),
    progress,
    signal,
  });
  return {
    signal,
    progress,
    ...(SOURCE_DATE_EPOCH ? { sourceDateEpoch: SOURCE_DATE_EPOCH } : {}),
    browser: () => browser.get(),
    close: () => browser.close(),
  };
}
