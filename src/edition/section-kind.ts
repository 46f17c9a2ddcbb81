import type { Matter } from '../config/book.js';
import type { SectionKind } from './edition.js';

/** The kinds that a file's front matter may name with `kind:`. */
export const SECTION_KINDS: readonly SectionKind[] = [
  'dedication',
  'epigraph',
  'foreword',
  'preface',
  'acknowledgments',
  'introduction',
  'prologue',
  'part',
  'chapter',
  'epilogue',
  'afterword',
  'conclusion',
  'appendix',
  'glossary',
  'bibliography',
  'colophon',
];

/** Words at the beginning of headings and file names, in the languages that Octavo knows, in lower case. */
const WORDS: Readonly<Partial<Record<SectionKind, readonly string[]>>> = {
  dedication: [
    'dedication',
    'dédicace',
    'widmung',
    'dedicatoria',
    'dedica',
    'dedykacja',
    'посвящение',
    'dedikation',
    'opdracht',
    'dedicatória',
  ],
  epigraph: ['epigraph', 'épigraphe', 'motto', 'epígrafe', 'epigrafe', 'эпиграф'],
  foreword: [
    'foreword',
    'avant-propos',
    'geleitwort',
    'zum geleit',
    'prólogo del editor',
    'słowo wstępne',
    'ten geleide',
    'förord av',
    'à guisa de prefácio',
  ],
  preface: [
    'preface',
    'préface',
    'vorwort',
    'prefacio',
    'prefazione',
    'przedmowa',
    'предисловие',
    'förord',
    'voorwoord',
    'prefácio',
    'note to the reader',
    'to the reader',
  ],
  acknowledgments: [
    'acknowledgments',
    'acknowledgements',
    'remerciements',
    'danksagung',
    'agradecimientos',
    'ringraziamenti',
    'podziękowania',
    'благодарности',
    'tack',
    'dankwoord',
    'agradecimentos',
  ],
  introduction: [
    'introduction',
    'einleitung',
    'einführung',
    'introducción',
    'introduzione',
    'wstęp',
    'wprowadzenie',
    'введение',
    'inledning',
    'inleiding',
    'introdução',
  ],
  prologue: ['prologue', 'prolog', 'prólogo', 'prologo', 'пролог', 'proloog'],
  epilogue: ['epilogue', 'épilogue', 'epilog', 'epílogo', 'epilogo', 'эпилог', 'epiloog'],
  afterword: [
    'afterword',
    'postface',
    'nachwort',
    'posfacio',
    'postfazione',
    'posłowie',
    'послесловие',
    'efterord',
    'nawoord',
    'posfácio',
    'postscript',
  ],
  conclusion: [
    'conclusion',
    'conclusions',
    'schluss',
    'schluß',
    'schlusswort',
    'conclusión',
    'conclusione',
    'zakończenie',
    'заключение',
    'slutsats',
    'conclusie',
    'conclusão',
  ],
  appendix: [
    'appendix',
    'appendices',
    'annexe',
    'appendice',
    'anhang',
    'apéndice',
    'anexo',
    'dodatek',
    'aneks',
    'приложение',
    'bilaga',
    'bijlage',
    'apêndice',
  ],
  glossary: [
    'glossary',
    'glossaire',
    'glossar',
    'glosario',
    'glossario',
    'słowniczek',
    'глоссарий',
    'словарь',
    'ordlista',
    'woordenlijst',
    'glossário',
  ],
  bibliography: [
    'bibliography',
    'works cited',
    'references',
    'bibliographie',
    'literaturverzeichnis',
    'literatur',
    'bibliografía',
    'bibliografia',
    'библиография',
    'литература',
    'litteratur',
    'bibliografie',
  ],
  colophon: [
    'colophon',
    'kolophon',
    'impressum',
    'colofón',
    'colophone',
    'kolofon',
    'колофон',
    'colofon',
    'colofão',
    'about this edition',
  ],
};

/**
 * Guesses what a section is from its heading, else from its file name. In the body only what opens or closes a
 * text is told from a chapter.
 */
export function guessKind(heading: string | undefined, fileName: string, matter: Matter): SectionKind {
  const found =
    kindOf(heading ?? '') ?? (matter === 'body' && heading ? undefined : kindOf(wordsOfFile(fileName)));
  if (found && (matter !== 'body' || IN_BODY.has(found))) return found;
  return matter === 'front' ? 'preface' : matter === 'back' ? 'appendix' : 'chapter';
}

const IN_BODY = new Set<SectionKind>([
  'introduction',
  'prologue',
  'epilogue',
  'conclusion',
  'preface',
  'foreword',
  'afterword',
]);

function kindOf(text: string): SectionKind | undefined {
  const lower = text.trim().toLowerCase();
  for (const [kind, words] of Object.entries(WORDS))
    if (words.some((word) => lower.startsWith(word) && !/^[\p{L}\p{N}]/u.test(lower.slice(word.length))))
      return kind as SectionKind;
  return undefined;
}

/** `03-author_preface.md` → `author preface`; a number in front says only the order. */
export function wordsOfFile(fileName: string): string {
  return fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/^[\d.\s_-]+(?=\p{L})/u, '')
    .replace(/[-_]+/g, ' ')
    .trim();
}
