import JSZip from 'jszip';

/** One wrong line in a good book. */
export interface Mutation {
  readonly what: string;
  /** Path of the file in the archive. */
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** Whether only what the book was made of can tell. */
  readonly byEdition?: boolean;
}

/**
 * A copy of an EPUB with one thing changed.
 *
 * @throws Error if the book has nothing to change there: then the mutation proves nothing.
 */
export async function mutate(bytes: Uint8Array, { file, from, to }: Mutation): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(bytes);
  const before = await source.file(file)?.async('string');
  const after = before?.replace(from, to);
  if (after === undefined || after === before)
    throw new Error(`Nothing to change in ${file}: ${String(from)}`);
  const copy = new JSZip();
  for (const entry of Object.values(source.files).filter(({ dir }) => !dir))
    copy.file(entry.name, entry.name === file ? after : await entry.async('uint8array'), {
      compression: entry.name === 'mimetype' ? 'STORE' : 'DEFLATE',
      // A folder as an entry of its own would be a second fault.
      createFolders: false,
    });
  return copy.generateAsync({ type: 'uint8array' });
}
