/** Texts that the EPUB adds to the edition, by their paths below `OEBPS/`. */
export const ADDED_FILES: ReadonlySet<string> = new Set([
  'cover.xhtml',
  'titlepage.xhtml',
  'toc.xhtml',
  'about.xhtml',
]);
