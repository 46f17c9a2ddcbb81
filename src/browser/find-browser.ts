import { access, constants } from 'node:fs/promises';
import { bundledChromium, canRunBundled } from './bundled-chromium.js';
import { downloadedChromium } from './downloaded-chromium.js';
import type { Executable, Fetching } from './executable.js';
import { noBrowser } from './no-browser.js';

/**
 * The browser to use: the one named, else the one that came with npm, else one downloaded.
 *
 * @param named Path of an executable, from `--browser` or `OCTAVO_BROWSER`.
 * @throws {OctavoError} `no-browser`, with what was tried.
 */
export async function findBrowser(named: string | undefined, fetching: Fetching): Promise<Executable> {
  if (named) return namedBrowser(named);
  const [what, get] = canRunBundled()
    ? (['unpack the Chromium of @sparticuz/chromium', bundledChromium] as const)
    : (['download chrome-headless-shell', downloadedChromium] as const);
  try {
    return await get(fetching);
  } catch (error) {
    fetching.signal.throwIfAborted();
    throw noBrowser(`Could not ${what} into ${fetching.cache}`, error);
  }
}

async function namedBrowser(file: string): Promise<Executable> {
  try {
    await access(file, constants.X_OK);
  } catch (error) {
    throw noBrowser(`The browser ${file} does not exist or cannot be run`, error);
  }
  return { path: file, env: {}, origin: 'named by --browser or OCTAVO_BROWSER' };
}
