import { describe, expect, test } from 'vitest';
import { IMPOSE_DEFAULTS, type ImposeOptions } from '../impose/options.js';
import { planImposition } from '../impose/plan.js';
import { pageTexts } from '../impose/testing/page-texts.js';
import { instructionLines, instructionsFor } from './instructions.js';
import { instructionsPdf } from './instructions-pdf.js';

const booklet: ImposeOptions = {
  ...IMPOSE_DEFAULTS,
  fold: 'booklet',
  trim: { width: 148, height: 210 },
  paper: { width: 210, height: 297 },
};
const linesOf = (pages: number, change: Partial<ImposeOptions> = {}) =>
  instructionLines(instructionsFor(planImposition(pages, { ...booklet, ...change }))).join('\n');
const origin = { title: 'Three Roads', file: 'three-roads-booklet.pdf', date: new Date('2024-05-01') };

describe('the instructions', () => {
  test('name paper, sheets, pages, blanks and the edge of the turn', () => {
    const lines = linesOf(22);
    expect(lines).toMatch(/Paper +A4, 6 sheets/);
    expect(lines).toMatch(/22 of A5, and 2 blank/);
    expect(lines).toMatch(/flip on the short edge/);
    expect(lines).toMatch(/page 2 must stand behind page 1/);
    expect(lines).toMatch(/Fold all 6 sheets together .* spine is on the left/);
    expect(lines).toMatch(/staple twice/);
  });

  test('follow the options', () => {
    expect(linesOf(22, { duplex: 'long-edge' })).toMatch(/flipped on the long edge/);
    expect(linesOf(22, { binding: 'right' })).toMatch(/spine is on the right/);
    expect(linesOf(64, { fold: 'signatures' })).toMatch(/Signatures +4 of 16 pages, 4 sheets each/);
    expect(linesOf(400)).toMatch(/100 are too many for one fold/);
    expect(linesOf(8, { fold: '2-up', stack: true })).toMatch(/beginning with the left one/);
    expect(linesOf(8, { paper: { width: 320, height: 450 } })).toMatch(/Trim head, foot and fore-edge/);
    expect(linesOf(1, { fold: '2-up' })).toMatch(/a blank page must stand behind page 1/);
  });

  test('list which page is where', () => {
    expect(instructionsFor(planImposition(8, booklet)).dummy).toEqual([
      { name: '1', front: [8, 1], back: [2, 7] },
      { name: '2', front: [6, 3], back: [4, 5] },
    ]);
  });
});

describe('the PDF of the instructions', async () => {
  const plan = planImposition(30, booklet);
  const instructions = instructionsFor(plan);
  const { bytes, pages } = await instructionsPdf(instructions, plan, origin);

  test('says them, and the pages of every sheet', async () => {
    const texts = await pageTexts(bytes);
    expect(texts).toHaveLength(pages);
    const all = texts.join(' ').replace(/\s+/g, '');
    for (const step of instructions.steps) expect(all).toContain(step.replace(/\s+/g, ''));
    expect(all).toContain('ThreeRoads');
    expect(all).toContain('Sheet8front1815back1617');
  });

  test('is the same, byte for byte, each time', async () => {
    const again = await instructionsPdf(instructions, plan, origin);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  test('gives the name of the file where the face lacks letters of the title', async () => {
    const { bytes } = await instructionsPdf(instructions, plan, { ...origin, title: '三つの道' });
    expect((await pageTexts(bytes))[0]).not.toContain('三');
  });
});
