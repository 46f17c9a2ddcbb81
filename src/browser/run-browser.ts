import type { Browser } from 'puppeteer-core';
import type { Progress } from '../context.js';
import { cacheFolder } from './cache-folder.js';

export interface RunBrowserOptions {
  /** Path of an executable to use instead of Octavo's own. */
  readonly named?: string | undefined;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** The one browser of a run: started at the first call, shared, started once more after a crash, always closed. */
export class RunBrowser {
  #current: Promise<Browser> | undefined;
  #starts = 0;

  constructor(private readonly options: RunBrowserOptions) {
    options.signal.addEventListener('abort', () => void this.close(), { once: true });
  }

  /** How often a browser was started. */
  get starts(): number {
    return this.#starts;
  }

  /** A browser that answers. @throws {OctavoError} `no-browser` when there is none. */
  async get(): Promise<Browser> {
    const { signal } = this.options;
    signal.throwIfAborted();
    const attempt = this.#current;
    if (attempt) {
      const browser = await attempt;
      if (browser.connected) return browser;
      // Of several callers that find it dead, the first has started the next one.
      if (this.#current !== attempt) return this.get();
    }
    if (this.#starts === 2) {
      const { noBrowser } = await import('./find-browser.js');
      throw noBrowser(
        'The browser broke down twice',
        new Error('the book may need more memory than there is'),
      );
    }
    this.#starts += 1;
    this.#current = this.#start();
    return this.#current;
  }

  async close(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    // A browser that did not start has told so to whoever asked for it.
    const browser = await current?.catch(() => undefined);
    await browser?.close();
  }

  async #start(): Promise<Browser> {
    const { named, progress, signal } = this.options;
    // What drives the browser is large, and many a run needs none.
    const [{ findBrowser }, { launchBrowser }] = await Promise.all([
      import('./find-browser.js'),
      import('./launch-browser.js'),
    ]);
    const executable = await findBrowser(named, { cache: cacheFolder(), progress, signal });
    signal.throwIfAborted();
    progress.step('Starting the browser');
    const browser = await launchBrowser(executable);
    endWithItsPages(browser);
    return browser;
  }
}

/** A page that crashes leaves its callers waiting; ending the whole browser makes them fail at once. */
function endWithItsPages(browser: Browser): void {
  browser.on('targetcreated', async (target) => {
    if (target.type() !== 'page') return;
    const page = await target.page();
    page?.on('error', () => browser.process()?.kill('SIGKILL'));
  });
}
