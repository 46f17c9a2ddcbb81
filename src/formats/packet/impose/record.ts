import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { z } from 'zod';
import type { Plan } from './plan.js';

/** Keys of the document information that say what an imposed file was made of, and how to undo it. */
const HASH = PDFName.of('ReadingSHA256');
const IMPOSITION = PDFName.of('Imposition');

const record = z.object({
  fold: z.enum(['booklet', 'signatures', '2-up', '4-up']),
  binding: z.enum(['left', 'right']),
  stack: z.boolean(),
  duplex: z.enum(['long-edge', 'short-edge']),
  /** Pages of a signature; 0 where nothing is folded. */
  signature: z.number().int().min(0),
  pages: z.number().int().min(1),
});

const json = z.string().transform((value, context): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

/** What an imposed file tells of itself. */
export interface ImpositionRecord extends z.infer<typeof record> {
  /** SHA-256 of the reading PDF, in hexadecimal. */
  readonly readingHash: string;
}

export function writeRecord(document: PDFDocument, plan: Plan, readingHash: string): void {
  const { fold, binding, stack } = plan.options;
  const entry = { fold, binding, stack, duplex: plan.duplex, signature: plan.signature, pages: plan.pages };
  const information = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
  information.set(HASH, PDFString.of(readingHash));
  information.set(IMPOSITION, PDFHexString.fromText(JSON.stringify(entry)));
}

/** Gives undefined for a file that Octavo has not imposed. */
export function readRecord(document: PDFDocument): ImpositionRecord | undefined {
  const information = document.context.lookupMaybe(document.context.trailerInfo.Info, PDFDict);
  const text = (key: PDFName) => information?.lookupMaybe(key, PDFString, PDFHexString)?.decodeText();
  const [readingHash, entry] = [text(HASH), text(IMPOSITION)];
  if (!readingHash || !entry) return undefined;
  const parsed = json.pipe(record).safeParse(entry);
  return parsed.success ? { ...parsed.data, readingHash } : undefined;
}
