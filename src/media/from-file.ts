import { type FileHandle, open, stat } from 'node:fs/promises';
import { OctavoError } from '../report/errors.js';
import type { Later } from './later.js';

/**
 * What counts of a file, to be read later.
 *
 * @param strip - Says what counts, in pieces of what it is given.
 */
export async function fromFile(file: string, strip: (bytes: Buffer) => readonly Buffer[]): Promise<Later> {
  const { size } = await stat(file);
  return {
    atMost: size,
    read: async (room) => {
      let handle: FileHandle | undefined;
      try {
        handle = await open(file);
        const { bytesRead } = await handle.read(room, 0, size, 0);
        if (bytesRead !== size || (await handle.stat()).size !== size)
          throw new Error('it has another length');
        return strip(room.subarray(0, size));
      } catch (cause) {
        throw new OctavoError(
          {
            code: 'unreadable-image',
            reason: `The picture ${file} changed while the book was made: ${(cause as Error).message}`,
            note: 'Build again when nothing writes to the folder of the book.',
          },
          undefined,
          { cause },
        );
      } finally {
        await handle?.close();
      }
    },
  };
}
