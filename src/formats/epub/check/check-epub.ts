import { EpubCheck } from '@likecoin/epubcheck-ts';
import type { Edition } from '../../../edition/edition.js';
import { checkAccessibility } from './check-accessibility.js';
import { checkArchive } from './check-archive.js';
import { checkContents } from './check-contents.js';
import { checkCss } from './check-css.js';
import { checkDocuments } from './check-document.js';
import { checkIndex } from './check-index.js';
import { checkLandmarks } from './check-landmarks.js';
import { checkLinks } from './check-links.js';
import { checkMetadata } from './check-metadata.js';
import { checkNcx } from './check-ncx.js';
import { checkNotes } from './check-notes.js';
import { checkPackage } from './check-package.js';
import { checkPages } from './check-pages.js';
import { checkWords } from './check-words.js';
import { checkXhtml } from './check-xhtml.js';
import type { Fault } from './fault.js';
import { packageOf } from './package-of.js';
import { OPF } from './paths.js';
import { type OpenedEpub, readEpub } from './read-epub.js';

/**
 * What epubcheck-ts says and we do not heed: that fonts are embedded, which they are meant to be; and its reading of
 * EPUB Indexes, by which a landmark `index` would have to be an index itself and letters could not be groups. EPUBCheck
 * asks neither; the structure of an index is judged by a check of our own.
 */
function isFalseAlarm(id: string, message: string): boolean {
  return id === 'CSS-028' || (id === 'RSC-005' && message.includes('"index-entry-list"'));
}

/**
 * Judges a finished EPUB by all we know: epubcheck-ts (errors, warnings and usage), the content model of our
 * XHTML, navigation, notes, pages, metadata, and that every word of the edition is there.
 */
export async function checkEpub(bytes: Uint8Array, edition?: Edition): Promise<Fault[]> {
  const faults = judge(bytes, edition);
  // After ours and not beside them: each takes as much room as the text needs many times over.
  return [...faults, ...(await validate(bytes))];
}

/** Our own rules. What they read of the book is let go when they are done. */
function judge(bytes: Uint8Array, edition: Edition | undefined): Fault[] {
  let opened: OpenedEpub;
  try {
    opened = readEpub(bytes);
  } catch (error) {
    return [{ file: '', rule: 'unreadable', message: (error as Error).message }];
  }
  const facts = packageOf(opened);
  if (!facts) return [{ file: OPF, rule: 'package', message: 'No package with a spine' }];
  return [
    ...checkArchive(opened),
    ...checkPackage(opened, facts),
    ...checkMetadata(opened, facts),
    ...checkAccessibility(opened, facts),
    ...checkDocuments(opened, facts),
    ...checkLinks(opened),
    ...checkContents(opened, facts),
    ...checkLandmarks(opened, facts),
    ...checkIndex(opened, facts),
    ...checkNcx(opened, facts),
    ...checkNotes(opened),
    ...checkPages(opened, facts),
    ...[...opened.trees].flatMap(([file, tree]) => (file.endsWith('.xhtml') ? checkXhtml(file, tree) : [])),
    ...[...opened.texts].flatMap(([file, text]) => (file.endsWith('.css') ? checkCss(file, text) : [])),
    ...(edition ? checkWords(opened, facts, edition) : []),
  ];
}

async function validate(bytes: Uint8Array): Promise<Fault[]> {
  const { messages } = await EpubCheck.validate(bytes, { includeUsage: true, includeInfo: false });
  return messages
    .filter(({ id, message }) => !isFalseAlarm(id, message))
    .map(({ id, message, location }) => ({
      file: location?.path ?? '',
      line: location?.line,
      rule: id,
      message,
    }));
}

/** Says what is wrong, for an error that ends the run as our own bug. */
export function explainFaults(faults: readonly Fault[]): string {
  const lines = faults
    .slice(0, 20)
    .map(({ file, line, rule, message }) => `  ${file}${line ? `:${line}` : ''}  ${rule}: ${message}`);
  return `The EPUB has ${faults.length} faults, which are Octavo’s and not the text’s:\n${lines.join('\n')}`;
}
