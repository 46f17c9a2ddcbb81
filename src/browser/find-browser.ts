import { access, constants } from 'node:fs/promises';
import { EXIT, OctavoError } from '../report/errors.js';
import { bundledChromium, canRunBundled } from './bundled-chromium.js';
import { downloadedChromium } from './downloaded-chromium.js';
import type { Executable, Fetching } from './executable.js';

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

/** The error for a machine without a browser that works. */
export function noBrowser(reason: string, cause: unknown): OctavoError {
  const detail = cause instanceof Error ? cause.message.trim() : String(cause);
  return new OctavoError(
    {
      code: 'no-browser',
      reason: `${reason}: ${detail}`,
      note: 'PDF pages are set by Chromium. Name a Chrome or Chromium of this machine with --browser PATH or OCTAVO_BROWSER, set OCTAVO_CACHE to a folder with 250 MB of room, and run octavo doctor to see what is missing.',
    },
    EXIT.machine,
    { cause },
  );
}
