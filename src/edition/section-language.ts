import type { FrontMatter } from '../markdown/front-matter.js';

/** The language that a file states for itself. */
export function languageOf({ data }: FrontMatter): string | undefined {
  const language = data.language ?? data.lang;
  return typeof language === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(language)
    ? language
    : undefined;
}
