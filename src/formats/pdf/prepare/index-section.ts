import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { entryName, type IndexEntry } from '../../../edition/index-entries.js';
import { indexGroups } from '../../../edition/index-groups.js';
import { FILL } from './fills.js';
import { listTitles } from './list-titles.js';

/** The index as text: entries with the fills that their pages come to stand in, a gap before each new letter. */
export function indexText(entries: readonly IndexEntry[], language: string): Element[] {
  const openings = new Set(indexGroups(entries, language).map((group) => group.entries[0]));
  const words = listTitles(language);
  const references = (word: string, names: readonly string[], mark: string): ElementContent[] =>
    names.length
      ? [{ type: 'text', value: mark }, h('em', word), { type: 'text', value: ` ${names.join('; ')}` }]
      : [];
  return entries.map((entry, i) => {
    const { term, sub, marks, see, also } = entry;
    const opens = i > 0 && openings.has(entry);
    const pages: ElementContent[] = marks.length
      ? [
          { type: 'text', value: ', ' },
          h('span.index-pages', { dataFill: FILL.index(i) }, placeholder(marks.length)),
        ]
      : [];
    const className = [sub ? 'sub' : '', opens ? 'opens' : ''].filter(Boolean);
    return h('p.index-entry', { className, dataGuide: sub ? undefined : term, dataEntry: entryName(entry) }, [
      { type: 'text', value: sub ?? term },
      ...pages,
      ...references(words.see, see, ', '),
      ...references(words.seeAlso, also, marks.length ? '; ' : ', '),
    ]);
  });
}

const placeholder = (marks: number) => Array.from({ length: marks }, () => '000').join(', ');
