import { expect, test } from 'vitest';
import { parseMarkdown } from '../../markdown/parse-markdown.js';
import { titleCase } from './title-case.js';
import { WordForms } from './word-forms.js';

test.each([
  ['en', 'THE END OF THE AFFAIR', 'The End of the Affair'],
  ['en', 'WHAT WE ARE FIGHTING FOR', 'What We Are Fighting For'],
  ['en', 'HENRY VIII AND THE MIX OF I AND WE', 'Henry VIII and the Mix of I and We'],
  ['en', 'CHAPTER ONE: THE FIRST', 'Chapter One: The First'],
  ['en', 'A WELL-TO-DO MAN-AT-ARMS', 'A Well-to-Do Man-at-Arms'],
  ['en', '“WHO GOES THERE?” A REPLY', '“Who Goes There?” A Reply'],
  ['en', 'THE 2ND AND 3RD OF MAY, 1808', 'The 2nd and 3rd of May, 1808'],
  ['en', 'T. S. ELIOT IN THE U.S.S.R.', 'T. S. Eliot in the U.S.S.R.'],
  ['en-GB', "THE MILLERS' WIVES' O'CLOCK", "The Millers' Wives' O'Clock"],
  ['fr', "DE L'ESPRIT DES LOIS", "De l'esprit des lois"],
  ['es', 'LA VIDA ES SUEÑO', 'La vida es sueño'],
  ['ru', 'ГЛАВА ПЕРВАЯ. О РЕКЕ', 'Глава Первая. О реке'],
  ['sv', 'ÖVER ÅN', 'Över ån'],
])('%s: %s', (language, title, expected) => {
  expect(titleCase(title, language)).toBe(expected);
});

test('the text itself tells how its words are written', () => {
  const forms = WordForms.of(
    parseMarkdown(
      'Dann fuhr sie nach Köln, und der Rhein lag im Nebel. Die UNESCO schwieg. Im Nebel fuhr Herr von Arnim.',
    ),
  );
  expect(titleCase('VON KÖLN AM RHEIN IM NEBEL UND DER UNESCO', 'de', forms)).toBe(
    'Von Köln am Rhein im Nebel und der UNESCO',
  );
});
