import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Command as Commander } from 'commander';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunContext } from '../context.js';
import { pageTexts } from '../formats/packet/impose/testing/page-texts.js';
import { readingPdf } from '../formats/packet/impose/testing/reading-pdf.js';
import { Report } from '../report/report.js';
import { impose } from './impose.js';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'octavo-impose-'));
  await writeFile(path.join(cwd, 'walks.pdf'), await readingPdf(6));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

async function run(...argv: string[]) {
  const said: string[] = [];
  const program = new Commander().exitOverride().configureOutput({ writeErr: () => undefined });
  let result: Promise<number> | undefined;
  impose.declare(program).action((file: string, options: Record<string, unknown>) => {
    const session = {
      cwd,
      run: {} as RunContext,
      report: new Report(),
      say: (line: string) => void said.push(line),
      write: () => undefined,
      show: () => undefined,
      result: () => undefined,
    };
    result = impose.run(session, [file], options);
  });
  program.parse(['impose', ...argv], { from: 'user' });
  return { code: await result, said };
}

test('writes the imposed file beside the PDF, and says how to print it', async () => {
  const { code, said } = await run('walks.pdf', '--instructions');
  expect(code).toBe(0);
  expect(said.join('\n')).toContain('A4, 2 sheets');
  expect(said.at(-2)).toBe('Wrote walks-booklet.pdf');
  expect((await readdir(cwd)).sort()).toEqual([
    'walks-booklet-instructions.pdf',
    'walks-booklet.pdf',
    'walks.pdf',
  ]);
  await run('walks-booklet.pdf', '--undo', '-o', 'back.pdf');
  const back = await pageTexts(await readFile(path.join(cwd, 'back.pdf')));
  expect(back).toEqual([1, 2, 3, 4, 5, 6].map((number) => `Page ${number}`));
});

test.each([
  [['walks.pdf', '--pages', '2-9'], 'There is no page 9: the file has 6 pages'],
  [['walks.pdf', '--pages', '3-2'], 'Unexpected pages “3-2”'],
  [['walks.pdf', '--creep=-0.1mm'], 'Unexpected creep of -0.1 mm'],
  [['walks.pdf', '--creep', 'thick'], 'Unexpected --creep thick'],
  [['walks.pdf', '--paper', 'a5'], 'Paper of 148 × 210 mm is too small'],
  [['walks.pdf', '--paper', 'ledgerish'], 'Unexpected paper “ledgerish”'],
  [['walks.pdf', '--signature', 'four'], 'Unexpected --signature four'],
  [['walks.pdf', '-o', 'walks.pdf'], 'written over itself'],
  [['away.pdf'], 'There is no file away.pdf'],
  [['.'], '. is a folder'],
])('%j is refused, and nothing is written', async (argv, message) => {
  await expect(run(...argv)).rejects.toThrow(message);
  await expect(run(...argv)).rejects.toMatchObject({ exitCode: 2 });
  expect(await readdir(cwd)).toEqual(['walks.pdf']);
});
