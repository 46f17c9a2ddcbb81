import type { Edition } from '../../edition/edition.js';
import { classes } from './convert.js';
import { type BookTexts, eachElement } from './text-files.js';

/** What the metadata may say of access, counted in the text that is packed and not declared. */
export interface Accessibility {
  readonly accessMode: readonly string[];
  readonly accessModeSufficient: readonly string[];
  readonly accessibilityFeature: readonly string[];
  readonly accessibilityHazard: readonly string[];
  readonly accessibilitySummary: string;
}

/** What is in the text of a book, cover and pages of ours left out. */
export interface AccessibilityCounts {
  pictures: number;
  decorative: number;
  /** Pictures that have a description. */
  described: number;
  formulas: number;
  notes: number;
}

export interface AccessibilityFacts {
  readonly counts: AccessibilityCounts;
  /** Whether the book has an index. */
  readonly index: boolean;
  /** Whether a picture of the book moves. */
  readonly moving: boolean;
  /** Whether the contents are deeper than the titles of chapters. */
  readonly nested: boolean;
  /** What the page-list’s numbers belong to; absent without a page-list. */
  readonly pageSource?: string;
}

export interface AccessibilityInput {
  readonly edition: Edition;
  readonly texts: BookTexts;
  readonly index: boolean;
  readonly moving: boolean;
  readonly pageSource?: string;
}

/** Computes the accessibility metadata of a book. */
export function accessibilityOf({
  edition,
  texts,
  index,
  moving,
  pageSource,
}: AccessibilityInput): Accessibility {
  const counts: AccessibilityCounts = { pictures: 0, decorative: 0, described: 0, formulas: 0, notes: 0 };
  for (const file of texts.files)
    eachElement(file.content, (node) => {
      const { alt } = node.properties;
      if (node.tagName === 'img') {
        counts.pictures++;
        if (classes(node).includes('decorative')) counts.decorative++;
        else if (typeof alt === 'string' && alt.trim() !== '') counts.described++;
      }
      if (node.tagName === 'math') counts.formulas++;
      if (node.properties['epub:type'] === 'footnote') counts.notes++;
    });
  const nested = edition.contents.some((entry) => entry.children.length > 0);
  return claimsFor({ counts, index, moving, nested, ...(pageSource !== undefined && { pageSource }) });
}

/** What may be claimed of a book in which that was counted (schema.org terms, EPUB Accessibility 1.1). */
export function claimsFor({ counts, index, moving, nested, pageSource }: AccessibilityFacts): Accessibility {
  const allDescribed = counts.described + counts.decorative === counts.pictures;
  const seen = counts.pictures > counts.decorative;
  return {
    accessMode: seen ? ['textual', 'visual'] : ['textual'],
    accessModeSufficient: allDescribed ? ['textual'] : ['textual,visual'],
    accessibilityFeature: [
      ...(seen && allDescribed ? ['alternativeText'] : []),
      ...(counts.formulas > 0 ? ['MathML', 'describedMath'] : []),
      ...(index ? ['index'] : []),
      ...(pageSource === undefined ? [] : ['pageBreakMarkers', 'pageNavigation']),
      'ARIA',
      'displayTransformability',
      'readingOrder',
      'structuralNavigation',
      'tableOfContents',
    ],
    accessibilityHazard: moving ? ['unknown'] : ['none'],
    accessibilitySummary: [
      'The text can be read aloud, enlarged and set in the reader’s own type and colours.',
      nested ? 'Contents follow the headings at every level.' : 'Contents list every chapter.',
      pageSource !== undefined && `Page numbers are those of ${pageSource}.`,
      counts.notes > 0 && 'Notes stand at the end of their chapter, each linked with its calls both ways.',
      counts.formulas > 0 && 'Formulas are MathML with their TeX source as text.',
      !seen && counts.pictures === 0 && 'There are no pictures.',
      !seen && counts.pictures > 0 && 'The only pictures are ornaments.',
      seen && (allDescribed ? 'Every picture has a description.' : 'Some pictures have no description.'),
    ]
      .filter(Boolean)
      .join(' '),
  };
}
