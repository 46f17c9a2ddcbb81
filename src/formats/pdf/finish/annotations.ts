import type { PdfFile } from '../file/pdf-file.js';
import type { PlacedBox } from './notes.js';
import { number } from './page-boxes.js';
import { references } from './pages.js';
import type { Structure } from './structure.js';

/** A link inside the book, from a rectangle to a place. */
export interface Annotation {
  readonly from: PlacedBox;
  readonly to: PlacedBox;
  /** Number of the structure element that is the link. */
  readonly element: number;
}

/**
 * Adds link annotations. Chromium makes them too, but looks for each target on each page, which takes longer
 * than printing when a book has thousands of notes.
 */
export function addAnnotations(
  file: PdfFile,
  structure: Structure,
  pages: readonly number[],
  annotations: readonly Annotation[],
): void {
  const root = file.text(structure.root);
  const tree = references(/\/ParentTree \d+ 0 R/.exec(root)?.[0] ?? '')[0];
  if (!tree || !annotations.length) return;
  let parents = file.text(tree).replace(/\]\s*>>\s*$/, '');
  const keys = Array.from(parents.matchAll(/(\d+) \d+ 0 R/g), (match) => Number(match[1]));
  let next = Math.max(FIRST_KEY, ...keys.map((key) => key + 1));
  const added = new Map<number, string[]>();
  const entries: string[] = [];
  for (const { from, to, element } of annotations) {
    const { x, y, width, height } = from.box;
    const top = to.box.y + to.box.height;
    const annotation = file.add(
      [
        '<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0]',
        `/Rect [${[x, y, x + width, y + height].map(number).join(' ')}]`,
        `/Dest [${pages[to.page]} 0 R /XYZ null ${number(top + ABOVE)} null]`,
        `/StructParent ${next}>>`,
      ].join('\n'),
    );
    structure.append(element, `<</Type /OBJR /Obj ${annotation} 0 R /Pg ${pages[from.page]} 0 R>>`);
    entries.push(`${next} ${element} 0 R`);
    added.set(from.page, [...(added.get(from.page) ?? []), `${annotation} 0 R`]);
    next++;
  }
  parents = `${parents} ${entries.join(' ')}]>>`;
  file.set(tree, parents);
  file.set(structure.root, root.replace(/\/ParentTreeNextKey \d+/, `/ParentTreeNextKey ${next}`));
  for (const [page, links] of added) {
    const text = file.text(pages[page]!);
    file.set(
      pages[page]!,
      /\/Annots \[/.test(text)
        ? text.replace(/\/Annots \[/, `/Annots [${links.join(' ')} `)
        : text.replace(/>>\s*$/, `\n/Annots [${links.join(' ')}]>>`),
    );
  }
}

/** Chromium counts the links that it makes itself from 100,000, above the pages. */
const FIRST_KEY = 200_000;
/** Points of white that a reader sees above the place that a link leads to. */
const ABOVE = 12;
