import { deflateSync } from 'node:zlib';
import type { Entry } from './pdf-file.js';

const WIDTH = 7;

/** A cross-reference stream (ISO 32000-1, 7.5.8) of these entries, as it stands between `obj` and `endobj`. */
export function crossReference(entries: readonly Entry[], keys: string): Buffer {
  const rows = Buffer.alloc(entries.length * WIDTH);
  entries.forEach((entry, i) => {
    const at = i * WIDTH;
    if (entry.type === 'at') {
      rows[at] = 1;
      rows.writeUInt32BE(entry.offset, at + 1);
    } else if (entry.type === 'in') {
      rows[at] = 2;
      rows.writeUInt32BE(entry.stream, at + 1);
      rows.writeUInt16BE(entry.index, at + 5);
    } else if (i === 0) rows.writeUInt16BE(0xffff, at + 5);
  });
  const data = deflateSync(rows);
  const head = `<</Type /XRef /Size ${entries.length} /W [1 4 2] ${keys} /Filter /FlateDecode /Length ${data.length}>>`;
  return Buffer.concat([Buffer.from(`${head}\nstream\n`), data, Buffer.from('\nendstream')]);
}
