/** Files of an EPUB that we always write, by their paths in the archive. */
export const OPF = 'OEBPS/content.opf';
export const NAV = 'OEBPS/toc.xhtml';
export const NCX = 'OEBPS/toc.ncx';
