const KEYS = ['contents', 'sources', 'from', 'page', 'pages', 'inPacket'] as const;

/** Words that a packet puts round its texts; `{}` stands for what they speak of. */
export type PacketTerms = Readonly<Record<(typeof KEYS)[number], string>>;

/** A row a language, in the order of the keys; the languages are those of the other terms. */
const ROWS: Readonly<Record<string, string>> = {
  en: 'Contents|Sources and rights|From {}|p. {}|pp. {}|In this packet: p. {}',
  de: 'Inhalt|Quellen und Rechte|Aus: {}|S. {}|S. {}|In diesem Heft: S. {}',
  fr: 'Table des matières|Sources et droits|Tiré de : {}|p. {}|p. {}|Dans ce recueil : p. {}',
  es: 'Índice|Fuentes y derechos|De: {}|p. {}|pp. {}|En este cuaderno: p. {}',
  it: 'Indice|Fonti e diritti|Da: {}|p. {}|pp. {}|In questa dispensa: p. {}',
  pt: 'Sumário|Fontes e direitos|De: {}|p. {}|pp. {}|Neste caderno: p. {}',
  nl: 'Inhoud|Bronnen en rechten|Uit: {}|p. {}|p. {}|In deze bundel: p. {}',
  sv: 'Innehåll|Källor och rättigheter|Ur: {}|s. {}|s. {}|I detta häfte: s. {}',
  pl: 'Spis treści|Źródła i prawa|Z: {}|s. {}|s. {}|W tym zbiorze: s. {}',
  ru: 'Содержание|Источники и права|Из: {}|с. {}|с. {}|В этом сборнике: с. {}',
  el: 'Περιεχόμενα|Πηγές και δικαιώματα|Από: {}|σ. {}|σσ. {}|Σε αυτό το τεύχος: σ. {}',
  he: 'תוכן העניינים|מקורות וזכויות|מתוך: {}|עמ׳ {}|עמ׳ {}|בחוברת זו: עמ׳ {}',
  ar: 'المحتويات|المصادر والحقوق|من: {}|ص {}|ص {}|في هذه الكراسة: ص {}',
  la: 'Index capitum|Fontes et iura|Ex: {}|p. {}|pp. {}|In hoc fasciculo: p. {}',
};

/** The words in the language of a BCP 47 tag, else in English. */
export function packetTerms(language: string): PacketTerms {
  const words = (ROWS[language.toLowerCase().split('-')[0]!] ?? ROWS.en!).split('|');
  return Object.fromEntries(KEYS.map((key, index) => [key, words[index]!])) as PacketTerms;
}

/** Puts pages of an original into words: `12` is one page, `12–19` are several. */
export function pagesInWords(pages: string, terms: PacketTerms): string {
  const term = /^[\divxlc]+$/i.test(pages.trim()) ? terms.page : terms.pages;
  return term.replace('{}', () => pages.trim().replace(/(?<=\w)\s*-\s*(?=\w)/g, '–'));
}
