import { renderReference } from '../config/reference.js';
import { renderCatalogue } from '../report/render-catalogue.js';

/** A chapter of the handbook that is made from tables in the code. */
export interface ReferenceChapter {
  /** Path in the repository. */
  readonly file: string;
  render(): string;
}

const chapter = (name: string, title: string, intro: string, body: () => string): ReferenceChapter => ({
  file: `sources/handbook/reference/${name}.md`,
  render: () => `# ${title}\n\n${intro}\n\n${body()}`,
});

export const REFERENCE: readonly ReferenceChapter[] = [
  chapter(
    'book-yaml',
    'What book.yaml may say',
    'Every key, what it is, and what it may hold. A length is a number with its unit: 20mm, 0.75in, 54pt. Where a key takes a list, one entry may stand by itself.',
    renderReference,
  ),
  chapter(
    'messages',
    'What the messages mean',
    'Each message ends with a word in brackets. Here is what it means, and what to do.',
    renderCatalogue,
  ),
];
