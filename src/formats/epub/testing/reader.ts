import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';

export interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Size of the type in per cent, as one who sees badly sets it. */
  readonly type?: number;
}

export const SCREENS: readonly Screen[] = [
  { name: 'phone', width: 360, height: 640, scale: 2 },
  { name: 'large-type', width: 360, height: 640, scale: 2, type: 190 },
  { name: 'e-ink', width: 600, height: 800, scale: 1 },
  { name: 'desktop', width: 1200, height: 800, scale: 1 },
];

export type Light = 'light' | 'dark';

const ORIGIN = 'https://reader.invalid/';
const FOLDER = path.dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'));
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

/** Day and night as a reader sets them: its own colours, which the book must take. */
const COLOURS = { light: ['#fff', '#000'], dark: ['#121212', '#ddd'] } as const;

/** An EPUB opened in foliate-js, the reader engine of Foliate and others, in our own Chromium. */
export class Reader {
  private constructor(private readonly page: Page) {}

  static async open(browser: Browser, epub: Uint8Array, screen: Screen, light: Light): Promise<Reader> {
    const page = await browser.newPage();
    await page.setViewport({ width: screen.width, height: screen.height, deviceScaleFactor: screen.scale });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: light }]);
    await page.setRequestInterception(true);
    page.on('request', (request) => void answer(request, epub));
    await page.goto(ORIGIN);
    const [background, ink] = COLOURS[light];
    await page.evaluate(
      async (css: string) => {
        await customElements.whenDefined('foliate-view');
        const view = document.createElement('foliate-view') as HTMLElement & {
          open(file: File): Promise<void>;
          renderer: HTMLElement & { setStyles(css: string): void };
          init(options: object): Promise<void>;
        };
        document.body.append(view);
        const bytes = await (await fetch('/book.epub')).blob();
        await view.open(new File([bytes], 'book.epub', { type: 'application/epub+zip' }));
        view.renderer.setStyles(css);
        await view.init({ showTextStart: false });
        (window as unknown as { view: unknown }).view = view;
      },
      `html { font-size: ${screen.type ?? 100}%; color-scheme: ${light}; background: ${background}; color: ${ink}; } a:link { color: ${light === 'dark' ? 'lightblue' : 'inherit'}; }`,
    );
    return new Reader(page);
  }

  /** Opens the book at a place, such as `chapter.xhtml#tides`. */
  async goTo(href: string): Promise<void> {
    await this.page.evaluate(async (target) => {
      const { view } = window as unknown as { view: { goTo(href: string): Promise<object | undefined> } };
      if (!(await view.goTo(target))) throw new Error(`The reader finds no ${target}`);
    }, `OEBPS/${href}`);
    await this.settle();
  }

  /** Turns the page. */
  async next(): Promise<void> {
    await this.page.evaluate(() =>
      (window as unknown as { view: { renderer: { next(): Promise<void> } } }).view.renderer.next(),
    );
    await this.settle();
  }

  async picture(): Promise<Uint8Array> {
    return this.page.screenshot({ type: 'png' });
  }

  /** What is wider than the box it stands in, in the file that is open: an element and its first words. */
  async overflowing(): Promise<string[]> {
    const found = await Promise.all(
      this.page.frames().map((frame) =>
        frame.evaluate(() => {
          if (!document.querySelector('body > section')) return [];
          const wide: string[] = [];
          for (const element of document.querySelectorAll<HTMLElement>('body *')) {
            const box = element.parentElement!.closest<HTMLElement>(
              'section, div, figure, li, dd, blockquote',
            );
            const isBlock = !/^(inline|contents|none)/.test(getComputedStyle(element).display);
            if (!box || !isBlock || element.closest('math, thead')) continue;
            // What goes on in the next column has a rectangle in each.
            const [own, room] = [element, box].map((one) =>
              Math.max(0, ...[...one.getClientRects()].map(({ width }) => width)),
            );
            const isWhole = element.getClientRects().length === 1;
            if (own! > room! + 2 || (isWhole && element.scrollWidth > own! + 2))
              wide.push(`${element.tagName} ${(element.textContent ?? '').trim().slice(0, 40)}`);
          }
          return wide;
        }),
      ),
    );
    return found.flat();
  }

  close(): Promise<void> {
    return this.page.close();
  }

  /** Waits until fonts and pictures of every open document are there and two frames are drawn. */
  private async settle(): Promise<void> {
    for (const frame of this.page.frames())
      await frame.evaluate(async () => {
        await document.fonts.ready;
        await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
  }
}

async function answer(request: HTTPRequest, epub: Uint8Array): Promise<void> {
  const url = request.url();
  if (!url.startsWith(ORIGIN)) return request.continue();
  const name = url.slice(ORIGIN.length);
  if (name === '') return request.respond({ contentType: 'text/html', body: PAGE });
  if (name === 'book.epub')
    return request.respond({ contentType: 'application/epub+zip', body: Buffer.from(epub) });
  return request.respond({
    contentType: TYPES[path.extname(name)] ?? 'application/octet-stream',
    body: readFileSync(path.join(FOLDER, name)),
  });
}

const PAGE = `<!doctype html><meta charset="utf-8"><style>
html, body { margin: 0; height: 100%; } foliate-view { display: block; width: 100%; height: 100%; }
@media (prefers-color-scheme: dark) { html { background: #121212; color: #ddd; } }
</style><script type="module" src="/view.js"></script><body></body>`;
