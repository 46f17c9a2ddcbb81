import type { EditionConfig } from '../config/schema.js';
import { cover } from './cover/cover.js';
import { epub } from './epub/epub.js';
import type { Format } from './format.js';
import { packet } from './packet/packet.js';
import { pdf } from './pdf/index.js';

type Formats = {
  readonly [Name in EditionConfig['format']]?: Format<Extract<EditionConfig, { format: Name }>>;
};

/** The output formats by the names that `book.yaml` gives them. A new one is a folder and a row. */
export const FORMATS: Formats = { epub, pdf, packet, cover };
