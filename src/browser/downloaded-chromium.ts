import path from 'node:path';
import { Browser, computeExecutablePath, detectBrowserPlatform, install } from '@puppeteer/browsers';
import { PUPPETEER_REVISIONS } from 'puppeteer-core/internal/revisions.js';
import type { Executable, Fetching } from './executable.js';
import { wholeFolder } from './whole-folder.js';

const browser = Browser.CHROMEHEADLESSSHELL;
const buildId = PUPPETEER_REVISIONS['chrome-headless-shell'];

/** The Chrome that this version of Puppeteer was tested with, fetched at its first use. */
export async function downloadedChromium({ cache, progress }: Fetching): Promise<Executable> {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`there is no Chrome for ${process.platform} on ${process.arch}`);
  const folder = path.join(cache, `${browser}-${buildId}-${platform}`);
  await wholeFolder(folder, async (temporary) => {
    await install({
      cacheDir: temporary,
      browser,
      buildId,
      platform,
      downloadProgressCallback: (done, total) =>
        progress.step(`Downloading the browser (first run only): ${percent(done, total)}`),
    });
  });
  return {
    path: computeExecutablePath({ cacheDir: folder, browser, buildId, platform }),
    env: {},
    origin: `${browser} ${buildId}`,
  };
}

function percent(done: number, total: number): string {
  return `${total > 0 ? Math.floor((100 * done) / total) : 0} % of ${Math.round(total / 1e6)} MB`;
}
