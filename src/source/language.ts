/** Words that hardly a line of a language does without. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that was it is with for his as he not be had at by which but from they were this have an or on',
  fr: 'le la les des et une est dans que qui pour pas sur au du plus par avec ce il elle ne se sont mais ou aux cette',
  de: 'der die das und ist nicht ein eine den mit von zu dem auf sich für im auch als es an werden aus er hat dass daß bei',
  es: 'el los las una por con para del que es se no su al lo como más pero sus le ya este sí porque esta entre cuando muy',
  it: 'il di che la per un una non sono del con si da le dei nel alla anche come ma più della gli questo delle era',
  nl: 'de het een van en dat niet te is op voor met zijn er aan ook als maar bij uit nog naar heeft door om werd hij ze',
  pt: 'os uma não com para por mais dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também',
  sv: 'och att det som en på är av för med den till inte har de ett om men var jag sig så han från vi när kan skulle',
  da: 'og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu',
  pl: 'i w na że z do się nie to jest o jak ale po co tak za od jego przez był dla już tylko czy może być przy',
  ru: 'и в не на что он я с как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще',
  la: 'et in est non ad ut cum sed quod qui ex per ab si quae sunt esse atque nec autem enim hoc eius',
};
const SETS = new Map(Object.entries(FUNCTION_WORDS).map(([tag, words]) => [tag, new Set(words.split(' '))]));

/** The language that a text is in, by its commonest words; undefined where too little speaks for one. */
export function findLanguage(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  let second = 0;
  let all = 0;
  for (const count of counts.values()) all += count;
  for (const [tag, words] of SETS) {
    let hits = 0;
    for (const word of words) hits += counts.get(word) ?? 0;
    if (hits > most) {
      second = most;
      most = hits;
      best = tag;
    } else if (hits > second) second = hits;
  }
  return most >= 8 && most / all > 0.1 && most > second * 1.15 ? best : undefined;
}

/** Words that are less common, but end no sentence either. */
const LEADING: Readonly<Record<string, string>> = {
  en: 'between against under over through their its our your my her who whose whom if than these those such every each into upon without within among about after before during toward towards because while where until like some any no very more most between both is are was were has had have will would shall should can could may might must been being',
  fr: 'sous entre vers chez sans contre leur leurs son sa ses mon ma mes notre votre nos vos comme si dont où ces à de en l d par très plus',
  de: 'unter zwischen gegen ohne durch nach über vor seine seiner seinem seinen ihre ihrer ihrem ihren eine einer eines einem einen dieser diese dieses deren dessen wenn weil am zum zur vom beim im ins sehr mehr',
};
const LEADING_SETS = new Map(Object.entries(LEADING).map(([tag, words]) => [tag, new Set(words.split(' '))]));

/** Whether a word is one that a sentence cannot end on: an article, a preposition. */
export function isFunctionWord(word: string, language: string): boolean {
  const tag = language.split('-')[0]!;
  const lower = word.toLowerCase();
  return (SETS.get(tag)?.has(lower) ?? false) || (LEADING_SETS.get(tag)?.has(lower) ?? false);
}
