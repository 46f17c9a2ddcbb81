import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { isAllCapitals } from './capitals.js';

/** How the text of a document writes its words: the evidence for a word that a title has in capitals. */
export class WordForms {
  readonly #counts = new Map<string, Map<string, number>>();

  /** Counts the words inside sentences; the first of a sentence says nothing of its own capital. */
  static of(tree: Root): WordForms {
    const forms = new WordForms();
    visit(tree, (node) => {
      if (node.type === 'heading') return SKIP;
      if (node.type === 'text' && !isAllCapitals(node.value)) forms.#read(node.value);
      return undefined;
    });
    return forms;
  }

  #read(text: string): void {
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
      const before = text.slice(Math.max(0, index - 3), index);
      const isFirst = index === 0 || /[.!?:“"‘«„(—\n]\s*$/.test(before);
      const isPlain = word === word.toLowerCase();
      // A capital that begins a sentence is no evidence, a capital further on (McDonald, UNO) is.
      if (isFirst && !isPlain && !/\p{Lu}/u.test(word.slice(1))) continue;
      const key = word.toLowerCase().replaceAll('’', "'");
      const own = this.#counts.get(key) ?? new Map<string, number>();
      own.set(word, (own.get(word) ?? 0) + 1);
      this.#counts.set(key, own);
    }
  }

  /** The form that the text has most often, if it has the word. */
  usual(word: string): string | undefined {
    const own = this.#counts.get(word.toLowerCase().replaceAll('’', "'"));
    if (!own) return undefined;
    return [...own].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  }
}
