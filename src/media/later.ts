/** Bytes that are read only when their turn comes, so that those of many files are never in memory at once. */
export interface Later {
  /** Bytes that reading may take. */
  readonly atMost: number;
  /**
   * Reads them.
   *
   * @param room - Where they are read to, of `atMost` bytes.
   * @returns What counts of them, in pieces that lie in the room.
   * @throws {OctavoError} if that cannot be done any more.
   */
  read(room: Buffer): Promise<readonly Uint8Array[]>;
}

/** Reads them into memory. */
export async function readNow(later: Later): Promise<Buffer> {
  return Buffer.concat(await later.read(Buffer.alloc(later.atMost)));
}
