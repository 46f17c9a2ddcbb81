import type { Page } from 'puppeteer-core';

type Tools = Readonly<Record<string, (...values: never[]) => unknown>>;

/**
 * Runs a function inside the page, with pure functions as its tools. Function and tools go there as their source
 * text, so neither may use anything but its arguments and what a page has.
 */
export async function inPage<Argument, T extends Tools, Result>(
  page: Page,
  step: (argument: Argument, tools: T) => Result,
  argument: Argument,
  tools: T,
): Promise<Awaited<Result>> {
  const sources = Object.entries(tools).map(([name, tool]) => `${JSON.stringify(name)}: ${tool}`);
  const json = JSON.stringify(argument)?.replace(
    /\u2028|\u2029/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16)}`,
  );
  // A long argument is read several times as fast as JSON as it would be compiled as a script.
  const given = json && json.length > LONG ? `JSON.parse(${JSON.stringify(json)})` : json;
  return (await page.evaluate(`(${step})(${given}, {${sources.join(', ')}})`)) as Awaited<Result>;
}

const LONG = 10_000;
