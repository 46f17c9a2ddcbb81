/** Forms that hardly anybody types but in Markdown, with what one of them proves. */
const SIGNS: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  { pattern: /^#{1,6} \S/gm, weight: 2 },
  { pattern: /\*\*[^\s*][^*\n]{0,200}\*\*/g, weight: 2 },
  { pattern: /^\[\^[^\]\s]+\]:/gm, weight: 4 },
  { pattern: /^ {0,3}(?:```|~~~)/gm, weight: 3 },
  { pattern: /^:::+ ?[a-z]/gm, weight: 4 },
  { pattern: /^\|? *:?-{3,}:? *\|/gm, weight: 3 },
  { pattern: /!?\[[^[\]\n]{1,200}\]\([^()\s]{1,300}\)/g, weight: 3 },
  { pattern: /\\[*_[\]#]/g, weight: 1 },
  { pattern: /(?<![*\w\\])\*[^\s*][^*\n]{0,200}[^\s*\\]\*(?![*\w])/g, weight: 1 },
];
const ENOUGH = 4;

/** Whether marks such as `*` and `#` are Markdown or characters of the text. */
export function findDialect(input: { readonly name: string; readonly value: string }): 'plain' | 'markdown' {
  if (/\.(?:md|markdown|mdown)$/i.test(input.name)) return 'markdown';
  if (/^---\n[\w-]+:[\s\S]*?\n---\n/.test(input.value)) return 'markdown';
  const sample = input.value.length > 200_000 ? input.value.slice(0, 200_000) : input.value;
  let weight = 0;
  let kinds = 0;
  let strong = 0;
  for (const sign of SIGNS) {
    const count = sample.match(sign.pattern)?.length ?? 0;
    if (count > 0) kinds++;
    if (count > 0 && sign.weight > 1) strong++;
    weight += Math.min(count, 5) * sign.weight;
  }
  // One kind of sign alone may be an accident: a hash before a number, stars round a word.
  return weight >= ENOUGH && strong > 0 && kinds >= 2 ? 'markdown' : 'plain';
}

/** Whether a text is a result of our own: its front matter names the raw file. */
export function wasCleaned(input: { readonly value: string }): boolean {
  return /^---\r?\n(?:(?!---).*\r?\n)*?raw:\r?\n/.test(input.value);
}
