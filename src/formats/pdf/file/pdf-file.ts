import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { crossReference } from './cross-reference.js';
import { compressibleObjects, objectStream } from './object-stream.js';

/**
 * A PDF as Chromium's Skia writes it (header, objects, one classic cross-reference table, trailer), held so that
 * objects can be read, replaced and added, and the file written again, at the cost of little more than a copy.
 * A general library parses every object of the file, which takes longer than Chromium takes to print a book.
 */
export class PdfFile {
  readonly #bytes: Buffer;
  readonly #spans: ({ start: number; end: number } | undefined)[];
  readonly #changed = new Map<number, Buffer | undefined>();
  readonly #trailer: string;
  #size: number;

  /** @throws {Error} when the bytes are not a PDF of this simple shape. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { offsets, table, trailer } = readTable(this.#bytes);
    this.#trailer = trailer;
    this.#size = offsets.length;
    const starts = offsets.filter((offset) => offset !== undefined).sort((a, b) => a - b);
    const ends = new Map(starts.map((start, i) => [start, starts[i + 1] ?? table]));
    this.#spans = offsets.map((start) =>
      start === undefined ? undefined : this.#body(start, ends.get(start)!),
    );
  }

  /** Numbers run from 1 to this, exclusive. */
  get size(): number {
    return this.#size;
  }

