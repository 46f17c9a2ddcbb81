import type { Role } from '../config/schema.js';
import type { MappedText } from './mapped-text.js';

/** What a text says of itself as a work; becomes its front matter. Filled by rules as they find it. */
export class Metadata {
  title?: string;
  subtitle?: string;
  readonly creators: { name: string; role: Role }[] = [];
  language?: string;
  source?: string;
  rights?: string;
  date?: string;
  pages?: string;
  /** Lines that speak of the text and its making, word for word: “Translated: for the archive by …”. */
  readonly provenance: MappedText[] = [];
  /** Front matter that the source has already, and every key of it that is not ours. */
  found?: Record<string, unknown>;

  addCreator(name: string, role: Role): void {
    if (!this.creators.some((one) => one.name === name && one.role === role))
      this.creators.push({ name, role });
  }
}
