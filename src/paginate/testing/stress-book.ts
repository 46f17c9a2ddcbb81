/** Words about nothing, the same each time: each one unlike its neighbours, so that what is lost or doubled shows. */
function wordsOf(seed: number): (count: number) => string {
  const onsets = [
    'b',
    'br',
    'd',
    'dr',
    'f',
    'fl',
    'g',
    'gl',
    'h',
    'k',
    'l',
    'm',
    'n',
    'p',
    'pl',
    'r',
    's',
    'st',
    't',
    'tr',
    'v',
    'w',
  ];
  const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
  const codas = ['', 'l', 'm', 'n', 'nd', 'r', 'rt', 's', 'st', 't', 'ck', 'ng'];
  let state = seed;
  const roll = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const pick = (list: readonly string[]) => list[roll(list.length)]!;
  const word = () => {
    let text = '';
    for (let k = 1 + roll(3); k >= 0; k--) text += pick(onsets) + pick(vowels) + (k ? '' : pick(codas));
    return text;
  };
  return (count) => Array.from({ length: count }, word).join(' ');
}

export interface StressBook {
  readonly html: string;
  readonly notes: number;
}

/**
 * Prepared HTML that holds everything at once: nested lists, tables over pages, code, figures, verse, quotations,
 * calls in every one of them, notes of several blocks, notes in notes, and notes longer than pages.
 */
export function stressBook({ chapters = 60, style = '', longNotes = 3 } = {}): StressBook {
  const sections: string[] = [];
  let notes = 0;
  for (let c = 0; c < chapters; c++) {
    const say = wordsOf(c * 7919 + 17);
    const feet: string[] = [];
    let own = 0;
    const call = (text: string, more = '') => {
      own++;
      notes++;
      const id = `n${c}-${own}`;
      const label = `<span class="note-label" data-added="">${own}</span> `;
      feet.push(`<aside class="note" id="${id}" role="doc-footnote"><p>${label}${text}</p>${more}</aside>`);
      return `<a class="note-call" id="call-${id}" data-note="${id}">${own}</a>`;
    };
    const p = (count: number, note = '') => `<p data-line="${own + 1}">${say(count)}${note} ${say(9)}.</p>`;
    const list = (depth: number): string =>
      `<ul>${[0, 1, 2].map((k) => `<li>${say(14 + 9 * k)}${k === 1 ? call(say(20)) : ''}</li>`).join('')}${
        depth > 0 ? `<li><p>${say(12)}</p>${list(depth - 1)}</li>` : ''
      }</ul>`;
    const row = (k: number) =>
      `<tr><td>${say(2)}</td><td>${say(6)}${k % 9 === 4 ? call(say(12)) : ''}</td><td>${k}</td></tr>`;
    const stanza = () =>
      `<p class="stanza">${[0, 1, 2, 3].map((k) => `<span class="line">${say(5)}${k === 2 && c % 3 === 0 ? call(say(9)) : ''}</span>`).join('<br>')}</p>`;
    const blocks = [
      `<h1 id="h${c}">${say(3)}${c % 5 === 0 ? call(say(16)) : ''}</h1>`,
      p(60),
      p(90, call(say(30))),
      list(c % 4),
      p(40),
      `<blockquote><p>${say(50)}${call(say(25))} ${say(30)}</p><p>${say(40)}</p></blockquote>`,
      `<h2 id="h${c}-2">${say(4)}</h2>`,
      p(
        120,
        call(
          say(18),
          `<ul><li>${say(9)}</li><li>${say(14)}</li></ul><blockquote><p>${say(20)}</p></blockquote>`,
        ),
      ),
      `<pre><code>${Array.from({ length: 6 + (c % 30) }, () => say(4)).join('\n')}</code></pre>`,
      p(30),
      `<table><thead><tr><th>1</th><th>2</th><th>3</th></tr></thead><tbody>${Array.from({ length: 5 + ((c * 11) % 60) }, (_, k) => row(k)).join('')}</tbody></table>`,
      p(70),
      `<div class="verse">${Array.from({ length: 2 + (c % 6) }, stanza).join('')}</div>`,
      `<figure><svg width="200" height="${60 + (c % 5) * 60}" viewBox="0 0 2 1"><rect width="2" height="1" fill="#999"/></svg><figcaption>${say(8)}${call(say(14))}</figcaption></figure>`,
      `<h3 id="h${c}-3">${say(3)}</h3>`,
      `<ol><li><p>${say(50)}</p><p>${say(60)}${call(say(22))}</p></li><li><p>${say(20)}</p></li></ol>`,
      `<div class="keep"><p>${say(40)}</p><p>${say(30)}${call(say(11))}</p></div>`,
      `<p>${Array.from({ length: 12 }, () => say(8) + call(say(7))).join(' ')}</p>`,
      `<dl><dt>${say(1)}</dt><dd>${say(30)}</dd><dt>${say(2)}</dt><dd>${say(50)}${call(say(16))}</dd></dl>`,
      p(150),
      p(80, call(`${say(12)}${c % 2 ? '' : '§'}`)),
      p(100),
    ];
    if (c % 4 === 1) blocks.push('<div class="page-break"></div>', p(60), p(20));
    if (c < longNotes)
      blocks.push(
        p(80, call(say(900), `<p>${say(600)}</p><p>${say(500)}</p>`)),
        p(120),
        p(90, call(say(20))),
      );
    // A note called in a note: the other's label stands in the place kept for it.
    const inner = feet.findIndex((foot) => foot.includes('§'));
    if (inner >= 0) feet[inner] = feet[inner]!.replace('§', () => call(say(13)));
    sections.push(
      `<section id="c${c}" data-kind="chapter" data-opening="${c % 3 ? 'any' : 'recto'}" data-folios="arabic" data-path="c${c}.md">${blocks.join('\n')}<div class="notes">${feet.join('\n')}</div></section>`,
    );
  }
  const entries = Array.from(
    { length: chapters },
    (_, c) => `<p class="entry"><a href="#h${c}">Chapter ${c + 1}</a> <span data-fill="h${c}">000</span></p>`,
  );
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Stress</title><style>${style}</style></head><body><section id="contents" data-kind="contents" data-opening="recto" data-folios="roman" data-path=""><h1 id="contents-title">Contents</h1>${entries.join('')}</section>${sections.join('\n')}</body></html>`,
    notes,
  };
}
