/** Titles of the lists that only a printed book has. */
export interface ListTitles {
  readonly figures: string;
  readonly tables: string;
  readonly links: string;
}

/** A row a language, in the order of the keys; the languages are those of the terms. */
const ROWS: Readonly<Record<string, string>> = {
  en: 'Figures|Tables|Links',
  de: 'Abbildungen|Tabellen|Verweise',
  fr: 'Figures|Tableaux|Liens',
  es: 'Figuras|Tablas|Enlaces',
  it: 'Figure|Tabelle|Collegamenti',
  pt: 'Figuras|Tabelas|Ligações',
  nl: 'Figuren|Tabellen|Verwijzingen',
  sv: 'Figurer|Tabeller|Länkar',
  pl: 'Ryciny|Tabele|Odnośniki',
  ru: 'Иллюстрации|Таблицы|Ссылки',
  el: 'Εικόνες|Πίνακες|Σύνδεσμοι',
  ar: 'الأشكال|الجداول|الروابط',
  he: 'איורים|טבלאות|קישורים',
  zh: '插图|表格|链接',
  ja: '図版|表|リンク',
  la: 'Imagines|Tabulae|Nexus',
};

/** The titles in the language of a BCP 47 tag, else in English. */
export function listTitles(language: string): ListTitles {
  const row = ROWS[language.toLowerCase().split('-')[0]!] ?? ROWS.en!;
  const titles = row.split('|');
  return { figures: titles[0]!, tables: titles[1]!, links: titles[2]! };
}
