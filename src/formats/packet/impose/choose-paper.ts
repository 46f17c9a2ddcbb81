import { parseLength } from '../../../config/lengths.js';
import { PAPER_NAMES, PAPER_SIZES, type PaperName } from '../../../config/trim-sizes.js';
import { OctavoError } from '../../../report/errors.js';
import { nearestName } from '../../../report/nearest-name.js';
import { layOnPaper } from './lay-on-paper.js';
import { type ImposeOptions, type Size, usage } from './options.js';

/** What printers at home, at school and in a shop hold, the commonest first. */
const COMMON: readonly PaperName[] = ['a4', 'letter', 'a3', 'tabloid', 'sra3'];

/** Reads a name of the table of papers, or a size such as `320x450mm`. */
export function parsePaper(text: string): Size {
  const name = text.toLowerCase();
  if (name in PAPER_SIZES) return PAPER_SIZES[name as PaperName];
  const [, width, height, unit] = /^([\d.]+)\s*[x×]\s*([\d.]+)\s*(mm|cm|in|pt|px)$/.exec(name) ?? [];
  const size = { width: parseLength(`${width}${unit}`), height: parseLength(`${height}${unit}`) };
  if (size.width && size.height) return { width: size.width, height: size.height };
  const near = nearestName(name, PAPER_NAMES);
  throw usage(
    `Unexpected paper “${text}”`,
    `Give a size such as 320x450mm, or one of ${PAPER_NAMES.join(', ')}.${near ? ` Did you mean ${near}?` : ''}`,
  );
}

/** The first of the common papers that the pages fit on; where they fit on none, the largest, which says so. */
export function commonPaperFor(options: Omit<ImposeOptions, 'paper'>): Size {
  const columns = 2;
  const rows = options.fold === '4-up' ? 2 : 1;
  const fitting = COMMON.find((name) => {
    try {
      return layOnPaper({ ...options, paper: PAPER_SIZES[name] }, columns, rows);
    } catch (error) {
      if (error instanceof OctavoError) return false;
      throw error;
    }
  });
  return PAPER_SIZES[fitting ?? 'sra3'];
}
