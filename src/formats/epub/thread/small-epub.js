import { strToU8, zipSync } from 'fflate';

const CONTAINER = `<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

const PACKAGE = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x</dc:identifier><dc:title>A</dc:title>
<dc:language>en</dc:language><meta property="dcterms:modified">2000-01-01T00:00:00Z</meta></metadata>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="a"/></spine></package>`;

const TEXT = `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>A</title></head><body><nav epub:type="toc"><ol><li><a href="a.xhtml">A</a></li></ol></nav>
<section epub:type="chapter"><h1 id="h">A</h1><p>A<a id="c" href="#n" epub:type="noteref" role="doc-noteref">1</a></p>
<ol><li><div id="n" epub:type="footnote" role="doc-footnote"><p>A <a href="#c" role="doc-backlink">1</a></p></div></li></ol>
</section></body></html>`;

/**
 * An EPUB of one line and one note. Asked about it, the validator makes ready what it needs for any.
 *
 * @returns {Uint8Array}
 */
export function smallEpub() {
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'book.opf': strToU8(PACKAGE),
    'a.xhtml': strToU8(TEXT),
  });
}
