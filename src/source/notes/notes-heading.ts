/** Headings of note lists, in the languages that we know; nothing else may stand in the line. */
const WORDS = [
  "(?:author['’]s |editor['’]s |translator['’]s |general )?(?:foot ?|end ?)?notes?(?: and references| to (?:the )?(?:text|chapter \\w+|introduction))?",
  "translator['’]s notes?",
  "notes? (?:de (?:bas de page|l[’']auteur|fin|la rédaction)|du traducteur)",
  'anmerkungen?|fu(?:ß|ss)noten?|endnoten?',
  'notas?(?: al pie)?|notas? do (?:autor|tradutor)',
  'note|note a piè di pagina',
  'noten|voetnoten|eindnoten',
  'noter|fotnoter|slutnoter',
  'przypisy|примечания|сноски',
  'remarques',
];
const NOTES = new RegExp(`^(?:${WORDS.join('|')})$`, 'i');

/** Whether a line is the heading of a list of notes: “NOTES:”, “Footnotes”, “— Anmerkungen —”. */
export function isNotesHeading(value: string): boolean {
  const bare = value.replace(/^[\s#*_=–—:.[-]+|[\s*_=–—:.\]-]+$/g, '');
  return bare.length < 60 && NOTES.test(bare);
}

/** Whether the heading can be that of nothing else: “Footnotes”, where “Notes” may be a part of the text. */
export function namesFootnotes(value: string): boolean {
  return /foot ?note|end ?note|fu(?:ß|ss)note|bas de page|al pie|a piè|voetnoot|voetnoten|eindnoten|fotnoter|slutnoter|przypisy|сноски/i.test(
    value,
  );
}
