// A long book for measuring: the same each time, English in its words and their lengths, about nothing at all.

const STEMS =
  `able accept account across act address advance affair age agree air allow alone although amount ancient answer appear argue arm arrange arrive art ask attempt attend autumn balance bank bear beauty become before begin behaviour believe belong between bitter body book border borrow bottom branch bread break bridge bring broad brother build burden business butter buy call capital captain care carry castle cause central certain chance change character charge circle citizen claim class clear climate close cloth coast collect colour column comfort command common company complain complete concern condition connect conscience consider constant contain continue contract contrary control corner cost council country courage course court cover credit cross crowd cultivate current custom danger dark daughter decide declare deep defend degree deliver demand depend describe desert design desire despair detail determine develop difference difficult direction discover discuss distance distinguish district divide doctor document doubt draw dream dress drive duty early earth easily educate effect effort election employ empire encourage enemy engine enough enter entire establish evening event evidence examine example exchange exercise exist expect expense experience explain express extend faith fall familiar family famous farm father favour feel fellow field figure final find finger fire follow foreign forest forget form fortune forward foundation freedom frequent friend garden gather general gentle glass govern grain grand great ground group grow habit half hand happen harbour harvest head health heart heavy history hold honest honour hope horizon hour house human hundred hunger husband idea imagine immediate important impossible improve increase independent industry influence inhabit inquire instance instrument intend interest interpret invent iron island issue journey judge justice keep kind kingdom knowledge labour lamp land language large laugh law lead learn leave letter level liberty library light limit listen literature little live local long machine maintain manage manner manufacture march mark market marriage material matter meadow mean measure medicine memory merchant message middle military mill mind minister modern moment money month moral morning mother motion mountain move music narrow nation nature necessary neighbour never night noble north notice number object oblige observe occasion ocean offer office officer opinion opposite orchard order ordinary origin other owner paper parent parliament part particular party pass patient pattern peace peculiar people perceive perfect perform perhaps period permanent permit person philosophy picture place plain plant pleasure point political poor population position possess possible power practice prepare presence present preserve press prevent price prince principle print prison private probable problem proceed process produce profession profit progress promise proper property propose protect prove province public purpose quality quarter question quiet railway raise range rapid reach ready reason receive recognise record reduce refer reform refuse regard region relation religion remain remark remember remove repeat represent republic require resist respect responsible rest result return revenue revolution right river road rough round royal rule sacred sail school science season secret secure seem sense separate serious servant service settle several shadow shape ship short shoulder silence silver similar simple single sister situation slow small society soldier solitary source south space speak special spirit spring standard state station stone storm story stranger street strength strike strong structure struggle subject succeed sudden suffer sufficient suggest summer supply support suppose surface surprise surround system table teacher temper tenant terrible territory theatre theory thousand thought threaten through together tomorrow touch toward tower town trade tradition travel treasure treaty tree trial tribe trouble truth turn under understand union universal usual valley value variety various vessel victory village violent virtue visible visit voice volume voyage wagon wait wander water wealth weather weight welcome west wheat whisper whole window winter wisdom woman wonder wooden work world worth write yellow yesterday young`.split(
    ' ',
  );
const SMALL =
  'the of and to in a is that was it for with as his on be at by had not are but from or have an they which one were her all she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years much where your way down should because each just those how too good very make still see own work long here get both between under never same another know while last might us great old year come since against go came right used take three'.split(
    ' ',
  );
const ENDINGS = [
  '',
  '',
  '',
  '',
  's',
  'ed',
  'ing',
  'ly',
  'ment',
  'ation',
  'ness',
  'less',
  'able',
  'er',
  'ers',
];

/** Numbers from 0 to 1, the same each time. */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function prose(seed) {
  const roll = dice(seed);
  const pick = (list) => list[Math.floor(roll() ** 1.6 * list.length)];
  const word = () => {
    if (roll() < 0.52) return pick(SMALL);
    const stem = STEMS[Math.floor(roll() * STEMS.length)];
    const end = ENDINGS[Math.floor(roll() * ENDINGS.length)];
    return /e$/.test(stem) && /^[aei]/.test(end) ? stem.slice(0, -1) + end : stem + end;
  };
  const sentence = () => {
    const length = 6 + Math.floor(roll() * 22);
    const words = [];
    for (let k = 0; k < length; k++) words.push(word() + (k < length - 1 && roll() < 0.08 ? ',' : ''));
    const text = words.join(' ');
    return text[0].toUpperCase() + text.slice(1) + (roll() < 0.06 ? '?' : '.');
  };
  const paragraph = (sentences) => Array.from({ length: sentences }, sentence).join(' ');
  return { roll, word, sentence, paragraph };
}

/**
 * A book of chapters: `size` 1 is about 700 kB and 350 pages of A5, with 425 notes. A block is a heading of the
 * second level or a paragraph in two halves, between which its note is called if it has one.
 */
export function sampleBook(size = 1) {
  const { roll, paragraph, word } = prose(7);
  return Array.from({ length: 19 * size }, (_, c) => ({
    title: `Chapter ${c + 1}: The ${word()} and the ${word()}`,
    blocks: Array.from({ length: 44 }, (_, p) => {
      if (p % 15 === 14) return { heading: `On ${word()} ${word()}` };
      const text = paragraph(3 + Math.floor(roll() * 7));
      const half = text.indexOf('. ') > 0 && roll() < 0.6 ? text.indexOf('. ') + 1 : text.length;
      const note = roll() < 0.528 ? paragraph(1 + Math.floor(roll() * 3)) : undefined;
      return { before: text.slice(0, half), after: text.slice(half), note };
    }),
  }));
}

/** The book as Markdown, a text a chapter. */
export function asMarkdown(book) {
  return book.map(({ title, blocks }) => {
    const notes = [];
    const text = blocks.map(({ heading, before, after, note }) => {
      if (heading) return `## ${heading}`;
      if (!note) return before + after;
      notes.push(`[^${notes.length + 1}]: ${note}`);
      return `${before}[^${notes.length}]${after}`;
    });
    return `${[`# ${title}`, ...text, ...notes].join('\n\n')}\n`;
  });
}

/** The book as HTML that any printer of pages can take, with the notes in the text. */
export function asHtml(book, style) {
  let count = 0;
  const sections = book.map(({ title, blocks }) => {
    const text = blocks.map(({ heading, before, after, note }) => {
      if (heading) return `<h2>${heading}</h2>`;
      if (!note) return `<p>${before}${after}</p>`;
      count++;
      return `<p>${before}<sup>${count}</sup>${after} <small><sup>${count}</sup> ${note}</small></p>`;
    });
    return `<section><h1>${title}</h1>\n${text.join('\n')}</section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sample</title><style>${style}</style></head><body>${sections.join('\n')}</body></html>`;
}
