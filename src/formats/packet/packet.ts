import type { PacketEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import { directionOf } from '../../edition/direction.js';
import type { Layout } from '../../paginate/types.js';
import type { Format, FormatInput, FormatResult, OutputFile } from '../format.js';
import { checkMargins } from '../pdf/check-margins.js';
import { checkPage } from '../pdf/check-page.js';
import { checkFold } from './check-fold.js';
import { type Imposed, imposePdf } from './impose/impose-pdf.js';
import { proveImposition } from './impose/unimpose-pdf.js';
import { imposeRequest } from './impose-options.js';
import { instructionsFor, MOST_NESTED } from './instructions/instructions.js';
import { instructionsPdf } from './instructions/instructions-pdf.js';
import { setPacket, settingOf } from './set-packet.js';
import { SOURCES } from './sources-page.js';

/**
 * A reading packet: cover sheet with contents, texts with their credits, sources; to be read page by page, and
 * imposed on sheets to print and fold.
 */
export const packet: Format<PacketEdition> = {
  async render(input: FormatInput<PacketEdition>, context: Context): Promise<FormatResult> {
    const { edition, name, config } = input;
    const { book } = edition;
    const direction = book.direction ?? directionOf(book.language);
    checkFold(input, imposeRequest(config, direction, 0)?.request, context);
    const setting = settingOf(config);
    checkPage(edition, name, setting, config.trim === undefined ? 'paper' : 'trim');
    checkMargins(edition, name, setting, context);
    const { bytes, layout, prepared } = await setPacket(edition, config, context);
    const stem = `${book.slug}-${name}`;
    const reading: OutputFile = {
      name: `${stem}.pdf`,
      bytes,
      pages: layout.pages.length,
      words: edition.sections.reduce((sum, { words }) => sum + words, 0),
      notes: prepared.notes.length,
    };
    const wanted = imposeRequest(config, direction, closingPages(config, layout));
    if (!wanted) return { files: [reading], pageStarts: layout.starts };

    context.progress.step(`${book.slug}: folding ${name}`);
    const imposed = await imposePdf({ bytes, path: reading.name }, wanted.request);
    await proveImposition(imposed.bytes, imposed);
    warnOfThickness(imposed, name, context);
    const file = `${stem}-${wanted.fold}.pdf`;
    const instructions = instructionsFor(imposed.plan);
    const origin = { title: book.title, file, date: context.date };
    const printing = await instructionsPdf(instructions, imposed.plan, origin);
    const { facts, steps } = instructions;
    return {
      files: [
        reading,
        {
          name: file,
          bytes: imposed.bytes,
          pages: 2 * imposed.plan.sheets.length,
          printing: { ...Object.fromEntries(facts), steps, readingSha256: imposed.readingHash },
        },
        { name: `${stem}-instructions.pdf`, bytes: printing.bytes, pages: printing.pages },
      ],
      pageStarts: layout.starts,
    };
  },
};

/** The sources close a packet that is folded: blanks that fill the sheets stand before them, not after. */
function closingPages({ fold }: PacketEdition, { pages }: Layout): number {
  if (fold !== 'booklet' && fold !== 'signatures') return 0;
  const first = pages.findIndex(({ section, kind }) => section === SOURCES && kind !== 'blank');
  const closes = first > 0 && pages.slice(first).every(({ section }) => section === SOURCES);
  return closes ? pages.length - first : 0;
}

function warnOfThickness({ plan }: Imposed, name: string, context: Context): void {
  if (plan.options.fold !== 'booklet' || plan.sheets.length <= MOST_NESTED) return;
  context.report.add({
    severity: 'warning',
    code: 'thick-booklet',
    reason: `The booklet “${name}” has ${plan.sheets.length} sheets, more than fold into one another`,
    note: 'Use “fold: signatures”, which are sewn, or make two packets of it.',
  });
}
