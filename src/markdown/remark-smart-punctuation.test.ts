import { toString as textOf } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { parseMarkdown } from './parse-markdown.js';
import { smartPunctuation } from './remark-smart-punctuation.js';

function smart(text: string, language = 'en'): string {
  const tree = parseMarkdown(text);
  smartPunctuation(tree, text, language);
  return tree.children
    .map((child) => textOf(child))
    .join('\n')
    .replaceAll('\u00A0', '~')
    .replaceAll('\u202F', '_');
}

test.each([
  ['"Yes," she said, "no."', '“Yes,” she said, “no.”'],
  [`"He said 'go' twice."`, '“He said ‘go’ twice.”'],
  [`'He said "go" twice.'`, '‘He said “go” twice.’'],
  [`"'Go,' he said."`, '“‘Go,’ he said.”'],
  [`"He said 'go.'"`, '“He said ‘go.’”'],
  [`Don't, the dogs' bowls, '90s, rock 'n' roll, 'tis`, 'Don’t, the dogs’ bowls, ’90s, rock ’n’ roll, ’tis'],
  [`the '90s and 'the end'`, 'the ’90s and ‘the end’'],
  ['"*Emphasis*" and *"inside"* and **"both" "**', '“Emphasis” and “inside” and “both” ”'],
  ['"A [link](x.md)," and `"code"` "`x`"', '“A link,” and "code" “x”'],
  ['Wait... what. . . . No', 'Wait… what.… No'],
  ['Row ........ 12', 'Row ........ 12'],
  [
    '1914--18, word--word, word -- word, word - word, well-known, ---',
    '1914–18, word—word, word~– word, word~– word, well-known, —',
  ],
  ['"Stop--" he said; "--go"', '“Stop—” he said; “—go”'],
  [`6'2" tall (5")`, '6′2″ tall (5″)'],
  ['("In brackets")', '(“In brackets”)'],
  ['\\"Straight\\" and don\\\'t', '"Straight" and don\'t'],
  ['https://example.com/it\'s--ok "x"', "https://example.com/it's--ok “x”"],
  ['$"x"$ and "y"', '"x" and “y”'],
  ['"Long speech without an end.', '“Long speech without an end.'],
  ['Said "x"[^1].\n\n[^1]: "Note"', 'Said “x”.\n“Note”'],
  [`"'Twas brillig," he said, and 'no'.`, '“’Twas brillig,” he said, and ‘no’.'],
  [`''Tis so,' he said.`, '‘’Tis so,’ he said.'],
  [`'At last,' he said.`, '‘At last,’ he said.'],
  [':page-mark[2]"I," said he. "You:page-mark[3]" "A', '2“I,” said he. “You3” “A'],
  ['', ''],
])('English: %s', (input, expected) => {
  expect(smart(input)).toBe(expected);
});

test.each([
  [
    'fr',
    '"Oui", dit-il ; "non" ! Quoi? Ah: "le mot \'dit\' ici" 12:30',
    '«~Oui~», dit-il_; «~non~»_! Quoi_? Ah~: «~le mot “dit” ici~» 12:30',
  ],
  ['fr', '« Déjà » et «collé»', '«~Déjà~» et «~collé~»'],
  ['fr', "L'eau, aujourd'hui", 'L’eau, aujourd’hui'],
  ['de', '"Ja, er sagte \'nein\'", sagte er - und ging', '„Ja, er sagte ‚nein‘“, sagte er~– und ging'],
  ['es', '"Sí" -- dijo', '«Sí»~— dijo'],
  ['it', '"Sì, l\'ho detto"', '«Sì, l’ho detto»'],
  ['pl', '"Tak" i w domu', '„Tak” i~w~domu'],
  ['ru', '"Да" -- сказал', '«Да»~— сказал'],
  ['sv', '"Ja"', '”Ja”'],
  ['nl', '\'s Avonds "ja"', '’s Avonds “ja”'],
  ['pt-BR', '"Sim"', '“Sim”'],
  ['xx', '"Other"', '“Other”'],
])('%s: %s', (language, input, expected) => {
  expect(smart(input, language)).toBe(expected);
});

test('a passage in another language has its own marks', () => {
  expect(smart('She said "yes", :lang["oui" !]{lang=fr} and "no".')).toBe(
    'She said “yes”, «~oui~»_! and “no”.',
  );
});

test('smartening twice changes nothing more', () => {
  const once = smart(`"He said 'go'..." -- 'twas '90s`);
  expect(smart(once.replaceAll('~', '\u00A0'))).toBe(once);
});

test('captions and titles for running heads are set too', () => {
  const text = `# A {short="Don't"}\n\n![x](a.png 'The "pike"')`;
  const tree = parseMarkdown(text);
  smartPunctuation(tree, text, 'en');
  expect(tree.children[0]).toMatchObject({ data: { attributes: { values: { short: 'Don’t' } } } });
  expect(tree.children[1]).toMatchObject({ children: [{ title: 'The “pike”' }] });
});
