import type { PageGeometry } from '../../../paginate/types.js';
import type { PdfFile } from '../file/pdf-file.js';
import type { DigitsFont } from '../margin/digits-font.js';
import type { LineNumber, MarginRule, PageMargin } from '../margin/margin-plan.js';
import { number } from './page-boxes.js';

export interface Margins {
  readonly pages: readonly PageMargin[];
  readonly geometry: Pick<PageGeometry, 'sheet' | 'size' | 'leading'>;
  /** Needed where lines have numbers. */
  readonly font?: DigitsFont;
}

const POINT = 72 / 96;
/** Size of the numbers, as a part of that of the text. */
const SMALLER = 0.72;
/** Rules are thin but hold in any press, and grey enough to write over. */
const THIN = 0.25;
const GREY = 0.55;
const FONT = 'OctavoDigits';

/** Paints what stands in the outer margins, as decoration: it is no text of the book. */
export function setMargins(file: PdfFile, pages: readonly number[], margins: Margins): void {
  const font = margins.font && embed(file, margins.font);
  pages.forEach((page, index) => {
    const { numbers, rules } = margins.pages[index] ?? { numbers: [], rules: [] };
    if (numbers.length + rules.length === 0) return;
    const { height } = margins.geometry.sheet;
    const operators = [
      ...rulesOf(rules, height),
      ...(margins.font ? numbersOf(numbers, margins, margins.font) : []),
    ];
    const stream = file.addStream('', Buffer.from(`/Artifact BMC q ${operators.join(' ')} Q EMC\n`));
    // What is added comes first: what Chromium draws leaves its own scale behind.
    let text = file.text(page).replace(/\/Contents \[?([^\]/>]+)\]?/, `/Contents [${stream} 0 R $1]`);
    if (font && numbers.length > 0) text = withFont(text, font);
    file.set(page, text);
  });
}

function rulesOf(rules: readonly MarginRule[], height: number): string[] {
  if (rules.length === 0) return [];
  const at = (x: number, y: number) => `${number(x * POINT)} ${number((height - y) * POINT)}`;
  return [`${GREY} G ${THIN} w`, ...rules.map(({ y, from, to }) => `${at(from, y)} m ${at(to, y)} l`), 'S'];
}

function numbersOf(numbers: readonly LineNumber[], { geometry }: Margins, font: DigitsFont): string[] {
  const size = geometry.size * SMALLER;
  // The base line of the text: its content box in the middle of the line.
  const baseline = geometry.leading / 2 + ((font.ascent + font.descent) / 2000) * geometry.size;
  return numbers.flatMap(({ number: value, top, x, align }) => {
    const digits = String(value);
    const width = [...digits].reduce((sum, digit) => sum + (font.widths[Number(digit)]! * size) / 1000, 0);
    const left = align === 'left' ? x : x - width;
    const y = geometry.sheet.height - top - baseline;
    return [
      `0 g BT /${FONT} ${number(size * POINT)} Tf ${number(left * POINT)} ${number(y * POINT)} Td (${digits}) Tj ET`,
    ];
  });
}

function embed(file: PdfFile, font: DigitsFont): number {
  const data = file.addStream(`/Length1 ${font.sfnt.length}`, font.sfnt);
  const name = `OCTAVO+${font.name}-Digits`;
  const descriptor = file.add(
    `<</Type /FontDescriptor /FontName /${name} /Flags 32 /FontBBox [${font.box.join(' ')}] /ItalicAngle 0 ` +
      `/Ascent ${font.ascent} /Descent ${font.descent} /CapHeight ${font.ascent} /StemV 80 /FontFile2 ${data} 0 R>>`,
  );
  return file.add(
    `<</Type /Font /Subtype /TrueType /BaseFont /${name} /FirstChar 48 /LastChar 57 ` +
      `/Widths [${font.widths.join(' ')}] /Encoding /WinAnsiEncoding /FontDescriptor ${descriptor} 0 R>>`,
  );
}

function withFont(page: string, font: number): string {
  const entry = `/${FONT} ${font} 0 R`;
  return /\/Font <</.test(page)
    ? page.replace('/Font <<', `/Font <<${entry} `)
    : page.replace('/Resources <<', `/Resources <</Font <<${entry}>> `);
}
