import type { Browser } from 'puppeteer-core';

/** A browser that was ended because it gave no answer. */
export class BrowserHung extends Error {
  constructor(
    /** What it was doing. */
    readonly turn: string,
    readonly seconds: number,
  ) {
    super(`the browser gave no answer within ${seconds} s while ${turn}`);
    this.name = 'BrowserHung';
  }
}

/**
 * Waits for an answer of the browser, and ends a browser that gives none: all that waits for it then fails, and the
 * next to ask for a browser is given another.
 *
 * @param turn What it is doing: “printing 350 pages”.
 * @throws {BrowserHung}
 */
export async function inTime<T>(
  browser: Browser,
  turn: string,
  milliseconds: number,
  answer: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // Not before it is gone: the next to ask would be given it again.
      const gone = () => reject(new BrowserHung(turn, Math.round(milliseconds / 100) / 10));
      browser.once('disconnected', gone);
      if (!browser.connected || !browser.process()?.kill('SIGKILL')) gone();
    }, milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
