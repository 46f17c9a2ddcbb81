// Runs in a thread of its own, beside the one that makes the book. Plain JavaScript, so that it runs from the
// sources as from the package.
import { parentPort } from 'node:worker_threads';
import { deflate } from './deflate.js';
import { smallEpub } from './small-epub.js';

// Loaded and woken at once, while the book is still in the making, and awaited when it is wanted.
const validator = import('./validate.js');
validator.then(({ validate }) => validate(smallEpub())).catch(() => undefined);

const WORK = {
  deflate,
  validate: async (/** @type {Uint8Array} */ bytes) => (await validator).validate(bytes),
};

parentPort?.on(
  'message',
  async (/** @type {import('./second-thread.js').Task} */ { number, name, bytes }) => {
    try {
      const result = await WORK[name](bytes);
      const given = result instanceof Uint8Array ? [/** @type {ArrayBuffer} */ (result.buffer)] : [];
      parentPort?.postMessage({ number, result }, given);
    } catch (error) {
      parentPort?.postMessage({ number, error: error instanceof Error ? error.message : String(error) });
    }
  },
);
