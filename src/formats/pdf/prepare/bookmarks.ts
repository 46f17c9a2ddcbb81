import type { ContentsEntry, Edition } from '../../../edition/edition.js';
import type { Bookmark } from '../finish/outline.js';
import type { Printed } from './printed.js';

/** The outline of the file: the tree of headings, and what the printed book has beside it, in printing order. */
export function bookmarksOf(edition: Edition, printed: readonly Printed[]): Bookmark[] {
  const rootsOf = (id: string) => edition.contents.filter(({ section }) => section === id);
  return printed.flatMap(({ element, bookmark }) => [
    ...(bookmark ? [{ ...bookmark, children: [] }] : []),
    ...rootsOf(String(element.properties.id)).map(ofEntry),
  ]);
}

function ofEntry({ id, title, children }: ContentsEntry): Bookmark {
  const text = [title.label, title.text].filter(Boolean).join(': ');
  return { id, title: text, children: children.map(ofEntry) };
}
