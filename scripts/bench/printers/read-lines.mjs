// Lines of text as a PDF has them: what the spaces between words are, where lines are divided, what stands above what.
import { execFileSync } from 'node:child_process';

/**
 * Lines of the pages that reach both margins, in their order, each with the gaps between its words in pixels. Those
 * that end a paragraph are left out, since their spaces are natural. Needs pdftotext.
 *
 * @param page The page that the text stands on, as `pageFor` gives it: x and y are taken from its margins.
 */
export function linesOf(file, { margins, sheet, measure, size }) {
  const xml = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 29 });
  const all = [];
  for (const part of xml.split('<page ').slice(1)) {
    const scale = sheet.width / Number(/width="([\d.]+)"/.exec(part)[1]);
    const words = [
      ...part.matchAll(/xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g),
    ].map(([, left, top, right, bottom, text]) => ({
      left: left * scale,
      right: right * scale,
      y: ((Number(top) + Number(bottom)) / 2) * scale,
      text,
    }));
    const rows = [];
    for (const word of words) {
      const row = rows.at(-1);
      if (row && Math.abs(row.y - word.y) < size * 0.3 && word.left > row.words.at(-1).left)
        row.words.push(word);
      else rows.push({ y: word.y, words: [word] });
    }
    all.push(...rows.filter(({ y }) => y > margins.top && y < sheet.height - margins.bottom));
  }
  // Verso and recto have other margins: each row is judged by where its page's lines begin.
  const lines = [];
  all.forEach((row, k) => {
    const inner = row.words[0].left;
    const edge = [margins.inner, margins.outer].find((margin) => Math.abs(inner - margin) < size * 0.6);
    const indented = [margins.inner, margins.outer].find(
      (margin) => Math.abs(inner - margin - size * 1.25) < size * 0.6,
    );
    const left = edge ?? indented;
    if (left === undefined) return;
    const last = row.words.at(-1);
    const next = all[k + 1]?.words[0].left;
    const nextIndents =
      next === undefined ||
      [margins.inner, margins.outer].every((margin) => Math.abs(next - margin) > size * 0.6);
    const full = Math.abs(last.right - left - measure) < size * 0.6 && !nextIndents;
    lines.push({
      full,
      hyphen: /[-\u2010\u00ad]$/.test(last.text),
      gaps: row.words.slice(1).map((word, w) => [row.words[w].right, word.left]),
      text: row.words.map(({ text }) => text).join(' '),
      natural: !full && nextIndents,
    });
  });
  return lines;
}

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];

/** Figures of a setting; widths of spaces in thousandths of an em. */
export function figuresOf(lines, { size }) {
  const full = lines.filter(({ full, gaps }) => full && gaps.length > 0);
  const means = full.map(
    ({ gaps }) => (gaps.reduce((sum, [a, b]) => sum + b - a, 0) / gaps.length / size) * 1000,
  );
  const sorted = [...means].sort((a, b) => a - b);
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  const spread = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length);
  // How much the spaces of a line differ from those of the line above it: what makes a grey page uneven.
  let steps = 0;
  for (let k = 1; k < means.length; k++) steps += Math.abs(means[k] - means[k - 1]);
  let run = 0;
  let longest = 0;
  let ladders = 0;
  for (const { hyphen } of lines) {
    run = hyphen ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (run === 3) ladders++;
  }
  return {
    lines: lines.length,
    full: full.length,
    mean,
    spread,
    step: steps / (means.length - 1),
    tight: quantile(sorted, 0.01),
    loose: quantile(sorted, 0.99),
    widest: sorted.at(-1),
    veryLoose: (means.filter((value) => value > 400).length / means.length) * 100,
    hyphens: (lines.filter(({ hyphen }) => hyphen).length / lines.length) * 100,
    ladders,
    longest,
    rivers: (rivers(lines) / lines.length) * 1000,
    worst: full[means.indexOf(sorted.at(-1))]?.text,
  };
}

/** Rivers: spaces that lie below one another, by half their width or more, through four lines at least. */
function rivers(lines) {
  let count = 0;
  let above = [];
  for (const { gaps } of lines) {
    above = gaps.map(([from, to]) => {
      const over = above.find(
        ([a, b]) => Math.min(b, to) - Math.max(a, from) >= Math.min(b - a, to - from) / 2,
      );
      const length = (over?.[2] ?? 0) + 1;
      if (length === 4) count++;
      return [from, to, length];
    });
  }
  return count;
}
