import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { IndexEntry } from '../../../edition/index-entries.js';
import { FILL } from './fills.js';
import { listTitles } from './list-titles.js';

/** The index as text: entries with the fills that their pages come to stand in, a gap before each new letter. */
export function indexText(entries: readonly IndexEntry[], language: string): Element[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base' });
  const words = listTitles(language);
  const references = (word: string, names: readonly string[], mark: string): ElementContent[] =>
    names.length
      ? [{ type: 'text', value: mark }, h('em', word), { type: 'text', value: ` ${names.join('; ')}` }]
      : [];
  let before = '';
  return entries.map(({ term, sub, marks, see, also }, i) => {
    const initial = [...term][0] ?? '';
    const opens = !sub && i > 0 && collator.compare(initial, before) !== 0;
    if (!sub) before = initial;
    const pages: ElementContent[] = marks.length
      ? [
          { type: 'text', value: ', ' },
          h('span.index-pages', { dataFill: FILL.index(i) }, placeholder(marks.length)),
        ]
      : [];
    const className = [sub ? 'sub' : '', opens ? 'opens' : ''].filter(Boolean);
    return h('p.index-entry', { className, dataGuide: sub ? undefined : term }, [
      { type: 'text', value: sub ?? term },
      ...pages,
      ...references(words.see, see, ', '),
      ...references(words.seeAlso, also, marks.length ? '; ' : ', '),
    ]);
  });
}

const placeholder = (marks: number) => Array.from({ length: marks }, () => '000').join(', ');
