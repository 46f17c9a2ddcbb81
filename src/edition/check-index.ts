import type { Element, Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { CLASS } from '../hast/vocabulary.js';
import { tell } from '../report/file-messages.js';
import { nearestName } from '../report/nearest-name.js';
import { entryName, type IndexMark, indexEntries, indexMarkOf, referredEntry } from './index-entries.js';
import { hasClass } from './title-of.js';

interface PlacedMark {
  readonly mark: IndexMark;
  readonly node: Element;
  readonly ancestors: readonly (Root | Element)[];
  readonly file: VFile;
}

/** Tells of references in the index that lead to no entry, and of passages that have one end only. */
export function checkIndex(
  trees: readonly { readonly tree: Root | Element; readonly document: { readonly file: VFile } }[],
  language: string,
): void {
  const marks: PlacedMark[] = [];
  for (const { tree, document } of trees)
    visitParents(tree, 'element', (node, ancestors) => {
      if (hasClass(node, CLASS.indexMark))
        marks.push({ mark: indexMarkOf(node), node, ancestors, file: document.file });
    });
  checkReferences(marks, language);
  checkPassages(marks);
}

function checkReferences(marks: readonly PlacedMark[], language: string): void {
  const entries = indexEntries(
    marks.map(({ mark }) => mark),
    language,
  );
  const names = entries.map(entryName);
  for (const { mark, node, ancestors, file } of marks) {
    const name = mark.see ?? mark.also;
    if (name === undefined || referredEntry(name, entries)) continue;
    const nearest = nearestName(
      name,
      names.filter((other) => other !== mark.term),
    );
    tell(file, {
      severity: 'warning',
      code: 'index-reference',
      reason: `The index has no entry “${name}”, to which “${mark.term}” leads`,
      place: node,
      ancestors: [...ancestors, node],
      note: nearest
        ? `Did you mean “${nearest}”?`
        : 'Mark a place for it, or take the reference away. An entry below another is named with a comma: “Fish, pike”.',
    });
  }
}

function checkPassages(marks: readonly PlacedMark[]): void {
  const open = new Map<string, PlacedMark[]>();
  const alone: PlacedMark[] = [];
  for (const placed of marks) {
    const { term, sub, range, see, also } = placed.mark;
    if (see || also || !range) continue;
    const key = JSON.stringify([term, sub ?? '']);
    const begun = open.get(key) ?? [];
    open.set(key, begun);
    if (range === 'start') begun.push(placed);
    else if (!begun.pop()) alone.push(placed);
  }
  for (const { mark, node, ancestors, file } of [...alone, ...[...open.values()].flat()])
    tell(file, {
      severity: 'warning',
      code: 'index-passage',
      reason: `A passage on “${entryName(mark)}” ${
        mark.range === 'start' ? 'begins and does not end' : 'ends and has not begun'
      }`,
      place: node,
      ancestors: [...ancestors, node],
      note: 'Mark both ends under the same words, with `range=start` and `range=end`. Until then it counts as one place.',
    });
}
