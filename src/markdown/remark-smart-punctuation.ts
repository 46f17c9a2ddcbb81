import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { escapedMarks } from './punctuation/escaped-marks.js';
import { type Replacements, smarten } from './punctuation/smarten.js';
import { eachTextRun } from './punctuation/text-run.js';

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
  eachTextRun(tree, language, (run) => {
    const escapes = new Map<Text, ReadonlySet<number>>();
    const made = smarten(run, ({ node, start }, at) => {
      const known = escapes.get(node!) ?? escapedMarks(node!, source);
      escapes.set(node!, known);
      return known.has(at - start);
    });
    if (made.size === 0) return;
    for (const { node, start, length } of run.segments)
      if (node) node.value = replaced(run.text, start, length, made);
  });
}

function replaced(text: string, start: number, length: number, made: Replacements): string {
  let value = '';
  for (let at = start; at < start + length; at++) value += made.get(at) ?? text[at];
  return value;
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
  const node: Text = { type: 'text', value: text };
  const made = smarten({ text, segments: [{ start: 0, length: text.length, node, language }] }, () => false);
  return replaced(text, 0, text.length, made);
}
