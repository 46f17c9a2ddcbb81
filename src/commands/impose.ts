import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { parseLength } from '../config/lengths.js';
import { shownPath } from '../config/shown-path.js';
import { commonPaperFor, parsePaper } from '../formats/packet/impose/choose-paper.js';
import { type ImposeRequest, imposePdf } from '../formats/packet/impose/impose-pdf.js';
import {
  IMPOSED_FOLDS,
  type ImposedFold,
  type ImposeOptions,
  usage,
} from '../formats/packet/impose/options.js';
import { parsePageRanges } from '../formats/packet/impose/page-range.js';
import { proveImposition, unimposePdf } from '../formats/packet/impose/unimpose-pdf.js';
import { instructionLines, instructionsFor } from '../formats/packet/instructions/instructions.js';
import { instructionsPdf } from '../formats/packet/instructions/instructions-pdf.js';
import { writeFiles } from '../output/write-files.js';
import { EXIT, OctavoError } from '../report/errors.js';
import type { Command } from './command.js';
import type { Session } from './session.js';

interface Given {
  readonly out?: string;
  readonly fold: ImposedFold;
  readonly paper?: string;
  readonly pages?: string;
  readonly signature: string;
  readonly creep: string;
  readonly gutter: string;
  readonly bleed: string;
  readonly duplex?: ImposeOptions['duplex'];
  readonly binding: ImposeOptions['binding'];
  readonly backCover?: boolean;
  readonly stack?: boolean;
  readonly marks: boolean;
  readonly instructions?: boolean;
  readonly undo?: boolean;
}

/** Lays the pages of any PDF on sheets to print and fold. */
export const impose: Command = {
  declare: (program) =>
    program
      .command('impose')
      .summary('lay the pages of a PDF on sheets to print and fold')
      .description(
        'Lays the pages of a PDF on sheets, at their final size, and proves that the folded sheets hold the same pages.',
      )
      .argument('<file>', 'a PDF')
      .option('-o, --out <file>', 'where to write; by default beside the PDF')
      .addOption(
        new Option('--fold <fold>', 'how the sheets are folded').choices(IMPOSED_FOLDS).default('booklet'),
      )
      .option('--paper <size>', 'the sheet: a4, letter, sra3, 320x450mm; by default the first that fits')
      .option('--pages <runs>', 'pages to take: 1-4,7,9-; by default all')
      .option('--signature <pages>', 'pages of a signature, or auto for the fewest blanks', 'auto')
      .option('--creep <length>', 'thickness of a leaf', '0.1mm')
      .option('--gutter <length>', 'white between two pages', '0mm')
      .option('--bleed <length>', 'how far the pages’ own bleed is kept', '0mm')
      .addOption(
        new Option('--duplex <edge>', 'the edge about which the printer turns the sheet').choices([
          'long-edge',
          'short-edge',
        ]),
      )
      .addOption(
        new Option('--binding <side>', 'side of the spine').choices(['left', 'right']).default('left'),
      )
      .option('--back-cover', 'the last page is a back cover: blanks go before it')
      .option('--stack', '2-up and 4-up: in order after the sheets are cut and stacked')
      .option('--no-marks', 'no crop and fold marks')
      .option('--instructions', 'write the instructions for printing as a PDF too')
      .option('--undo', 'turn a PDF that Octavo imposed back into its pages'),

  async run(session, args, options) {
    const given = options as unknown as Given;
    const file = path.resolve(session.cwd, String(args[0]));
    const shown = shownPath(file, session.cwd);
    const bytes = await readPdf(file, shown);
    const stem = file.replace(/\.pdf$/i, '');
    const out = path.resolve(session.cwd, given.out ?? `${stem}-${given.undo ? 'pages' : given.fold}.pdf`);
    if (out === file) throw usage(`${shown} would be written over itself`, 'Name another file with --out.');
    if (given.undo) {
      await writeFiles(new Map([[out, await unimposePdf(bytes, shown)]]));
      return wrote(session, [out]);
    }
    const imposed = await imposePdf(
      { bytes, path: shown, ...(given.pages ? { pages: parsePageRanges(given.pages) } : {}) },
      requestOf(given),
    );
    await proveImposition(imposed.bytes, imposed);
    const instructions = instructionsFor(imposed.plan);
    const files = new Map([[out, imposed.bytes]]);
    if (given.instructions) {
      const origin = { title: path.basename(stem), file: path.basename(out), date: imposed.date };
      const pdf = await instructionsPdf(instructions, imposed.plan, origin);
      files.set(out.replace(/(\.pdf)?$/i, '-instructions.pdf'), pdf.bytes);
    }
    await writeFiles(files);
    session.result('instructions', instructions);
    session.result('readingSha256', imposed.readingHash);
    for (const line of instructionLines(instructions)) session.say(line);
    return wrote(session, [...files.keys()]);
  },
};

function wrote(session: Session, files: readonly string[]) {
  session.result('files', files);
  for (const file of files) session.say(`Wrote ${shownPath(file, session.cwd)}`);
  return EXIT.fine;
}

function requestOf(given: Given): ImposeRequest {
  const lengthOf = (name: 'creep' | 'gutter' | 'bleed') => {
    const value = parseLength(given[name]);
    if (value !== undefined) return value;
    throw usage(`Unexpected --${name} ${given[name]}, expected a length such as 0.1mm or 0.01in`);
  };
  const signature = given.signature === 'auto' ? 'auto' : Number(given.signature);
  if (Number.isNaN(signature))
    throw usage(`Unexpected --signature ${given.signature}, expected a number of pages`);
  const paper = given.paper === undefined ? undefined : parsePaper(given.paper);
  const lengths = { creep: lengthOf('creep'), gutter: lengthOf('gutter'), bleed: lengthOf('bleed') };
  return (trim) => {
    const options: Omit<ImposeOptions, 'paper'> = {
      ...lengths,
      fold: given.fold,
      trim,
      signature,
      ...(given.duplex ? { duplex: given.duplex } : {}),
      binding: given.binding,
      closing: given.backCover ? 1 : 0,
      stack: given.stack ?? false,
      marks: given.marks,
    };
    return { ...options, paper: paper ?? commonPaperFor(options) };
  };
}

async function readPdf(file: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT'
        ? `There is no file ${shown}`
        : code === 'EISDIR'
          ? `${shown} is a folder`
          : `Cannot read ${shown}: ${message}`;
    const detail = { code: 'missing-file', reason, place: { path: shown }, note: 'Give a PDF file.' };
    throw new OctavoError(detail, EXIT.usage, { cause: error });
  }
}
