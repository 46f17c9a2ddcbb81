import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@cantoo/fontkit';
import { grayscale, PDFDocument, type PDFFont, PDFHexString, type PDFPage } from '@cantoo/pdf-lib';
import { FAMILIES } from '../../../fonts/families.js';
import type { Plan } from '../impose/plan.js';
import { drawSheet, sheetSize } from './draw-sheet.js';
import type { Instructions } from './instructions.js';

/** A5 in points: two of these fit on any office paper. */
const PAGE = { width: 419.53, height: 595.28 };
const MARGIN = 42;
const MEASURE = PAGE.width - 2 * MARGIN;
const LABEL = 62;
const SIZE = 9.5;
const LEADING = 13.5;
/** So many sheets are drawn, two beside each other; those after them follow the same pattern and are listed. */
const DRAWN = 4;
const GAP = 10;

export interface InstructionsOrigin {
  /** Title of what is printed. */
  readonly title: string;
  /** Name of the imposed file. */
  readonly file: string;
  readonly language?: string;
  readonly date: Date;
}

interface Fonts {
  readonly roman: PDFFont;
  readonly bold: PDFFont;
}

/** Sets the instructions as a small PDF, with a picture of the first sheets and the pages of all. */
export async function instructionsPdf(
  instructions: Instructions,
  plan: Plan,
  origin: InstructionsOrigin,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  const fonts = { roman: await embed(document, 'roman'), bold: await embed(document, 'bold') };
  const set = new Set(fonts.roman.getCharacterSet());
  // A title in a script that the face lacks would be a row of empty boxes.
  const title = [...origin.title].every((character) => set.has(character.codePointAt(0)!))
    ? origin.title
    : origin.file;
  document.setTitle(`${instructions.title}: ${origin.title}`);
  document.setLanguage('en');
  document.setProducer('Octavo');
  document.setCreationDate(origin.date);
  document.setModificationDate(origin.date);

  const page = new Column(document, fonts);
  page.lines(instructions.title, { font: fonts.bold, size: 15, leading: 19 });
  page.lines(title, { leading: 15 });
  page.skip(8);
  for (const [label, value] of [...instructions.facts, ['File', origin.file] as const])
    page.labelled(label, value, fonts.bold);
  page.skip(8);
  instructions.steps.forEach((step, index) => {
    page.labelled(`${index + 1}`, step, fonts.bold, 16);
    page.skip(3);
  });
  page.skip(8);
  drawSheets(page, instructions, plan);

  const id = PDFHexString.of(
    createHash('sha256')
      .update(JSON.stringify([instructions, origin]))
      .digest('hex')
      .slice(0, 32),
  );
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  return { bytes: await document.save({ addDefaultPage: false }), pages: document.getPageCount() };
}

async function embed(document: PDFDocument, face: 'roman' | 'bold'): Promise<PDFFont> {
  const family = FAMILIES.find(({ name }) => name === 'Source Sans 3')!;
  const file = createRequire(import.meta.url).resolve(family.faces[face]);
  return document.embedFont(await readFile(file), { subset: true, customName: `OCTAVO+SourceSans3-${face}` });
}

function drawSheets(page: Column, { dummy }: Instructions, plan: Plan): void {
  const width = (MEASURE - 3 * GAP) / 4;
  const size = sheetSize(plan, width);
  const drawn = dummy.slice(0, DRAWN);
  page.keep(LEADING);
  page.lines('The first sheets, front and back as they are printed', { font: page.fonts.bold, size: 8.5 });
  for (let row = 0; row < drawn.length; row += 2) {
    page.draw(size.height + 22, (target, x, top) => {
      drawn.slice(row, row + 2).forEach(({ name }, beside) => {
        const { front, back } = plan.sheets[row + beside]!;
        const left = x + beside * 2 * (width + GAP);
        const y = top - size.height - 14;
        const label = { x: left, y: top - 10, size: 8, font: page.fonts.roman, color: grayscale(0) };
        target.drawText(`Sheet ${name}`, label);
        drawSheet(target, page.fonts.roman, plan, front, { x: left, y, ...size });
        drawSheet(target, page.fonts.roman, plan, back, { x: left + width + GAP, y, ...size });
      });
    });
  }
  if (dummy.length <= DRAWN) return;
  page.skip(4);
  page.lines('Pages of the sheets after these', { font: page.fonts.bold, size: 8.5 });
  const pages = (side: readonly (number | null)[]) => side.map((number) => number ?? '–').join('  ');
  for (const sheet of dummy.slice(DRAWN))
    page.labelled(
      `Sheet ${sheet.name}`,
      `front  ${pages(sheet.front)}     back  ${pages(sheet.back)}`,
      undefined,
    );
}

interface LineStyle {
  readonly font?: PDFFont;
  readonly size?: number;
  readonly leading?: number;
  readonly indent?: number;
}

/** Text that runs down a page and on to the next. */
class Column {
  private page: PDFPage;
  private top = PAGE.height - MARGIN;

  constructor(
    private readonly document: PDFDocument,
    readonly fonts: Fonts,
  ) {
    this.page = this.newPage();
  }

  skip(height: number): void {
    this.top -= height;
  }

  /** Goes on to the next page where less than `height` is left. */
  keep(height: number): void {
    if (this.top - height >= MARGIN) return;
    this.page = this.newPage();
  }

  draw(height: number, paint: (page: PDFPage, x: number, top: number) => void): void {
    this.keep(height);
    paint(this.page, MARGIN, this.top);
    this.top -= height;
  }

  lines(
    text: string,
    { font = this.fonts.roman, size = SIZE, leading = LEADING, indent = 0 }: LineStyle = {},
  ) {
    for (const line of wrap(text, font, size, MEASURE - indent)) {
      this.keep(leading);
      this.top -= leading;
      this.page.drawText(line, { x: MARGIN + indent, y: this.top, size, font, color: grayscale(0) });
    }
  }

  labelled(label: string, text: string, font = this.fonts.roman, indent = LABEL): void {
    this.keep(LEADING);
    this.page.drawText(label, { x: MARGIN, y: this.top - LEADING, size: SIZE, font, color: grayscale(0) });
    this.lines(text, { indent });
  }

  private newPage(): PDFPage {
    this.top = PAGE.height - MARGIN;
    return this.document.addPage([PAGE.width, PAGE.height]);
  }
}

function wrap(text: string, font: PDFFont, size: number, measure: number): string[] {
  const lines: string[] = [];
  let line = '';
  // Two spaces keep columns apart and stay.
  for (const word of text.split(/(?<! ) (?! )/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && font.widthOfTextAtSize(longer, size) > measure) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
