import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';

/** One thing that Ace, the checker of the DAISY Consortium, holds against an EPUB. */
export interface Violation {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

interface AceRunner {
  readonly concurrency: number;
  launch(): Promise<void>;
  close(): Promise<void>;
  setTimeout(): void;
  run(url: string, scripts: readonly string[], contents: readonly string[]): Promise<unknown>;
}
type Ace = (epub: string, options: object, runner: AceRunner) => Promise<[string, AceReport]>;
interface AceReport {
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'dct:title': string };
      readonly 'earl:result': { readonly 'dct:description': string };
    }[];
  }[];
}

const require = createRequire(import.meta.url);

/** Judges an EPUB by Ace, in our own browser. */
export async function violationsOf(epub: Uint8Array, browser: Browser): Promise<Violation[]> {
  const ace = require('@daisy/ace-core') as Ace;
  const logger = require('@daisy/ace-logger') as { initLogger(options: object): void };
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-ace-'));
  try {
    logger.initLogger({ silent: true, fileName: path.join(folder, 'ace.log') });
    const file = path.join(folder, 'book.epub');
    writeFileSync(file, epub);
    const options = { cwd: folder, outdir: path.join(folder, 'out'), tmpdir: path.join(folder, 'tmp') };
    const [, report] = await ace(file, options, runnerIn(browser));
    return report.assertions.flatMap(({ 'earl:testSubject': { url }, assertions }) =>
      assertions.map((assertion) => ({
        file: url,
        rule: assertion['earl:test']['dct:title'],
        message: assertion['earl:result']['dct:description'],
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runnerIn(browser: Browser): AceRunner {
  const nothing = () => Promise.resolve();
  return {
    concurrency: 2,
    launch: nothing,
    close: nothing,
    setTimeout: () => undefined,
    async run(url, scripts, contents) {
      const page = await browser.newPage();
      try {
        await page.goto(url.startsWith('file:') ? url : `file://${fileURLToPath(url)}`);
        for (const content of [...contents, ...scripts.map((script) => readFileSync(script, 'utf8'))])
          await page.evaluate(content);
        return await page.evaluate(
          `new Promise((resolve, reject) => window.daisy.ace.run((error, result) => (error ? reject(error) : resolve(result))))`,
        );
      } finally {
        await page.close();
      }
    },
  };
}
