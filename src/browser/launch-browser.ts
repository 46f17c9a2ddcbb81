import puppeteer, { type Browser } from 'puppeteer-core';
import type { Executable } from './executable.js';
import { noBrowser } from './find-browser.js';

const ARGUMENTS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  // Glyphs at their true widths, whatever the machine's screen settings are.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--lang=en-GB',
  // Scripts that run once: compiling them a second time, on the cores that lay out, costs more than it saves, and so
  // does tidying a nursery of the usual single megabyte.
  '--js-flags=--no-opt,--min-semi-space-size=16',
  // closed: no name resolves, no proxy answers, and loopback is no exception.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=0.0.0.0:0',
  '--proxy-bypass-list=<-loopback>',
];

/**
 * Starts a browser that opens no network connection and sees the same clock zone and language everywhere.
 *
 * It runs in Chromium's sandbox, except as root, where Chromium has none, and where the system forbids one, as
 * most containers do.
 *
 * @throws {OctavoError} `no-browser` when it does not start.
 */
export async function launchBrowser(executable: Executable): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  try {
    return await launch(executable, isRoot ? ['--no-sandbox'] : []).catch((error: Error) => {
      if (isRoot || !/sandbox/i.test(error.message)) throw error;
      return launch(executable, ['--no-sandbox']);
    });
  } catch (error) {
    throw noBrowser(`The browser did not start (${executable.path}, ${executable.origin})`, error);
  }
}

function launch(executable: Executable, more: readonly string[]): Promise<Browser> {
  return puppeteer.launch({
    executablePath: executable.path,
    args: [...ARGUMENTS, ...more],
    env: { ...process.env, ...executable.env, TZ: 'UTC', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' },
    headless: 'shell',
    // Neither a first page that nobody asked for, nor a screen to emulate.
    waitForInitialPage: false,
    ignoreDefaultArgs: ['about:blank'],
    defaultViewport: null,
    // A pipe opens no port, and a browser whose parent is killed ends with it.
    pipe: true,
    timeout: 60_000,
    protocolTimeout: 600_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
