import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { RunBrowser } from './run-browser.js';

const steps: string[] = [];
const progress = { step: (text: string) => void steps.push(text) };
const open: RunBrowser[] = [];

function runBrowser(named?: string, signal = new AbortController().signal): RunBrowser {
  const browser = new RunBrowser({ named, progress, signal });
  open.push(browser);
  return browser;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((browser) => browser.close()));
});

test('starts one browser for all who ask, and prints with it', async () => {
  const run = runBrowser();
  const [one, two] = await Promise.all([run.get(), run.get()]);
  expect(one).toBe(two);
  expect(run.starts).toBe(1);
  const page = await one.newPage();
  await page.setContent('<p>Hello</p>');
  const pdf = await page.pdf();
  expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
});

test('is started once more after a crash, and not a third time', async () => {
  const run = runBrowser();
  const first = await run.get();
  first.process()!.kill('SIGKILL');
  await new Promise((resolve) => first.once('disconnected', resolve));
  const second = await run.get();
  expect(second).not.toBe(first);
  expect(await second.version()).toContain('Chrome');
  second.process()!.kill('SIGKILL');
  await new Promise((resolve) => second.once('disconnected', resolve));
  await expect(run.get()).rejects.toMatchObject({ details: [{ code: 'no-browser' }], exitCode: 3 });
});

test('a page that crashes fails those who wait for it', async () => {
  const browser = await runBrowser().get();
  const page = await browser.newPage();
  await expect(
    Promise.all([page.evaluate(() => new Promise(() => undefined)), page.goto('chrome://crash')]),
  ).rejects.toThrow();
});

test('opens no connection, not even to this machine', async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const page = await (await runBrowser().get()).newPage();
    await page.setContent(
      ['127.0.0.1', 'localhost', '[::1]'].map((host) => `<img src="http://${host}:${port}/">`).join(''),
    );
    expect(requests).toBe(0);
    await expect(page.goto(`http://127.0.0.1:${port}/`)).rejects.toThrow(/net::ERR/);
    expect(requests).toBe(0);
  } finally {
    server.close();
  }
});

test('ends when the run is stopped', async () => {
  const stop = new AbortController();
  const run = runBrowser(undefined, stop.signal);
  const browser = await run.get();
  const ended = new Promise((resolve) => browser.once('disconnected', resolve));
  stop.abort();
  await ended;
  await expect(run.get()).rejects.toThrow(/abort/i);
});

test('says what is wrong with a browser that was named', async () => {
  await expect(runBrowser('/nowhere/chrome').get()).rejects.toMatchObject({
    exitCode: 3,
    details: [{ code: 'no-browser', reason: expect.stringContaining('/nowhere/chrome') }],
  });
  await expect(runBrowser(process.execPath).get()).rejects.toMatchObject({
    exitCode: 3,
    details: [{ code: 'no-browser', reason: expect.stringContaining('did not start') }],
  });
});
