import type { PdfFile } from '../file/pdf-file.js';
import { pdfDate, pdfText } from '../file/pdf-text.js';

export interface Metadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject?: string | undefined;
  readonly keywords: readonly string[];
  readonly publisher?: string | undefined;
  readonly rights?: string | undefined;
  readonly identifier?: string | undefined;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The moment written as that of creation and of change. */
  readonly date: Date;
}

/** Writes the document information, the XMP packet, and what the catalogue says of language and view. */
export function setMetadata(file: PdfFile, metadata: Metadata, catalogue: readonly string[]): void {
  const info = file.trailer('Info');
  const producer = /\/Producer (\([^)]*\))/.exec(file.text(info))?.[1] ?? '(Chromium)';
  const date = pdfDate(metadata.date);
  const entries: [string, string | undefined][] = [
    ['Title', pdfText(metadata.title)],
    ['Author', metadata.authors.length ? pdfText(metadata.authors.join('; ')) : undefined],
    ['Subject', metadata.subject ? pdfText(metadata.subject) : undefined],
    ['Keywords', metadata.keywords.length ? pdfText(metadata.keywords.join(', ')) : undefined],
    ['Creator', pdfText(CREATOR)],
    ['Producer', producer],
    ['CreationDate', date],
    ['ModDate', date],
    ['Trapped', '/False'],
  ];
  file.set(info, `<<${entries.flatMap(([key, value]) => (value ? [`/${key} ${value}`] : [])).join('\n')}>>`);

  const packet = file.addStream(
    '/Type /Metadata /Subtype /XML',
    Buffer.from(xmp(metadata, producer.slice(1, -1))),
    false,
  );
  const root = file.trailer('Root');
  const text = file
    .text(root)
    .replace(/\/ViewerPreferences <<[^>]*>>/, '')
    .replace(/\/Lang (\([^)]*\)|<[^>]*>)/, '')
    .replace(/>>\s*$/, '');
  const direction = metadata.direction === 'rtl' ? ' /Direction /R2L' : '';
  file.set(
    root,
    `${[
      text.trimEnd(),
      `/Lang ${pdfText(metadata.language)}`,
      `/Metadata ${packet} 0 R`,
      `/ViewerPreferences <</DisplayDocTitle true /PrintScaling /None${direction}>>`,
      ...catalogue,
    ].join('\n')}>>`,
  );
}

const CREATOR = 'Octavo';

/** An XMP packet (ISO 16684-1) with the Dublin Core properties of the book. */
function xmp(metadata: Metadata, producer: string): string {
  const moment = metadata.date.toISOString().replace(/\.\d+Z$/, 'Z');
  const bag = (kind: 'Bag' | 'Seq', items: readonly string[]) =>
    `<rdf:${kind}>${items.map((item) => `<rdf:li>${xmlText(item)}</rdf:li>`).join('')}</rdf:${kind}>`;
  const alternative = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${xmlText(text)}</rdf:li></rdf:Alt>`;
  const properties: [string, string | undefined][] = [
    ['dc:format', 'application/pdf'],
    ['dc:title', alternative(metadata.title)],
    ['dc:creator', metadata.authors.length ? bag('Seq', metadata.authors) : undefined],
    ['dc:description', metadata.subject && alternative(metadata.subject)],
    ['dc:subject', metadata.keywords.length ? bag('Bag', metadata.keywords) : undefined],
    ['dc:publisher', metadata.publisher && bag('Bag', [metadata.publisher])],
    ['dc:rights', metadata.rights && alternative(metadata.rights)],
    ['dc:identifier', metadata.identifier && xmlText(metadata.identifier)],
    ['dc:language', bag('Bag', [metadata.language])],
    ['pdf:Producer', xmlText(producer)],
    ['pdf:Keywords', metadata.keywords.length ? xmlText(metadata.keywords.join(', ')) : undefined],
    ['xmp:CreatorTool', CREATOR],
    ['xmp:CreateDate', moment],
    ['xmp:ModifyDate', moment],
    ['xmp:MetadataDate', moment],
  ];
  const body = properties.flatMap(([name, value]) => (value ? [`<${name}>${value}</${name}>`] : []));
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    ...body,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

const xmlText = (text: string) => text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
