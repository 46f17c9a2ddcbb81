import { isLanguageTag } from '../config/language-tag.js';
import type { FrontMatter } from '../markdown/front-matter.js';

/** The language that a file states for itself. */
export function languageOf({ data }: FrontMatter): string | undefined {
  const language = data.language ?? data.lang;
  return typeof language === 'string' && isLanguageTag(language) ? language : undefined;
}
