import { crc32 } from 'node:zlib';
import { type Later, readNow } from '../../media/later.js';
import { OctavoError } from '../../report/errors.js';
import type { Work } from './thread/work.js';

/** Content of a file: at hand, in the making, or to be read. */
export type Content = string | Uint8Array | Promise<Uint8Array> | Later;

export interface EntryOptions {
  /** `STORE` for what is compressed already. */
  readonly compression?: 'STORE' | 'DEFLATE';
}

/** What adding files takes. */
export type Folder = Pick<Archive, 'file' | 'folder'>;

/** A file as it will stand in the archive. */
interface Packed {
  readonly method: 0 | 8;
  readonly crc: number;
  /** Bytes before packing. */
  readonly size: number;
  readonly data: Uint8Array;
}

interface Entry {
  readonly name: Buffer;
  readonly packed: Promise<Packed> | Later;
}

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END = 22;
/** 2.0, on Unix: readers of that take the permissions. */
const MADE_BY = (3 << 8) | 20;
const NEEDED = 20;
/** A plain file that all may read. */
const PERMISSIONS = (0o100644 << 16) >>> 0;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** More than these and the format wants further records, which not every reader knows. */
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffff_ffff;

/**
 * A ZIP archive (PKWARE APPNOTE 6.3) that holds of each file only what will be written: texts are deflated elsewhere
 * as soon as they are given, media are read one at a time, when the archive is put together. Its entries have one date, and none is
 * a folder.
 */
export class Archive {
  private readonly entries: Entry[] = [];

  constructor(private readonly deflate: Work['deflate']) {}

  /** Adds a file behind those that are there. */
  file(name: string, content: Content, { compression = 'DEFLATE' }: EntryOptions = {}): this {
    const isLater = typeof content === 'object' && 'read' in content;
    if (isLater && compression === 'DEFLATE') return this.file(name, readNow(content));
    const packed = isLater ? content : this.pack(content as Exclude<Content, Later>, compression);
    // Whoever puts the archive together waits for it, and is told then.
    if (!isLater) void Promise.allSettled([packed]);
    this.entries.push({ name: Buffer.from(name, 'utf8'), packed });
    return this;
  }

  /** Adds files below a path. */
  folder(folder: string): Folder {
    const below: Folder = {
      file: (name, content, options) => {
        this.file(`${folder}/${name}`, content, options);
        return this;
      },
      folder: (name) => this.folder(`${folder}/${name}`),
    };
    return below;
  }

  /**
   * The archive.
   *
   * @throws {OctavoError} `limit` if the files are more or larger than a ZIP of the first kind can hold.
   */
  async bytes(date: Date): Promise<Buffer> {
    const files = await Promise.all(
      this.entries.map(async ({ name, packed }) => ({
        name,
        packed: 'read' in packed ? packed : await packed,
      })),
    );
    const room = files.reduce(
      (sum, { name, packed }) =>
        sum +
        LOCAL_HEADER +
        CENTRAL_HEADER +
        2 * name.length +
        ('read' in packed ? packed.atMost : packed.data.length),
      END,
    );
    if (files.length > MOST_FILES || room > MOST_BYTES)
      throw new OctavoError({
        code: 'limit',
        reason: `${files.length} files of ${Math.round(room / 1e6)} MB are more than an EPUB can hold`,
        note: `Divide the book into volumes, of ${MOST_FILES} files and ${Math.floor(MOST_BYTES / 1e6)} MB at most.`,
      });
    // Not touched before it is written to, and so not in memory before.
    const archive = Buffer.alloc(room);
    const directory: Buffer[] = [];
    const time = dosTime(date);
    let at = 0;
    for (const { name, packed } of files) {
      const start = at + LOCAL_HEADER + name.length;
      const { method, crc, size, data } =
        'read' in packed ? stored(await readInto(archive.subarray(start), packed)) : packed;
      const facts = Buffer.alloc(LOCAL_HEADER - 4);
      facts.writeUInt16LE(NEEDED, 0);
      facts.writeUInt16LE(UTF8, 2);
      facts.writeUInt16LE(method, 4);
      facts.writeUInt32LE(time, 6);
      facts.writeUInt32LE(crc, 10);
      facts.writeUInt32LE(data.length, 14);
      facts.writeUInt32LE(size, 18);
      facts.writeUInt16LE(name.length, 22);
      directory.push(centralHeader(facts, at), name);
      at += archive.write('PK\u0003\u0004', at, 'latin1');
      at += facts.copy(archive, at);
      at += name.copy(archive, at);
      archive.set(data, at);
      at += data.length;
    }
    const central = Buffer.concat(directory);
    const start = at;
    at += central.copy(archive, at);
    at += endRecord(files.length, central.length, start).copy(archive, at);
    return archive.subarray(0, at);
  }

  private async pack(
    content: string | Uint8Array | Promise<Uint8Array>,
    compression: string,
  ): Promise<Packed> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : await content;
    if (compression === 'STORE') return stored(bytes);
    const facts = { method: 8, crc: crc32(bytes), size: bytes.length } as const;
    return { ...facts, data: await this.deflate(bytes) };
  }
}

/** Reads bytes to where they will stand: what counts of them moves together. */
async function readInto(room: Buffer, later: Later): Promise<Uint8Array> {
  const pieces = await later.read(room.subarray(0, later.atMost));
  let length = 0;
  for (const piece of pieces) {
    room.set(piece, length);
    length += piece.length;
  }
  return room.subarray(0, length);
}

function stored(bytes: Uint8Array): Packed {
  return { method: 0, crc: crc32(bytes), size: bytes.length, data: bytes };
}

/** The header in the directory: that of the file, and where it stands. */
function centralHeader(facts: Buffer, at: number): Buffer {
  const header = Buffer.alloc(CENTRAL_HEADER);
  header.write('PK\u0001\u0002', 'latin1');
  header.writeUInt16LE(MADE_BY, 4);
  facts.copy(header, 6);
  header.writeUInt32LE(PERMISSIONS, 38);
  header.writeUInt32LE(at, 42);
  return header;
}

function endRecord(files: number, size: number, at: number): Buffer {
  const record = Buffer.alloc(END);
  record.write('PK\u0005\u0006', 'latin1');
  record.writeUInt16LE(files, 8);
  record.writeUInt16LE(files, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(at, 16);
  return record;
}

/** Time and date as MS-DOS wrote them, of UTC, so that the zone of the machine does not matter; none is before 1980. */
function dosTime(moment: Date): number {
  const date = new Date(Math.max(moment.getTime(), Date.UTC(1980, 0, 1)));
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return ((day << 16) | time) >>> 0;
}
