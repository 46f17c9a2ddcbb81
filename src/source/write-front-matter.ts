import { stringify } from 'yaml';
import type { CleaningReport } from './cleaning-log.js';
import type { Metadata } from './metadata.js';

/** Front matter: what the text says of itself, and where it came from. Keys in one order. */
export function writeFrontMatter(
  metadata: Metadata,
  raw: { readonly source: string; readonly sha256?: string | undefined; readonly log: CleaningReport },
): string {
  const found = metadata.found ?? {};
  const ours = {
    title: metadata.title,
    subtitle: metadata.subtitle,
    creators: metadata.creators.length > 0 ? metadata.creators : undefined,
    language: metadata.language,
    date: metadata.date,
    source: metadata.source,
    rights: metadata.rights,
    pages: metadata.pages,
    provenance:
      metadata.provenance.length > 0 ? metadata.provenance.map((line) => line.value.trim()) : undefined,
    // A text that was cleaned before keeps the name of what it was made from.
    raw: found.raw ?? {
      file: raw.source,
      ...(raw.sha256 ? { sha256: raw.sha256, ...countsOf(raw.log) } : {}),
    },
  };
  const all = { ...ours, ...found };
  const settled = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return `---\n${stringify(settled, { lineWidth: 0 })}---\n\n`;
}

/** What the cleaning of a file did, for the colophon of the book: passages, not words. */
function countsOf({ removed, changed, unplaced }: CleaningReport) {
  return { removed: removed.length, changed: changed.length, unplaced: unplaced.length };
}
