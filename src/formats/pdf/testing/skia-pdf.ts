/** A PDF of the shape that Chromium writes: objects by number, one classic table, a trailer. */
export function skiaPdf(objects: Readonly<Record<number, string>>, root: number, info: number): Buffer {
  const numbers = Object.keys(objects).map(Number);
  const size = Math.max(...numbers) + 1;
  const offsets: (number | undefined)[] = [];
  let body = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
  for (const number of numbers) {
    offsets[number] = Buffer.byteLength(body, 'latin1');
    body += `${number} 0 obj\n${objects[number]}\nendobj\n`;
  }
  const table = Buffer.byteLength(body, 'latin1');
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets[number];
    return offset === undefined ? '0000000000 65535 f ' : `${String(offset).padStart(10, '0')} 00000 n `;
  });
  const trailer = `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R>>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(`${body}xref\n0 ${size}\n${rows.join('\n')}\n${trailer}`, 'latin1');
}

const stream = (data: string) => `<</Length ${data.length}>>\nstream\n${data}\nendstream`;

/**
 * A book of two pages as Chromium prints it. Page 1: a heading with a call, a paragraph with a call, and the
 * notes of both at its foot; the second note goes on at the foot of page 2.
 */
export function printedBook(more: Readonly<Record<number, string>> = {}): Buffer {
  const element = (type: string, parent: number, rest: string) =>
    `<</Type /StructElem\n/S /${type}\n/P ${parent} 0 R\n${rest}>>`;
  const page = (contents: number, index: number, links = '') =>
    `<</Type /Page\n/Resources <<>>\n/MediaBox [0 0 420 600]\n${links}/Contents ${contents} 0 R\n/StructParents ${index}\n/Tabs /S\n/Parent 6 0 R>>`;
  return skiaPdf(
    {
      1: "<</Title (Draft)\n/Creator (Chromium)\n/Producer (Skia/PDF m147)\n/CreationDate (D:20300101000000+00'00')\n/ModDate (D:20300101000000+00'00')>>",
      2: page(3, 0, '/Annots [36 0 R]\n'),
      3: stream('BT /F1 12 Tf (one) Tj ET'),
      4: page(5, 1),
      36: '<</Type /Annot\n/Subtype /Link\n/F 4\n/Border [0 0 0]\n/Rect [1 2 3 4]\n/A <</Type /Action\n/S /URI\n/URI (octavo:later%20on)>>\n/StructParent 100000>>',
      5: stream('BT /F1 12 Tf (two) Tj ET'),
      6: '<</Type /Pages\n/Count 2\n/Kids [2 0 R 4 0 R]>>',
      7: '<</Type /StructTreeRoot\n/K 8 0 R\n/ParentTreeNextKey 2\n/ParentTree 30 0 R>>',
      8: element('Document', 7, '/Lang (en)\n/K [9 0 R 12 0 R]'),
      9: element('H1', 8, '/K [10 0 R 11 0 R]'),
      10: element('NonStruct', 9, '/Pg 2 0 R\n/K 0'),
      11: element('Form', 9, '/Pg 2 0 R\n/K 1'),
      12: element('P', 8, '/K [13 0 R 14 0 R 15 0 R 16 0 R 24 0 R]'),
      13: element('NonStruct', 12, '/Pg 2 0 R\n/K 2'),
      14: element('Form', 12, '/Pg 2 0 R\n/K 3'),
      15: element('NonStruct', 12, '/Pg 2 0 R\n/K 4'),
      16: element('NonStruct', 12, '/K [17 0 R 20 0 R]'),
      17: element('Art', 16, '/K [18 0 R 19 0 R]'),
      18: element('Div', 17, '/Pg 2 0 R\n/K 5'),
      19: element('P', 17, '/Pg 2 0 R\n/K 6'),
      20: element('Art', 16, '/K [21 0 R 22 0 R]'),
      21: element('Div', 20, '/Pg 2 0 R\n/K 7'),
      22: element('P', 20, '/Pg 2 0 R\n/K 8'),
      24: element('NonStruct', 12, '/K 25 0 R'),
      25: element('Art', 24, '/K 26 0 R'),
      26: element('P', 25, '/Pg 4 0 R\n/K 0'),
      30: '<</Type /ParentTree\n/Nums [0 31 0 R 1 32 0 R]>>',
      31: '[10 0 R 11 0 R 13 0 R 14 0 R 15 0 R 18 0 R 19 0 R 21 0 R 22 0 R]',
      32: '[26 0 R]',
      33: '<</Type /Outlines\n/First 34 0 R\n/Last 34 0 R\n/Count 1>>',
      34: '<</Title (A Heading1)\n/Dest [2 0 R /XYZ 44.8 515.7 0]\n/Parent 33 0 R\n/SE 9 0 R>>',
      35: '<</Type /Catalog\n/Pages 6 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot 7 0 R\n/Outlines 33 0 R\n/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle true>>\n/Lang (en)>>',
      ...more,
    },
    35,
    1,
  );
}
