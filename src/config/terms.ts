const KEYS = [
  'contents',
  'notes',
  'cover',
  'titlePage',
  'imprint',
  'colophon',
  'pages',
  'landmarks',
  'startOfText',
  'backToCall',
  'continued',
  'source',
  'rights',
  'publisher',
  'published',
  'identifier',
  'series',
  'fonts',
  'index',
  'texts',
  'madeFrom',
  'removals',
  'changes',
  'unplacedNotes',
] as const;

/** The words that Octavo itself puts into a book; `{}` in one stands for a label or a title. */
export type Terms = Readonly<Record<(typeof KEYS)[number], string>>;

/** A row here is all that a further language needs: the words in the order of the keys. */
const ROWS: Readonly<Record<string, string>> = {
  en: 'Contents|Notes|Cover|Title page|Imprint|Colophon|Pages|Landmarks|Start of the text|Back to note call {}|{} (continued)|Source|Rights|Publisher|Published|Identifier|Series|Fonts|Index|Texts|Made from|passages removed|passages changed|notes without a place',
  de: 'Inhalt|Anmerkungen|Umschlag|Titelseite|Impressum|Kolophon|Seiten|Orientierungspunkte|Beginn des Textes|Zurück zum Verweis {}|{} (Fortsetzung)|Quelle|Rechte|Verlag|Erschienen|Kennung|Reihe|Schriften|Register|Texte|Hergestellt aus|entfernte Stellen|geänderte Stellen|Anmerkungen ohne Ort',
  fr: 'Table des matières|Notes|Couverture|Page de titre|Mentions légales|Colophon|Pages|Repères|Début du texte|Retour à l’appel de note {}|{} (suite)|Source|Droits|Éditeur|Publication|Identifiant|Collection|Polices|Index|Textes|Établi d’après|passages supprimés|passages modifiés|notes sans appel',
  es: 'Índice|Notas|Cubierta|Portada|Créditos|Colofón|Páginas|Puntos de referencia|Comienzo del texto|Volver a la llamada {}|{} (continuación)|Fuente|Derechos|Editorial|Publicación|Identificador|Colección|Tipos de letra|Índice alfabético|Textos|Hecho a partir de|pasajes suprimidos|pasajes modificados|notas sin llamada',
  it: 'Indice|Note|Copertina|Frontespizio|Colophon editoriale|Colophon|Pagine|Punti di riferimento|Inizio del testo|Torna al richiamo {}|{} (continua)|Fonte|Diritti|Editore|Pubblicazione|Identificatore|Collana|Caratteri|Indice analitico|Testi|Tratto da|passi rimossi|passi modificati|note senza richiamo',
  pt: 'Sumário|Notas|Capa|Folha de rosto|Ficha técnica|Cólofon|Páginas|Pontos de referência|Início do texto|Voltar à chamada {}|{} (continuação)|Fonte|Direitos|Editora|Publicação|Identificador|Coleção|Fontes tipográficas|Índice remissivo|Textos|Feito a partir de|passagens removidas|passagens alteradas|notas sem chamada',
  nl: 'Inhoud|Noten|Omslag|Titelpagina|Impressum|Colofon|Pagina’s|Oriëntatiepunten|Begin van de tekst|Terug naar nootverwijzing {}|{} (vervolg)|Bron|Rechten|Uitgever|Verschenen|Identificatie|Reeks|Lettertypen|Register|Teksten|Gemaakt van|verwijderde passages|gewijzigde passages|noten zonder verwijzing',
  sv: 'Innehåll|Noter|Omslag|Titelsida|Tryckuppgifter|Kolofon|Sidor|Landmärken|Textens början|Tillbaka till notsiffra {}|{} (fortsättning)|Källa|Rättigheter|Förlag|Utgiven|Identifierare|Serie|Typsnitt|Register|Texter|Framställd ur|borttagna ställen|ändrade ställen|noter utan plats',
  pl: 'Spis treści|Przypisy|Okładka|Strona tytułowa|Strona redakcyjna|Kolofon|Strony|Punkty orientacyjne|Początek tekstu|Powrót do odsyłacza {}|{} (ciąg dalszy)|Źródło|Prawa|Wydawca|Data wydania|Identyfikator|Seria|Kroje pisma|Indeks|Teksty|Sporządzono na podstawie|usunięte miejsca|zmienione miejsca|przypisy bez odsyłacza',
  ru: 'Содержание|Примечания|Обложка|Титульный лист|Выходные данные|Колофон|Страницы|Ориентиры|Начало текста|Назад к сноске {}|{} (продолжение)|Источник|Права|Издательство|Дата издания|Идентификатор|Серия|Шрифты|Указатель|Тексты|Подготовлено по|удалённые места|изменённые места|примечания без места',
  el: 'Περιεχόμενα|Σημειώσεις|Εξώφυλλο|Σελίδα τίτλου|Στοιχεία έκδοσης|Κολοφώνας|Σελίδες|Ορόσημα|Αρχή του κειμένου|Πίσω στην παραπομπή {}|{} (συνέχεια)|Πηγή|Δικαιώματα|Εκδότης|Έκδοση|Αναγνωριστικό|Σειρά|Γραμματοσειρές|Ευρετήριο|Κείμενα|Από|αφαιρέσεις|αλλαγές|σημειώσεις χωρίς παραπομπή',
  ar: 'المحتويات|الحواشي|الغلاف|صفحة العنوان|بيانات النشر|خاتمة الطبع|الصفحات|المعالم|بداية النص|العودة إلى الإحالة {}|{} (تتمة)|المصدر|الحقوق|الناشر|تاريخ النشر|المعرّف|السلسلة|الخطوط|الفهرس|النصوص|أُعدّ من|مقاطع محذوفة|مقاطع معدّلة|حواش بلا إحالة',
  he: 'תוכן העניינים|הערות|כריכה|שער|פרטי ההוצאה|קולופון|עמודים|ציוני דרך|תחילת הטקסט|חזרה להפניה {}|{} (המשך)|מקור|זכויות|הוצאה לאור|תאריך פרסום|מזהה|סדרה|גופנים|מפתח|הטקסטים|הוכן מתוך|קטעים שהוסרו|קטעים ששונו|הערות ללא הפניה',
  zh: '目录|注释|封面|书名页|版权页|版本说明|页码|导航标记|正文开始|返回注号 {}|{}（续）|来源|版权|出版者|出版日期|标识符|丛书|字体|索引|文本|底本|删去|改动|无注号的注释',
  ja: '目次|注|表紙|標題紙|奥付|刊記|ページ|目印|本文の始め|注番号 {} に戻る|{}（続き）|出典|著作権|出版者|出版年|識別子|叢書|書体|索引|本文|底本|削除|変更|番号のない注',
  la: 'Index capitum|Adnotationes|Tegumentum|Frons libri|Notae editionis|Colophon|Paginae|Loci|Initium textus|Ad notam {} redire|{} (sequitur)|Fons|Iura|Editor|Editum|Identificator|Series|Typi|Index|Textus|Factum ex|loci deleti|loci mutati|adnotationes sine loco',
};

const TERMS = new Map<string, Terms>(
  Object.entries(ROWS).map(([language, row]) => {
    const words = row.split('|');
    return [language, Object.fromEntries(KEYS.map((key, i) => [key, words[i]!])) as Terms];
  }),
);

/** The words in the language of a BCP 47 tag, else in English. */
export function termsFor(language: string): Terms {
  return TERMS.get(language.toLowerCase().split('-')[0]!) ?? TERMS.get('en')!;
}

/** Whether the words exist in that language; where they do not, what is set in English must say so. */
export function hasTerms(language: string): boolean {
  return TERMS.has(language.toLowerCase().split('-')[0]!);
}

/** Puts a label or title in the place of `{}`. */
export function fill(term: string, value: string): string {
  return term.replace('{}', () => value);
}
