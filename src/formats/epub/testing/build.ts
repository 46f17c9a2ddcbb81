import JSZip from 'jszip';
import type { EpubEdition } from '../../../config/schema.js';
import type { Edition } from '../../../edition/edition.js';
import type { PageStart } from '../../../edition/page-start.js';
import { type EditionInput, editionOf } from '../../../edition/testing/edition-of.js';
import { Report } from '../../../report/report.js';
import { epub } from '../epub.js';

export interface BuiltEpub {
  readonly edition: Edition;
  readonly bytes: Uint8Array;
  readonly report: Report;
  /** Text files of the EPUB by their paths below `OEBPS/`, and `mimetype` and the like by theirs. */
  readonly texts: Readonly<Record<string, string>>;
  /** All entries in the order of the archive. */
  readonly zip: JSZip;
}

export interface BuildOptions {
  readonly config?: Partial<EpubEdition>;
  readonly pageStarts?: ReadonlyMap<string, readonly PageStart[]>;
  readonly date?: Date;
}

/** Builds an EPUB of Markdown and opens it again. */
export async function buildEpub(input: EditionInput, options: BuildOptions = {}): Promise<BuiltEpub> {
  const { edition, report } = await editionOf(input);
  return { ...(await packEpub(edition, report, options)), edition };
}

export async function packEpub(
  edition: Edition,
  report = new Report(),
  { config = {}, pageStarts = new Map(), date = new Date('2020-02-02T00:00:00Z') }: BuildOptions = {},
): Promise<Omit<BuiltEpub, 'edition'>> {
  const result = await epub.render(
    {
      edition,
      name: 'ebook',
      config: { format: 'epub', embedFonts: true, lists: false, ...config },
      pageStarts,
      pageCounts: new Map(),
    },
    {
      date,
      report,
      signal: new AbortController().signal,
      progress: { step: () => undefined },
      browser: () => Promise.reject(new Error('An EPUB needs no browser')),
    },
  );
  const { bytes } = result.files[0]!;
  return { bytes, report, ...(await openEpub(bytes)) };
}

async function openEpub(bytes: Uint8Array): Promise<Pick<BuiltEpub, 'texts' | 'zip'>> {
  const zip = await JSZip.loadAsync(bytes);
  const texts: Record<string, string> = {};
  for (const [name, file] of Object.entries(zip.files))
    if (/(xhtml|opf|ncx|css|xml|mimetype|txt|svg)$/.test(name))
      texts[name.replace(/^OEBPS\//, '')] = await file.async('string');
  return { texts, zip };
}
