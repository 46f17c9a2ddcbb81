/** Words that name a division of a book, in the languages that Octavo knows, in lower case. */
const DIVISIONS = new Set(
  [
    'chapter part book section volume canto act scene letter lecture appendix essay',
    'chapitre partie livre tome acte scène lettre chant annexe',
    'kapitel teil buch abschnitt band akt aufzug szene auftritt brief vorlesung gesang anhang',
    'capítulo parte libro tomo acto escena carta apéndice',
    'capitolo libro atto scena lettera appendice',
    'rozdział część księga tom scena list dodatek',
    'глава часть книга том действие сцена письмо раздел приложение',
    'del bok brev bilaga',
    'hoofdstuk deel boek bedrijf scène bijlage',
    'livro ato cena apêndice',
  ].flatMap((line) => line.split(' ')),
);

/** Number words and ordinals that follow or come before those. */
const NUMBERS = new Set(
  [
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth last',
    'premier première deuxième second seconde troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième dernier dernière',
    'erstes zweites drittes viertes fünftes sechstes siebentes siebtes achtes neuntes zehntes elftes zwölftes erster zweiter dritter vierter fünfter erste zweite dritte vierte fünfte',
    'primero primera segundo segunda tercero tercera cuarto cuarta quinto quinta sexto sexta séptimo octavo noveno décimo',
    'primo prima terzo terza sesto settimo ottavo nono decimo',
    'pierwszy pierwsza druga drugi trzeci trzecia czwarty czwarta piąty piąta szósty siódmy ósmy dziewiąty dziesiąty',
    'первая первый первое вторая второй второе третья третий третье четвёртая четвертая пятая шестая седьмая восьмая девятая десятая',
    'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde',
    'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende',
    'primeiro primeira terceiro terceira quarto quarta sétimo oitavo nono',
  ].flatMap((line) => line.split(' ')),
);

export function isDivision(word: string): boolean {
  return DIVISIONS.has(word.toLowerCase());
}

export function isNumberWord(word: string): boolean {
  return NUMBERS.has(word.toLowerCase());
}
