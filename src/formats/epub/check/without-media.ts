const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END = 22;
const END_MARK = 'PK\u0005\u0006';
/** Bytes of a picture or a font that stay: more than any head that says what it is. */
const HEAD = 256;
const MEDIA = /\.(jpg|png|gif|woff2)$/;

/**
 * A copy of an EPUB in which only the head is left of each stored picture and font, and all else byte for byte: the
 * validator looks no further into them, and makes a copy of all that it is given. An archive that is not laid out as
 * ours are is copied whole.
 */
export function withoutMedia(epub: Uint8Array): Uint8Array {
  const bytes = Buffer.from(epub.buffer, epub.byteOffset, epub.byteLength);
  const end = bytes.lastIndexOf(END_MARK, undefined, 'latin1');
  if (end < 0 || end + END > bytes.length) return Uint8Array.from(bytes);
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let entry = bytes.readUInt32LE(end + 16);
  let [read, written] = [0, 0];
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (entry + CENTRAL_HEADER > end) return Uint8Array.from(bytes);
    const nameEnd = entry + CENTRAL_HEADER + bytes.readUInt16LE(entry + 28);
    const next = nameEnd + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
    const central = Buffer.from(bytes.subarray(entry, next));
    const at = central.readUInt32LE(42);
    const size = central.readUInt32LE(20);
    // One behind the other, as the directory has them.
    if (at !== read || at + LOCAL_HEADER > end) return Uint8Array.from(bytes);
    const data = at + LOCAL_HEADER + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const isCut =
      central.readUInt16LE(10) === 0 &&
      size > HEAD &&
      MEDIA.test(bytes.toString('latin1', entry + CENTRAL_HEADER, nameEnd));
    const kept = isCut ? HEAD : size;
    const local = Buffer.from(bytes.subarray(at, data));
    if (isCut) {
      for (const offset of [18, 22]) local.writeUInt32LE(HEAD, offset);
      for (const offset of [20, 24]) central.writeUInt32LE(HEAD, offset);
    }
    central.writeUInt32LE(written, 42);
    files.push(local, bytes.subarray(data, data + kept));
    directory.push(central);
    read = data + size;
    written += local.length + kept;
    entry = next;
  }
  if (read !== bytes.readUInt32LE(end + 16)) return Uint8Array.from(bytes);
  const rest = Buffer.from(bytes.subarray(entry));
  rest.writeUInt32LE(written, end - entry + 16);
  const out = new Uint8Array(written + directory.reduce((sum, { length }) => sum + length, 0) + rest.length);
  let to = 0;
  for (const piece of [...files, ...directory, rest]) {
    out.set(piece, to);
    to += piece.length;
  }
  return out;
}
