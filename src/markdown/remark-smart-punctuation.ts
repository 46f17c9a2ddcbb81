import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
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
  smartenTitles(tree, language);
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

/** Words that are printed too, though they are no running text: captions, labels, titles for running heads. */
function smartenTitles(tree: Root, language: string): void {
  const smart = (text: string) => smartenText(text, language);
  visit(tree, (node) => {
    if ('title' in node && typeof node.title === 'string') node.title = smart(node.title);
    if (node.type !== 'heading' && node.type !== 'image' && node.type !== 'imageReference') return;
    const attributes = node.data?.attributes;
    if (!attributes) return;
    const values: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes.values))
      values[key] = WORDS.has(key) ? smart(value) : value;
    node.data = { ...node.data, attributes: { ...attributes, values } };
  });
}

/** Attributes that hold words. */
const WORDS = new Set(['caption', 'label', 'short']);

/** The same for a line of words. */
export function smartenText(text: string, language: string): string {
  const run = Array.from(text.split(''), (value, index) => ({ value, index, language, text: STAND_IN }));
  const made = smarten(run, () => false);
  return run.map(({ value, index }) => made.get(index) ?? value).join('');
}

/** Plain words stand in no tree; what is put in their place is read from the result alone. */
const STAND_IN: Text = { type: 'text', value: '' };
