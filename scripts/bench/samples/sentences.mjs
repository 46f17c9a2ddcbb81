/** Sentences of six to 21 of some words, and the dice they are thrown with: the same each time. */
export function sentencesOf(words) {
  let state = 7;
  const next = () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state >> 8;
  };
  const sentence = () => {
    const chosen = Array.from({ length: 6 + (next() % 16) }, () => words[next() % words.length]).join(' ');
    return `${chosen[0].toUpperCase()}${chosen.slice(1)}.`;
  };
  return { next, sentence };
}
