import type { Edition } from '../../../edition/edition.js';
import { FIRST_THREAD } from '../thread/first-thread.js';
import type { Work } from '../thread/work.js';
import { isAdded } from './added-files.js';
import { checkAccessibility } from './check-accessibility.js';
import { checkArchive } from './check-archive.js';
import { checkContents } from './check-contents.js';
import { checkCss } from './check-css.js';
import { checkDeclaration } from './check-declaration.js';
import { checkDocument, checkMatters } from './check-document.js';
import { checkIndex } from './check-index.js';
import { checkLandmarks } from './check-landmarks.js';
import { checkLinks } from './check-links.js';
import { checkMetadata } from './check-metadata.js';
import { checkNcx } from './check-ncx.js';
import { checkNotes } from './check-notes.js';
import { checkPackage } from './check-package.js';
import { checkPages } from './check-pages.js';
import { WordCheck } from './check-words.js';
import { checkXhtml } from './check-xhtml.js';
import type { Fault } from './fault.js';
import { packageOf } from './package-of.js';
import { OPF } from './paths.js';
import { type OpenedEpub, readEpub } from './read-epub.js';
import { type Survey, survey } from './survey.js';
import { withoutMedia } from './without-media.js';

/**
 * Judges a finished EPUB by all we know: epubcheck-ts (errors, warnings and usage), the content model of our
 * XHTML, navigation, notes, pages, metadata, and that every word of the edition is there.
 *
 * @param validator What asks epubcheck-ts: a second thread does it beside our own rules.
 */
export async function checkEpub(
  bytes: Uint8Array,
  edition?: Edition,
  validator: Pick<Work, 'validate'> = FIRST_THREAD,
): Promise<Fault[]> {
  const theirs = validator.validate(withoutMedia(bytes));
  // If ours fails, nobody waits for it.
  void Promise.allSettled([theirs]);
  const ours = judge(bytes, edition);
  return [...ours, ...(await theirs)];
}

/** Our own rules. */
function judge(bytes: Uint8Array, edition: Edition | undefined): Fault[] {
  try {
    return judgeOpened(readEpub(bytes), edition);
  } catch (error) {
    return [{ file: '', rule: 'unreadable', message: (error as Error).message }];
  }
}

function judgeOpened(opened: OpenedEpub, edition: Edition | undefined): Fault[] {
  const facts = packageOf(opened);
  if (!facts) return [{ file: OPF, rule: 'package', message: 'No package with a spine' }];
  const faults: Fault[] = [];
  const surveys: Survey[] = [];
  const words = edition && new WordCheck(edition);
  const reading = new Set(facts.reading.map((name) => `OEBPS/${name}`));
  // One tree at a time: each is read, judged, and let go.
  for (const file of new Set([...reading, ...opened.trees.keys()])) {
    const tree = opened.trees.get(file);
    if (!tree) continue;
    const found = survey(file, tree);
    faults.push(...checkDeclaration(file, opened.texts.get(file)!));
    surveys.push(found);
    if (file.endsWith('.xhtml')) faults.push(...checkXhtml(file, tree));
    if (!reading.has(file)) continue;
    faults.push(...checkDocument(file, tree));
    if (!isAdded(file) && !found.section.generated) words?.read(file, tree);
  }
  for (const file of opened.texts.keys())
    if (file.endsWith('.css')) faults.push(...checkCss(file, opened.texts.get(file)!));
  return [
    ...faults,
    ...checkArchive(opened),
    ...checkPackage(opened, facts),
    ...checkMetadata(opened, facts),
    ...checkAccessibility(opened, facts, surveys),
    ...checkMatters(surveys, facts),
    ...checkLinks(surveys, opened.names),
    ...checkContents(opened, facts, surveys),
    ...checkLandmarks(opened, facts, surveys),
    ...checkIndex(opened, facts, surveys),
    ...checkNcx(opened, facts),
    ...checkNotes(surveys),
    ...checkPages(opened, facts, surveys),
    ...(words?.end() ?? []),
  ];
}

/** Says what is wrong, for an error that ends the run as our own bug. */
export function explainFaults(faults: readonly Fault[]): string {
  const lines = faults
    .slice(0, 20)
    .map(({ file, line, rule, message }) => `  ${file}${line ? `:${line}` : ''}  ${rule}: ${message}`);
  return `The EPUB has ${faults.length} faults, which are Octavo’s and not the text’s:\n${lines.join('\n')}`;
}
