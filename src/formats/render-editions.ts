import { BrowserHung } from '../browser/in-time.js';
import { editionBefore } from '../config/edition-before.js';
import type { EditionConfig } from '../config/schema.js';
import type { Context } from '../context.js';
import type { Edition } from '../edition/edition.js';
import { typefacesFor } from '../fonts/typefaces.js';
import { EXIT, OctavoError } from '../report/errors.js';
import { nearestName } from '../report/nearest-name.js';
import type { Ahead } from './ahead.js';
import type { Format, FormatInput, FormatResult, OutputFile, PageStart } from './format.js';
import { FORMATS } from './index.js';

/** The files of one edition, and how long they took. */
export interface RenderedEdition {
  readonly edition: string;
  readonly files: readonly OutputFile[];
  /** Milliseconds. */
  readonly time: number;
}

/**
 * Renders the editions of a book that are asked for, and before each the one whose pages it needs to know.
 *
 * @param asked Names of editions; none for all.
 * @param ahead What was started while the texts were read.
 * @throws {OctavoError} `unknown-edition`
 */
export async function renderEditions(
  edition: Edition,
  asked: readonly string[],
  context: Context,
  ahead?: Ahead,
): Promise<RenderedEdition[]> {
  const { editions, slug } = edition.book;
  // Every format needs the fonts: one that is not there is told first, with its place.
  typefacesFor(edition.book.typography, edition.book.folder, edition.book.locate);
  const wanted = asked.length > 0 ? asked : Object.keys(editions);
  const pageStarts = new Map<string, readonly PageStart[]>();
  const pageCounts = new Map<string, number>();
  const rendered: RenderedEdition[] = [];
  for (const name of inOrder(editions, wanted)) {
    context.signal.throwIfAborted();
    context.progress.step(`${slug}: making ${name}`);
    const start = performance.now();
    const input = { edition, name, config: editions[name]!, pageStarts, pageCounts, ...(ahead && { ahead }) };
    const { files, pageStarts: starts } = await render(input, context);
    if (starts) pageStarts.set(name, starts);
    const pages = files.find((file) => file.pages !== undefined)?.pages;
    if (pages !== undefined) pageCounts.set(name, pages);
    if (wanted.includes(name)) rendered.push({ edition: name, files, time: performance.now() - start });
  }
  return rendered.sort((one, two) => wanted.indexOf(one.edition) - wanted.indexOf(two.edition));
}

function inOrder(editions: Readonly<Record<string, EditionConfig>>, wanted: readonly string[]): Set<string> {
  const order = new Set<string>();
  for (const name of wanted) {
    const config = editions[name];
    if (!config) throw unknownEdition(name, Object.keys(editions));
    const before = editionBefore(config);
    if (before !== undefined) order.add(before);
  }
  for (const name of wanted) order.add(name);
  return order;
}

function unknownEdition(name: string, names: readonly string[]): OctavoError {
  const meant = nearestName(name, names);
  return new OctavoError(
    {
      code: 'unknown-edition',
      reason: `The book has no edition “${name}”`,
      note: `${meant ? `Did you mean “${meant}”? ` : ''}It has: ${names.join(', ')}.`,
    },
    EXIT.usage,
  );
}

/**
 * Renders once, and once more if the browser died of it or was ended because it gave no answer, which a machine short
 * of memory brings about.
 *
 * @throws {OctavoError} `browser-failed`, with what was tried.
 */
async function render(input: FormatInput, context: Context): Promise<FormatResult> {
  const format = (await FORMATS[input.config.format]()) as Format;
  const attempt = async (): Promise<{ result: FormatResult } | { died: unknown }> => {
    let browser: Awaited<ReturnType<Context['browser']>> | undefined;
    const watching = {
      ...context,
      browser: async () => {
        browser = await context.browser();
        return browser;
      },
    };
    try {
      return { result: await format.render(input, watching) };
    } catch (error) {
      if (!browser || context.signal.aborted) throw error;
      // Its end may still be on its way to us.
      if (browser.connected && !(error instanceof BrowserHung)) throw error;
      return { died: error };
    }
  };
  const first = await attempt();
  if ('result' in first) return first.result;
  context.progress.step('Starting the browser again');
  const second = await attempt();
  if ('result' in second) return second.result;
  const why = (error: unknown) => (error instanceof BrowserHung ? error.message : 'the browser broke down');
  throw new OctavoError(
    {
      code: 'browser-failed',
      reason: `The edition “${input.name}” could not be printed: ${why(first.died)}; another was started, and ${why(second.died)}`,
      note: 'Close other programs, or make the edition of fewer chapters, to see whether memory is short; name another browser with --browser; run octavo doctor.',
    },
    EXIT.machine,
    { cause: second.died },
  );
}