  /** Number of the object that the trailer names, such as `Root` or `Info`. */
  trailer(key: string): number {
    const found = new RegExp(`/${key} (\\d+) 0 R`).exec(this.#trailer)?.[1];
    if (!found) throw new Error(`The PDF’s trailer has no ${key}`);
    return Number(found);
  }

  /** Whether an object's text begins so: quicker than reading all of it. */
  begins(number: number, start: string): boolean {
    return this.#object(number)?.toString('latin1', 0, start.length) === start;
  }

  /** What stands between `obj` and `endobj`, as Latin-1 text; of a stream, its dictionary alone. */
  text(number: number): string {
    const object = this.#object(number);
    if (!object) return '';
    if (!endsStream(object)) return object.toString('latin1');
    const at = object.indexOf('stream');
    return object.toString('latin1', 0, at).trimEnd();
  }

  /** The encoded bytes of a stream object. */
  stream(number: number): Buffer {
    const object = this.#object(number);
    const length = Number(/\/Length (\d+)/.exec(this.text(number))?.[1]);
    if (!object || !endsStream(object) || Number.isNaN(length)) {
      throw new Error(`Object ${number} is not a stream`);
    }
    const at = object.indexOf('stream') + 'stream'.length;
    const start = at + (object[at] === 0x0d ? 2 : 1);
    return object.subarray(start, start + length);
  }

  /** Replaces an object by a text in PDF syntax. */
  set(number: number, text: string): void {
    this.#changed.set(number, Buffer.from(text, 'latin1'));
  }

  /** Adds an object and gives its number. */
  add(text: string): number {
    this.set(this.#size, text);
    return this.#size++;
  }

  /**
   * Takes in the objects of another file, behind its own ones.
   *
   * @param change what is to be changed in the text of each: of a stream, in its dictionary.
   * @returns what has been added to their numbers.
   */
  adopt(other: PdfFile, change: (text: string) => string): number {
    const offset = this.#size - 1;
    this.#size += other.#size - 1;
    for (let number = 1; number < other.#size; number++) {
      const object = other.#object(number);
      if (!object) continue;
      const dictionary = other.text(number);
      const text = change(
        dictionary.replace(REFERENCE, (found, referred?: string) =>
          referred === undefined ? found : `${Number(referred) + offset} 0 R`,
        ),
      );
      const body = endsStream(object) ? object.subarray(dictionary.length) : NOTHING;
      this.#changed.set(offset + number, Buffer.concat([Buffer.from(text, 'latin1'), body]));
    }
    return offset;
  }

  /** Leaves an object out. */
  remove(number: number): void {
    this.#changed.set(number, undefined);
  }

  /** Replaces the data of a stream; `dictionary` is what stands beside `Length` and `Filter`. */
  setStream(number: number, dictionary: string, data: Uint8Array, compress = true): void {
    const encoded = compress ? deflateSync(data) : data;
    const filter = compress ? ' /Filter /FlateDecode' : '';
    const head = `<<${dictionary}${filter} /Length ${encoded.length}>>\nstream\n`;
    this.#changed.set(
      number,
      Buffer.concat([Buffer.from(head, 'latin1'), encoded, Buffer.from('\nendstream')]),
    );
  }

  addStream(dictionary: string, data: Uint8Array, compress = true): number {
    this.setStream(this.#size, dictionary, data, compress);
    return this.#size++;
  }

  /** The whole file: dictionaries packed into compressed object streams, an ID made of the content. */
  save(): Uint8Array {
    const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n', 'latin1')];
    let offset = chunks[0]!.length;
    const push = (...parts: Buffer[]) => {
      for (const part of parts) {
        chunks.push(part);
        offset += part.length;
      }
    };
    const entries: Entry[] = [{ type: 'free' }];
    const pack: { number: number; body: Buffer }[] = [];
    for (let number = 1; number < this.#size; number++) {
      const body = this.#object(number);
      if (!body) entries[number] = { type: 'free' };
      else if (!endsStream(body)) pack.push({ number, body });
      else {
        entries[number] = { type: 'at', offset };
        push(Buffer.from(`${number} 0 obj\n`), body, END_OBJECT);
      }
    }
    let next = this.#size;
    for (const group of compressibleObjects(pack)) {
      group.forEach(({ number }, index) => {
        entries[number] = { type: 'in', stream: next, index };
      });
      entries[next] = { type: 'at', offset };
      push(Buffer.from(`${next} 0 obj\n`), objectStream(group), END_OBJECT);
      next++;
    }
    entries[next] = { type: 'at', offset };
    const hash = createHash('sha256');
    for (const chunk of chunks) hash.update(chunk);
    const id = hash.digest('hex').slice(0, 32).toUpperCase();
    const keys = `/Root ${this.trailer('Root')} 0 R /Info ${this.trailer('Info')} 0 R /ID [<${id}> <${id}>]`;
    const start = offset;
    push(Buffer.from(`${next} 0 obj\n`), crossReference(entries, keys), END_OBJECT);
    push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
    const whole = Buffer.concat(chunks, offset);
    return new Uint8Array(whole.buffer, whole.byteOffset, whole.length);
  }

  #object(number: number): Buffer | undefined {
    if (this.#changed.has(number)) return this.#changed.get(number);
    const span = this.#spans[number];
    return span && this.#bytes.subarray(span.start, span.end);
  }

  #body(start: number, end: number): { start: number; end: number } {
    const from = this.#bytes.indexOf('obj', start) + 'obj'.length;
    let to = end - 1;
    while (this.#bytes[to]! <= 0x20) to--;
    return { start: from + 1, end: to + 1 - '\nendobj'.length };
  }
}

/** Where a reader finds an object: nowhere, at an offset, or in an object stream. */
export type Entry =
  | { readonly type: 'free' }
  | { readonly type: 'at'; readonly offset: number }
  | { readonly type: 'in'; readonly stream: number; readonly index: number };

/** A string, in which nothing refers to an object, or a reference. */
const REFERENCE = /\((?:[^\\()]|\\[\s\S])*\)|(\d+) 0 R/g;
const NOTHING = Buffer.alloc(0);
const END_OBJECT = Buffer.from('\nendobj\n');
const endsStream = (object: Buffer) => object.toString('latin1', object.length - 9) === 'endstream';

function readTable(bytes: Buffer): { offsets: (number | undefined)[]; table: number; trailer: string } {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  const text = bytes.toString('latin1', table);
  const head = /^xref\n0 (\d+)\n/.exec(text);
  const trailer = text.slice(text.lastIndexOf('trailer'));
  if (!head || /\/Prev /.test(trailer)) throw new Error('The PDF has no single cross-reference table');
  const offsets: (number | undefined)[] = [];
  for (let i = 0; i < Number(head[1]); i++) {
    const at = head[0].length + i * 20;
    offsets.push(text[at + 17] === 'n' ? Number(text.slice(at, at + 10)) : undefined);
  }
  return { offsets, table, trailer };
}
