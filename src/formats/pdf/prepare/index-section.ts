import type { Element } from 'hast';
import { h } from 'hastscript';
import type { IndexEntry } from '../../../edition/index-entries.js';
import { FILL } from './fills.js';

/** The index as text: entries with the fills that their pages come to stand in, a gap before each new letter. */
export function indexText(entries: readonly IndexEntry[], language: string): Element[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base' });
  let before = '';
  return entries.map(({ term, sub, marks }, i) => {
    const initial = [...term][0] ?? '';
    const opens = !sub && i > 0 && collator.compare(initial, before) !== 0;
    if (!sub) before = initial;
    const pages = marks.length
      ? [', ', h('span.index-pages', { dataFill: FILL.index(i) }, placeholder(marks.length))]
      : [];
    const className = [sub ? 'sub' : '', opens ? 'opens' : ''].filter(Boolean);
    return h('p.index-entry', { className, dataGuide: sub ? undefined : term }, [sub ?? term, ...pages]);
  });
}

const placeholder = (marks: number) => Array.from({ length: marks }, () => '000').join(', ');
