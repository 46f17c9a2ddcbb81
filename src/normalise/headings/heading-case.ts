import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { isAllCapitals } from './capitals.js';
import { headingText, textNodes } from './heading-text.js';
import { titleCase } from './title-case.js';
import { WordForms } from './word-forms.js';

/** Sets headings written in capitals in the case of the language; a full stop at the end goes with them. */
export function settleHeadingCase(tree: Root, file: VFile, language: string): void {
  let forms: WordForms | undefined;
  visit(tree, 'heading', (heading, _index, parent) => {
    const attributes = heading.data?.attributes;
    const { label } = attributes?.values ?? {};
    if (attributes && label && isAllCapitals(label))
      heading.data!.attributes = {
        ...attributes,
        values: { ...attributes.values, label: titleCase(label, language) },
      };
    const before = headingText(heading.children);
    // One short word may be a set of initials.
    if (!isAllCapitals(before) || (before.match(/\p{L}/gu) ?? []).length < 5) return;
    forms ??= WordForms.of(tree);
    const after = titleCase(before, heading.data?.attributes?.values.lang ?? language, forms);
    if (after === before) return;
    spread(heading.children, before, after);
    const last = textNodes(heading.children).at(-1);
    if (last && /[^.]\.\s*$/.test(last.value) && !/\b\p{L}{1,3}\.\s*$/u.test(last.value))
      last.value = last.value.replace(/\.\s*$/, '');
    tell(file, {
      severity: 'info',
      code: 'heading-case',
      reason: `Unexpected heading in capitals, set as “${after}”`,
      place: heading,
      ancestors: parent ? [parent, heading] : [heading],
      note: 'Write the heading as it should stand if this is not right.',
    });
  });
}

/** Gives the text nodes of a heading their stretches of a text of the same length. */
function spread(nodes: readonly PhrasingContent[], before: string, after: string): void {
  let at = 0;
  for (const text of textNodes(nodes)) {
    const start = before.indexOf(text.value, at);
    at = start + text.value.length;
    text.value = after.slice(start, at);
  }
}
