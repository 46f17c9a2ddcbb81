import { createHash } from 'node:crypto';
import { PDFDict, type PDFDocument, PDFHeader, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { POINTS_PER_MM } from '../../../config/lengths.js';
import { fingerprintPages } from './fingerprint.js';
import { flattenAnnotations } from './flatten-annotations.js';
import { loadPdf } from './load-pdf.js';
import { MARK_WIDTH } from './marks.js';
import { operands, rounded } from './matrix.js';
import type { ImposeOptions } from './options.js';
import { type PageForm, pageForm } from './page-forms.js';
import { type PageRange, selectPages } from './page-range.js';
import { type Plan, planImposition, type Side } from './plan.js';
import { writeRecord } from './record.js';
import { deleteUnreachable } from './unreachable.js';

export interface ReadingPdf {
  readonly bytes: Uint8Array;
  /** Path as messages name it. */
  readonly path: string;
  /** Pages to take, in this order; all by default. */
  readonly pages?: readonly PageRange[];
}

export interface Imposed {
  readonly bytes: Uint8Array;
  readonly plan: Plan;
  /** SHA-256 of the reading PDF. */
  readonly readingHash: string;
  /** What the pages that were laid out were made of, for the proof. */
  readonly fingerprints: readonly string[];
  /** When the reading PDF was made. */
  readonly date: Date;
}

/** The options of an imposition before the pages are known: `trim` and `paper` may follow from the pages. */
export type ImposeRequest = (trim: { width: number; height: number }) => ImposeOptions;

/**
 * Lays the pages of a PDF on sheets, at their final size.
 *
 * The pages are made into forms inside their own document, so that nothing is copied and nothing unpacked; what
 * only a reader on screen needs (outline, links, tags) is left out.
 */
export async function imposePdf(reading: ReadingPdf, request: ImposeRequest): Promise<Imposed> {
  const document = await loadPdf(reading.bytes, reading.path);
  const readingHash = createHash('sha256').update(reading.bytes).digest('hex');
  const all = document.getPages();
  const pages = reading.pages
    ? selectPages(reading.pages, all.length).map((number) => all[number - 1]!)
    : all;
  for (const page of pages) flattenAnnotations(document, page);
  const date = document.getCreationDate() ?? new Date(0);
  const fingerprints = fingerprintPages(document, pages);
  const forms = pages.map((page) => pageForm(document, page));
  const largest = {
    width: Math.max(...forms.map((form) => form.width)) / POINTS_PER_MM,
    height: Math.max(...forms.map((form) => form.height)) / POINTS_PER_MM,
  };
  const plan = planImposition(forms.length, request(largest));

  keepForPrint(document, plan);
  writeSheets(document, plan, forms);
  writeInformation(document);
  writeRecord(document, plan, readingHash);
  deleteUnreachable(document);
  writeIdentity(document, readingHash, plan);
  const bytes = await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  return { bytes, plan, readingHash, fingerprints, date };
}

function writeSheets(document: PDFDocument, plan: Plan, forms: readonly PageForm[]): void {
  const { context } = document;
  const root = context.nextRef();
  const sides = plan.sheets.flatMap(({ front, back }) => [front, back]);
  const kids = sides.map((side) => {
    const { operators, forms: used } = sideContent(side, forms);
    return context.register(
      context.obj({
        Type: 'Page',
        Parent: root,
        MediaBox: [0, 0, plan.paper.width, plan.paper.height].map(rounded),
        TrimBox: [
          side.trim.x,
          side.trim.y,
          side.trim.x + side.trim.width,
          side.trim.y + side.trim.height,
        ].map(rounded),
        Resources: { XObject: used },
        // So few operators take longer to pack than to write.
        Contents: context.register(context.stream(operators)),
      }),
    );
  });
  context.assign(root, context.obj({ Type: 'Pages', Kids: kids, Count: kids.length }));
  document.catalog.set(PDFName.of('Pages'), root);
}

function sideContent(side: Side, forms: readonly PageForm[]) {
  const lines: string[] = [];
  const used: Record<string, PageForm['ref']> = {};
  for (const { page, trim, clip, turned } of side.places) {
    if (page === null) continue;
    const form = forms[page - 1]!;
    // A page smaller than the others stands in the middle of its place.
    const x = trim.x + (trim.width - form.width) / 2;
    const y = trim.y + (trim.height - form.height) / 2;
    lines.push(
      'q',
      `${operands(clip.x, clip.y, clip.width, clip.height)} re W n`,
      turned
        ? `${operands(-1, 0, 0, -1, x + form.width, y + form.height)} cm`
        : `${operands(1, 0, 0, 1, x, y)} cm`,
    );
    lines.push(`/P${page} Do`, 'Q');
    used[`P${page}`] = form.ref;
  }
  lines.push(...markOperators(side));
  return { operators: lines.join('\n'), forms: used };
}

function markOperators({ crop, folds }: Side): string[] {
  if (crop.length + folds.length === 0) return [];
  const stroke = ({ from, to }: Side['crop'][number]) =>
    `${operands(from.x, from.y)} m ${operands(to.x, to.y)} l S`;
  return [
    '/Artifact BMC',
    'q',
    `0 G ${MARK_WIDTH} w`,
    ...crop.map(stroke),
    '[2 2] 0 d',
    ...folds.map(stroke),
    'Q',
    'EMC',
  ];
}

/** Keeps of the catalogue what belongs to the printed look, and tells the printer what it must do. */
function keepForPrint(document: PDFDocument, plan: Plan): void {
  const { context, catalog } = document;
  const kept = new Set(['Type', 'Pages', 'Lang', 'OCProperties', 'OutputIntents']);
  for (const key of catalog.keys()) if (!kept.has(key.decodeText())) catalog.delete(key);
  catalog.set(
    PDFName.of('ViewerPreferences'),
    context.obj({
      PrintScaling: 'None',
      Duplex: plan.duplex === 'long-edge' ? 'DuplexFlipLongEdge' : 'DuplexFlipShortEdge',
    }),
  );
  const labels = plan.sheets.flatMap((sheet, index) =>
    ['front', 'back'].flatMap((side, back) => [
      2 * index + back,
      { P: PDFHexString.fromText(sheetName(plan, sheet, side)) },
    ]),
  );
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: labels }));
  context.header = PDFHeader.forVersion(1, 7);
}

const sheetName = (plan: Plan, { signature, number }: { signature: number; number: number }, side: string) =>
  plan.options.fold === 'signatures' ? `${signature}.${number} ${side}` : `${number} ${side}`;

function writeInformation({ context }: PDFDocument): void {
  const old = context.lookupMaybe(context.trailerInfo.Info, PDFDict);
  const information = context.obj({ Producer: PDFString.of('Octavo') });
  for (const name of ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'CreationDate', 'ModDate']) {
    const value = old?.get(PDFName.of(name));
    if (value) information.set(PDFName.of(name), value);
  }
  context.trailerInfo.Info = context.register(information);
}

/** The identity of the file follows from what it was made of, never from the clock. */
function writeIdentity({ context }: PDFDocument, readingHash: string, plan: Plan): void {
  const id = createHash('sha256')
    .update(readingHash)
    .update(JSON.stringify(plan.options))
    .digest('hex')
    .slice(0, 32);
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
}
