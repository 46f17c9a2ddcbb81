import { expect, test } from 'vitest';
import { fill, hasTerms, termsFor } from './terms.js';

test.each(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru', 'el', 'la'])(
  '%s has every word',
  (language) => {
    expect(hasTerms(language)).toBe(true);
    const words = Object.values(termsFor(language));
    expect(words).toHaveLength(Object.keys(termsFor('en')).length);
    expect(words.every((word) => typeof word === 'string' && word.trim() !== '')).toBe(true);
    expect(termsFor(language).backToCall).toContain('{}');
    expect(termsFor(language).continued).toContain('{}');
  },
);

test('a regional tag has the words of its language, an unknown one the English', () => {
  expect(termsFor('fr-CA').contents).toBe('Table des matières');
  expect(termsFor('tlh').contents).toBe('Contents');
  expect(hasTerms('tlh')).toBe(false);
});

test('a title with dollar signs is put in as it is', () => {
  expect(fill('{} (continued)', "$& and $'")).toBe("$& and $' (continued)");
});
