/** Texts that the EPUB adds to the edition. */
const ADDED_FILES: ReadonlySet<string> = new Set([
  'OEBPS/cover.xhtml',
  'OEBPS/titlepage.xhtml',
  'OEBPS/toc.xhtml',
  'OEBPS/about.xhtml',
]);

/** Whether a file, by its path in the archive, is one that the EPUB adds to the edition. */
export function isAdded(file: string): boolean {
  return ADDED_FILES.has(file);
}
