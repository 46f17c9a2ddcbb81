import type { Element, Root } from 'hast';
import type { Matter } from '../config/book.js';
import type { BookDocument } from './document.js';
import type { Credit, SectionKind, Title } from './edition.js';

/** A section while the edition is being put together. */
export interface SectionDraft {
  readonly document: BookDocument;
  readonly matter: Matter;
  readonly kind: SectionKind;
  /** Index into `book.parts`. */
  readonly part?: number;
  readonly title: Title;
  readonly heading: Element | undefined;
  readonly language: string;
  readonly credit: Credit;
  readonly tree: Root;
}
