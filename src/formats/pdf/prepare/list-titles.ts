/** Titles of the lists that only a printed book has, and what leads from one entry of the index to another. */
export interface ListTitles {
  readonly figures: string;
  readonly tables: string;
  readonly links: string;
  readonly see: string;
  readonly seeAlso: string;
}

/** A row a language, in the order of the keys; the languages are those of the terms. */
const ROWS: Readonly<Record<string, string>> = {
  en: 'Figures|Tables|Links|see|see also',
  de: 'Abbildungen|Tabellen|Verweise|siehe|siehe auch',
  fr: 'Figures|Tableaux|Liens|voir|voir aussi',
  es: 'Figuras|Tablas|Enlaces|véase|véase también',
  it: 'Figure|Tabelle|Collegamenti|vedi|vedi anche',
  pt: 'Figuras|Tabelas|Ligações|ver|ver também',
  nl: 'Figuren|Tabellen|Verwijzingen|zie|zie ook',
  sv: 'Figurer|Tabeller|Länkar|se|se även',
  pl: 'Ryciny|Tabele|Odnośniki|zob.|zob. też',
  ru: 'Иллюстрации|Таблицы|Ссылки|см.|см. также',
  el: 'Εικόνες|Πίνακες|Σύνδεσμοι|βλ.|βλ. επίσης',
  ar: 'الأشكال|الجداول|الروابط|انظر|انظر أيضًا',
  he: 'איורים|טבלאות|קישורים|ראו|ראו גם',
  zh: '插图|表格|链接|见|另见',
  ja: '図版|表|リンク|参照：|関連項目：',
  la: 'Imagines|Tabulae|Nexus|vide|vide etiam',
};

/** The titles in the language of a BCP 47 tag, else in English. */
export function listTitles(language: string): ListTitles {
  const row = ROWS[language.toLowerCase().split('-')[0]!] ?? ROWS.en!;
  const titles = row.split('|');
  return {
    figures: titles[0]!,
    tables: titles[1]!,
    links: titles[2]!,
    see: titles[3]!,
    seeAlso: titles[4]!,
  };
}
