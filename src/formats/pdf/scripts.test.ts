import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { pdf } from './index.js';
import { readPdf } from './testing/read-pdf.js';

const require = createRequire(import.meta.url);
const context = testContext();
afterAll(() => context.close());

interface Script {
  readonly language: string;
  readonly title: string;
  /** A paragraph, repeated to fill pages. */
  readonly text: string;
  readonly note: string;
  /** Package file of a font that has the script; none where Octavo's own has it. */
  readonly font?: string;
  readonly direction: 'ltr' | 'rtl';
}

const SCRIPTS: readonly Script[] = [
  {
    language: 'el-polyton',
    title: 'Ὁ ποταμός',
    text: 'Ὁ ποταμὸς καὶ τὸ πλοῖον τῆς πόλεως ἐν τῷ μέσῳ πολλάκις, καὶ ἄνθρωπος ἐθαύμασεν τὴν σελήνην παρὰ τοῖς δένδροις.',
    note: 'Σημείωσις περὶ τοῦ ποταμοῦ.',
    direction: 'ltr',
  },
  {
    language: 'ru',
    title: 'Переправа',
    text: 'Река медленно текла мимо города, где паромщик считал свои деньги, и никто не знал, сколько воды утекло через плотину.',
    note: 'Примечание о реке.',
    direction: 'ltr',
  },
  {
    language: 'ar',
    title: 'النهر',
    text: 'كان النهر يجري بجانب المدينة حيث جلس صاحب القارب يحسب نقوده ولم يكن أحد يعرف كم مر من الماء تحت الجسر.',
    note: 'حاشية عن النهر.',
    font: '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
    direction: 'rtl',
  },
  {
    language: 'he',
    title: 'הנהר',
    text: 'הנהר זרם לאט ליד העיר שבה ישב בעל המעבורת וספר את כספו ואיש לא ידע כמה מים עברו מתחת לגשר.',
    note: 'הערה על הנהר.',
    font: '@expo-google-fonts/frank-ruhl-libre/400Regular/FrankRuhlLibre_400Regular.ttf',
    direction: 'rtl',
  },
  {
    language: 'zh-Hans',
    title: '河',
    text: '河水慢慢流过城市，船夫坐在岸边数着他的钱，没有人知道多少水流过桥下，晚上旅客来了讲很长的故事。',
    note: '关于河的注释。',
    font: '@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff2',
    direction: 'ltr',
  },
  {
    language: 'ja',
    title: '川',
    text: '川はゆっくりと町のそばを流れ、渡し守は岸に座ってお金を数えていた。夕方に旅人が来て長い話をした。',
    note: '川についての注。',
    font: '@fontsource/sawarabi-mincho/files/sawarabi-mincho-japanese-400-normal.woff2',
    direction: 'ltr',
  },
];

test.each(SCRIPTS)('a chapter in $language', async ({ language, title, text, note, font, direction }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-script-'));
  try {
    const file = font && path.basename(font);
    if (font && file) copyFileSync(require.resolve(font), path.join(folder, file));
    const paragraphs = Array.from({ length: 14 }, (_, i) => `${text.repeat(4)}${i === 0 ? '[^1]' : ''}`);
    const { edition } = await editionOf({
      markdown: `# ${title}\n\n${paragraphs.join('\n\n')}\n\n[^1]: ${note}\n`,
      folder,
      book: {
        title,
        language,
        ...(file ? { typography: { font: 'Own', fonts: [{ name: 'Own', roman: file }] } } : {}),
      },
    });
    const { editions } = bookSchema.parse({ title, editions: { print: { format: 'pdf' } } });
    const config = editions!.print as PdfEdition;
    const input = { edition, name: 'print', config, pageStarts: new Map(), pageCounts: new Map() };
    const { files } = await pdf.render(input, context);
    expect(context.report.messages).toEqual([]);
    const { pages, outline, info } = await readPdf(files[0]!.bytes);
    expect(info.Language).toBe(language);
    const chapter = outline.find((one) => one.title === title)!.page;
    const recto = pages[chapter]!;
    const verso = pages[chapter + 1]!;
    expect(verso.length).toBeGreaterThan(10);
    // The gutter is at the spine: on the left of a recto, or on the right where one reads from right to left.
    const left = (page: typeof recto) =>
      Math.min(...page.filter(({ text: words }) => words.trim()).map(({ x }) => x));
    if (direction === 'ltr') expect(left(recto)).toBeGreaterThan(left(verso) + 3);
    else expect(left(recto)).toBeLessThan(left(verso) - 3);
    // Wide enough lines that no mark above a letter stands out of a page, where it would be cut off.
    const bases = [...new Set(verso.filter(({ height }) => height > 7).map(({ y }) => Math.round(y)))].sort(
      (a, b) => b - a,
    );
    const pitch = bases[2]! - bases[3]!;
    if (language === 'ar') expect(pitch).toBeGreaterThan(16);
    if (language === 'ru') expect(pitch).toBeLessThan(15);
    const letters = (words: string) => words.replace(/\s/g, '').normalize('NFKD');
    const printed = letters(recto.map((one) => one.text).join(''));
    expect(printed).toContain(letters(note).slice(0, 4));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
