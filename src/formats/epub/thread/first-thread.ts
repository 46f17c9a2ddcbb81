import { deflate } from './deflate.js';
import type { Work } from './work.js';

/** The work done in the thread that asks for it: for a short book another would take longer to start than to do it. */
export const FIRST_THREAD: Work = {
  deflate: async (bytes) => deflate(bytes),
  // It is large, and loaded only where it is asked.
  validate: async (bytes) => (await import('./validate.js')).validate(bytes),
  end: async () => undefined,
};
