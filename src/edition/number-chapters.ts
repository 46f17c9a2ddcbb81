import { numberHeadings } from '../hast/number-headings.js';
import type { SectionDraft } from './section-draft.js';
import { hasClass, titleOf } from './title-of.js';

/** Numbers chapters through the whole book and their sections below them; other sections have no numbers. */
export function numberChapters(drafts: readonly SectionDraft[]): SectionDraft[] {
  let chapter = 0;
  return drafts.map((draft) => {
    const { kind, tree, heading, title } = draft;
    if (kind !== 'chapter' || (heading && hasClass(heading, 'unnumbered'))) return draft;
    chapter += 1;
    numberHeadings(tree, { chapter });
    const label = heading && titleOf(heading).label;
    return label === undefined ? draft : { ...draft, title: { ...title, label } };
  });
}
