import { icuLocale } from '../config/icu-locale.js';
import type { Creator, Role } from '../config/schema.js';

/** People as the title page names them: authors first, then the others with what they did. */
export interface CreatorLine {
  readonly phrase?: string;
  readonly names: string;
}

const ROLES: readonly Role[] = [
  'editor',
  'translator',
  'compiler',
  'illustrator',
  'photographer',
  'introduction',
  'foreword',
  'afterword',
  'commentator',
];

/** A row a language: the phrases in the order of the roles above. */
const PHRASES: Readonly<Record<string, string>> = {
  en: 'Edited by|Translated by|Compiled by|Illustrated by|Photographs by|Introduction by|Foreword by|Afterword by|Commentary by',
  de: 'Herausgegeben von|Übersetzt von|Zusammengestellt von|Illustriert von|Fotografien von|Einleitung von|Vorwort von|Nachwort von|Kommentar von',
  fr: 'Édité par|Traduit par|Réuni par|Illustré par|Photographies de|Introduction de|Préface de|Postface de|Commentaire de',
  es: 'Edición de|Traducción de|Compilación de|Ilustraciones de|Fotografías de|Introducción de|Prólogo de|Epílogo de|Comentario de',
  it: 'A cura di|Traduzione di|Raccolta di|Illustrazioni di|Fotografie di|Introduzione di|Prefazione di|Postfazione di|Commento di',
  pt: 'Edição de|Tradução de|Compilação de|Ilustrações de|Fotografias de|Introdução de|Prefácio de|Posfácio de|Comentário de',
  nl: 'Bezorgd door|Vertaald door|Samengesteld door|Geïllustreerd door|Foto’s van|Inleiding van|Voorwoord van|Nawoord van|Commentaar van',
  sv: 'Redigerad av|Översatt av|Sammanställd av|Illustrerad av|Fotografier av|Inledning av|Förord av|Efterord av|Kommentar av',
  pl: 'Redakcja|Przekład|Wybór|Ilustracje|Fotografie|Wstęp|Przedmowa|Posłowie|Komentarz',
  ru: 'Редактор|Перевод|Составитель|Иллюстрации|Фотографии|Введение|Предисловие|Послесловие|Комментарий',
  ar: 'تحرير|ترجمة|جمع|رسوم|تصوير|مقدمة|تصدير|خاتمة|تعليق',
  he: 'עריכה|תרגום|ליקוט|איורים|צילומים|מבוא|פתח דבר|אחרית דבר|פירוש',
  zh: '编辑|翻译|选编|插图|摄影|导言|序|跋|评注',
  ja: '編集|翻訳|編纂|挿絵|写真|序論|序文|跋文|注解',
  el: 'Επιμέλεια|Μετάφραση|Ανθολόγηση|Εικονογράφηση|Φωτογραφίες|Εισαγωγή|Πρόλογος|Επίμετρο|Σχόλια',
};

export function creatorLines(creators: readonly Creator[], language: string): CreatorLine[] {
  const phrases = (PHRASES[language.toLowerCase().split('-')[0]!] ?? PHRASES.en!).split('|');
  const named = (role: Role) =>
    creators.filter((creator) => creator.role === role).map((creator) => creator.name);
  const authors = named('author');
  return [
    ...(authors.length ? [{ names: list(authors, language) }] : []),
    ...ROLES.flatMap((role, i) => {
      const names = named(role);
      return names.length ? [{ phrase: phrases[i]!, names: list(names, language) }] : [];
    }),
  ];
}

function list(names: readonly string[], language: string): string {
  return new Intl.ListFormat(icuLocale(language), { type: 'conjunction' }).format(names);
}
