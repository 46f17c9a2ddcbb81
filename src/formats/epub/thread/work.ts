import type { Fault } from '../check/fault.js';

/** What takes long and needs bytes and nothing else, so that another thread can do it. */
export interface Work {
  /** Packs bytes as DEFLATE, the same for the same bytes on every machine. Takes the bytes away. */
  deflate(bytes: Uint8Array): Promise<Uint8Array>;
  /** What epubcheck-ts says of an EPUB. Takes the bytes away. */
  validate(bytes: Uint8Array): Promise<Fault[]>;
  /** Ends it, also in the middle. */
  end(): Promise<void>;
}
