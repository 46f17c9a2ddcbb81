/** Languages without rules of their own, and those that are nearest. */
const NEAREST: Readonly<Record<string, string>> = { grc: 'el', la: 'it', cu: 'ru' };

/**
 * A locale that this machine’s ICU has rules for, for a language or one near it: `Intl` would take that of the machine
 * for a language that it does not know, and the same book would be sorted otherwise elsewhere.
 */
export function icuLocale(language: string): string {
  const isKnown = (tag: string) => Intl.Collator.supportedLocalesOf(tag).length > 0;
  if (isKnown(language)) return language;
  const nearest = NEAREST[language.toLowerCase().split('-')[0]!];
  return nearest !== undefined && isKnown(nearest) ? nearest : 'en';
}
