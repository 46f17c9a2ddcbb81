import type { EditionConfig } from '../config/schema.js';
import type { Format } from './format.js';

type Formats = {
  readonly [Name in EditionConfig['format']]: () => Promise<Format<Extract<EditionConfig, { format: Name }>>>;
};

/**
 * The output formats by the names that `book.yaml` gives them, each loaded when an edition asks for it. A new one is
 * a folder and a row.
 */
export const FORMATS: Formats = {
  epub: async () => (await import('./epub/epub.js')).epub,
  pdf: async () => (await import('./pdf/index.js')).pdf,
  packet: async () => (await import('./packet/packet.js')).packet,
  cover: async () => (await import('./cover/cover.js')).cover,
};
