import type { Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { escapedMarks } from './punctuation/escaped-marks.js';
import { smarten } from './punctuation/smarten.js';
import { textRuns } from './punctuation/text-run.js';

export interface SmartPunctuationOptions {
  /** Language of the text, as a BCP 47 tag; passages marked with another have their own. Default: `en`. */
  readonly language?: string;
}

/**
 * Sets quotation marks, apostrophes, dashes, ellipses and the spaces that belong to them by the rules of the
 * language. Code, mathematics and addresses are left alone, and so is what a backslash precedes.
 */
export function remarkSmartPunctuation({ language = 'en' }: SmartPunctuationOptions = {}) {
  return (tree: Root, file: VFile): void => smartPunctuation(tree, String(file), language);
}

/** The same for a tree whose source is at hand. */
export function smartPunctuation(tree: Root, source: string, language: string): void {
  for (const run of textRuns(tree, language)) {
    const escapes = new Map<Text, ReadonlySet<number>>();
    const isEscaped = (at: number) => {
      const { text, index } = run[at]!;
      if (!text) return false;
      const known = escapes.get(text) ?? escapedMarks(text, source);
      escapes.set(text, known);
      return known.has(index);
    };
    const made = smarten(run, isEscaped);
    if (made.size === 0) continue;
    const values = new Map<Text, string[]>();
    for (const [at, { text, value }] of run.entries()) {
      if (!text) continue;
      const parts = values.get(text) ?? [];
      values.set(text, parts);
      parts.push(made.get(at) ?? value);
    }
    for (const [text, parts] of values) text.value = parts.join('');
  }
}
