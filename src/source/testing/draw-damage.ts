import { Random } from './random.js';

/** How a text is damaged; each seed draws its own. */
export interface Damage {
  readonly measure: number;
  /** How calls are printed. */
  readonly calls: 'glued' | 'bracket' | 'parenthesis' | 'superscript' | 'spaced-bracket' | 'symbol';
  /** What the labels are. */
  readonly labels: 'number' | 'letter' | 'roman' | 'symbol';
  /** Where labels begin anew. */
  readonly restart: 'never' | 'section' | 'page';
  /** Where notes stand. */
  readonly notes: 'end' | 'end-bare' | 'section-end' | 'foot' | 'footnote-word';
  /** What divides paragraphs. */
  readonly paragraphs: 'blank' | 'indent';
  /** What shows where a page ends. */
  readonly pages: 'form-feed' | 'furniture' | 'alternating' | 'marks' | 'blank' | 'none';
  readonly headings: 'plain' | 'capitals' | 'bold' | 'labelled';
  readonly quotes: 'curly' | 'straight';
  readonly encoding: 'utf-8' | 'utf-8-mark' | 'utf-16' | 'windows-1252';
  readonly lineEnd: '\n' | '\r\n';
  /** Title, author and printed contents stand over the text. */
  readonly front: boolean;
  readonly hyphens: boolean;
}

/** Draws a kind of damage, of which the parts go together as they do in real texts. */
export function drawDamage(seed: number): Damage {
  const random = new Random(seed + 7919);
  const pages = random.pick([
    'form-feed',
    'form-feed',
    'furniture',
    'alternating',
    'marks',
    'blank',
    'none',
  ] as const);
  // Notes at the foot need pages that end.
  const foot = pages === 'form-feed' || pages === 'alternating' ? (['foot', 'foot'] as const) : [];
  const notes = random.pick(['end', 'end', 'end-bare', 'section-end', 'footnote-word', ...foot] as const);
  const isSymbol = notes === 'foot' && random.chance(0.35);
  const isLettered = !isSymbol && notes !== 'foot' && random.chance(0.2);
  const labels = isSymbol ? 'symbol' : isLettered ? random.pick(['letter', 'roman'] as const) : 'number';
  const mayRestart = notes === 'section-end' || notes === 'footnote-word' || notes === 'foot';
  const calls = isSymbol
    ? 'symbol'
    : isLettered
      ? 'bracket'
      : random.pick(['glued', 'glued', 'bracket', 'parenthesis', 'superscript', 'spaced-bracket'] as const);
  const encoding = random.pick(['utf-8', 'utf-8', 'utf-8-mark', 'utf-16', 'windows-1252'] as const);
  return {
    measure: random.between(44, 76),
    calls,
    labels,
    // A book has more notes than there are letters.
    restart: isSymbol
      ? 'page'
      : labels === 'letter' && mayRestart
        ? 'section'
        : mayRestart
          ? random.pick(['never', 'section'] as const)
          : 'never',
    notes,
    paragraphs: random.pick(['blank', 'blank', 'indent'] as const),
    pages,
    headings: random.pick(['plain', 'capitals', 'bold', 'labelled'] as const),
    quotes: random.pick(['curly', 'straight'] as const),
    // Windows-1252 has three raised digits.
    encoding: encoding === 'windows-1252' && calls === 'superscript' ? 'utf-8' : encoding,
    lineEnd: random.pick(['\n', '\n', '\r\n'] as const),
    front: random.chance(0.4),
    hyphens: random.chance(0.85),
  };
}
