import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A small Word document with a heading and two paragraphs, the first with a footnote of two paragraphs. */
export function makeDocx(parts: {
  heading: string;
  first: string;
  second: string;
  note: readonly string[];
}): Uint8Array {
  const type = (part: string, kind: string) =>
    `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const relations = (...rows: string[]) =>
    strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('document', 'document.main')}${type('footnotes', 'footnotes')}${type('styles', 'styles')}</Types>`,
    ),
    '_rels/.rels': relations(relation(1, 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation(1, 'footnotes', 'footnotes.xml'),
      relation(2, 'styles', 'styles.xml'),
    ),
    'word/styles.xml': strToU8(
      `${HEAD}<w:styles ${W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ),
    'word/document.xml': strToU8(
      `${HEAD}<w:document ${W}><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(parts.heading)}</w:p><w:p>${run(parts.first)}<w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p>${run(parts.second)}</w:p></w:body></w:document>`,
    ),
    'word/footnotes.xml': strToU8(
      `${HEAD}<w:footnotes ${W}><w:footnote w:id="2">${parts.note.map((text) => `<w:p>${run(text)}</w:p>`).join('')}</w:footnote></w:footnotes>`,
    ),
  });
}
