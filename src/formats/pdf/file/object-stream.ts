import { deflateSync } from 'node:zlib';

interface Packed {
  readonly number: number;
  readonly body: Buffer;
}

/** Objects of one stream: few enough that a reader which wants one page need not inflate the whole book. */
const GROUP = 400;

/** Groups the objects that are no streams themselves. */
export function compressibleObjects(objects: readonly Packed[]): Packed[][] {
  const groups: Packed[][] = [];
  for (let i = 0; i < objects.length; i += GROUP) groups.push(objects.slice(i, i + GROUP));
  return groups;
}

/** An object stream (ISO 32000-1, 7.5.7) of these objects, as it stands between `obj` and `endobj`. */
export function objectStream(objects: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  let index = '';
  let offset = 0;
  for (const { number, body } of objects) {
    index += `${number} ${offset} `;
    parts.push(body, NEWLINE);
    offset += body.length + 1;
  }
  const data = deflateSync(Buffer.concat([Buffer.from(index), ...parts]));
  const head = `<</Type /ObjStm /N ${objects.length} /First ${index.length} /Filter /FlateDecode /Length ${data.length}>>`;
  return Buffer.concat([Buffer.from(`${head}\nstream\n`), data, Buffer.from('\nendstream')]);
}

const NEWLINE = Buffer.from('\n');
