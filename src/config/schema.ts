import { z } from 'zod';
import { isLanguageTag, TAG } from './language-tag.js';
import { millimetres, parseLength } from './lengths.js';
import { PAPER_NAMES, TRIM_NAMES } from './trim-sizes.js';

/**
 * The one description of `book.yaml`. Types, validation, the published JSON Schema and the handbook's
 * reference table all come from it, so every key carries a description.
 */

/** A year, a month or a day that the calendar has. */
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const text = z.string().trim().min(1);
const paths = z.union([text, z.array(text)]).transform((value) => [value].flat());
const LANGUAGE = 'a language tag such as en, fr or pt-BR';
const SLUG = 'letters, digits and hyphens, without spaces';
const LENGTH = 'a length such as 20mm, 0.75in or 54pt';
const length = z.string(LENGTH).regex(/^\d+(\.\d+)?(mm|cm|in|pt|px)$/, LENGTH);

/** A length with bounds: what lies outside is a slip of the unit, and no machine makes it. */
function lengthWithin(least: string, most: string) {
  const isWithin = (value: string) => {
    const mm = parseLength(value);
    return mm === undefined || (mm >= millimetres(least) && mm <= millimetres(most));
  };
  return length.refine(isWithin, `a length from ${least} to ${most}`);
}
const side = lengthWithin('20mm', '1300mm');
const leaf = lengthWithin('0mm', '5mm');
const textSize = lengthWithin('4pt', '100pt');
const bleed = lengthWithin('0mm', '50mm');

export const ROLES = [
  'author',
  'editor',
  'translator',
  'illustrator',
  'photographer',
  'compiler',
  'contributor',
  'transcriber',
  'introduction',
  'foreword',
  'afterword',
  'commentator',
  'narrator',
  'book-designer',
  'publisher',
] as const;

const creator = z.strictObject({
  name: text.describe('The name as it is printed.'),
  role: z
    .enum(ROLES)
    .default('author')
    .describe('What the person did; written to the EPUB as a MARC relator.'),
  sort: text.optional().describe('The name as a catalogue sorts it: “Writer, Ada”.'),
});
export const creators = z
  .union([text, creator, z.array(z.union([text, creator]))])
  .transform((value) =>
    [value].flat().map((one) => (typeof one === 'string' ? creator.parse({ name: one }) : one)),
  );

const NOTE_PLACES = ['foot', 'chapter', 'book'] as const;
const NOTE_NUMBERING = ['chapter', 'book', 'page'] as const;

const typography = z.strictObject({
  font: text
    .default('EB Garamond')
    .describe('Family of the text: one of Octavo’s, or one that `fonts` names.'),
  sans: text.default('Source Sans 3').describe('Family for sans-serif text.'),
  mono: text.default('JetBrains Mono').describe('Family of code.'),
  fonts: z
    .array(
      z.strictObject({
        name: text.describe('The family’s name, as used in `font`, `sans` or `mono`.'),
        roman: text.describe('Font file inside the book’s folder.'),
        italic: text.optional().describe('Font file of the italic.'),
        bold: text.optional().describe('Font file of the bold.'),
        boldItalic: text.optional().describe('Font file of the bold italic.'),
        licence: text.optional().describe('Licence file that travels with the font.'),
      }),
    )
    .default([])
    .describe('Further families, from files in the book’s folder.'),
  size: textSize.optional().describe('Size of the text in print; each trim size has one that suits it.'),
  leading: z.number().min(1).max(2.5).optional().describe('Distance of lines as a multiple of the size.'),
  hyphenate: z.boolean().default(true).describe('Hyphenate by the rules of the language.'),
  hanging: z
    .boolean()
    .default(true)
    .describe(
      'Punctuation at the edges of justified pages stands out of the text a little, so that they look straight.',
    ),
  smartPunctuation: z
    .boolean()
    .default(true)
    .describe('Curly quotes, dashes and dots by the rules of the language.'),
  dropCaps: z.boolean().default(false).describe('Begin each chapter with a large initial.'),
  numberHeadings: z.boolean().default(false).describe('Number chapters and sections: 1, 1.1, 1.2.'),
});

const margins = z.strictObject({
  top: length.optional().describe('From the head of the page to the text.'),
  bottom: length.optional().describe('From the text to the foot of the page.'),
  inner: length.optional().describe('The gutter margin, at the spine.'),
  outer: length.optional().describe('The margin at the fore-edge.'),
});

const epub = z.strictObject({
  format: z.literal('epub').describe('What is made.'),
  pageList: text
    .optional()
    .describe('Name of the PDF edition whose pages the EPUB’s page-list gives, or `source`.'),
  lists: z
    .boolean()
    .default(false)
    .describe('List figures and tables that have captions after the contents.'),
  embedFonts: z.boolean().default(true).describe('Embed subsets of the book’s fonts.'),
});

const RUNNING_HEADS = [
  'book',
  'part',
  'chapter',
  'section',
  'first-section',
  'sections',
  'words',
  'first-word',
  'last-word',
  'author',
  'none',
] as const;

const lineNumbers = z.strictObject({
  every: z.number().int().min(1).default(5).describe('Which lines have one.'),
  restart: z.enum(['page', 'chapter']).default('page').describe('Where counting begins again.'),
});

const wideMargin = z.strictObject({
  width: length.default('50mm').describe('Width of the outer margin.'),
  rules: z.boolean().default(false).describe('Rule it with lines to write on.'),
});

const runningHeads = z.strictObject({
  verso: z.enum(RUNNING_HEADS).default('book').describe('On left-hand pages.'),
  recto: z.enum(RUNNING_HEADS).default('chapter').describe('On right-hand pages.'),
});

const printed = {
  trim: z
    .union([
      z.enum(TRIM_NAMES),
      z.strictObject({
        width: side.describe('Width of the page.'),
        height: side.describe('Height of the page.'),
      }),
    ])
    .default('a5')
    .describe('Size of the finished page: a name from the table of trim sizes, or a width and a height.'),
  margins: margins.optional().describe('Margins that differ from those that suit the trim size.'),
  notes: z
    .enum(NOTE_PLACES)
    .default('foot')
    .describe('Where notes stand: foot of the page, end of chapter, end of book.'),
  size: textSize.optional().describe('Size of the text in this edition.'),
  leading: z.number().min(1).max(2.5).optional().describe('Distance of lines in this edition.'),
  openings: z
    .enum(['recto', 'any', 'run-on'])
    .default('recto')
    .describe('Chapters open on a right-hand page, on any new page, or run on.'),
  contentsDepth: z
    .number()
    .int()
    .min(0)
    .max(6)
    .default(2)
    .describe('Levels of headings in the contents; 0 for none.'),
  lineNumbers: z
    .union([z.boolean(), lineNumbers])
    .transform((value) => (value === true ? lineNumbers.parse({}) : value))
    .default(false)
    .describe('Numbers in the outer margin.'),
  wideMargin: z
    .union([z.boolean(), wideMargin])
    .transform((value) => (value === true ? wideMargin.parse({}) : value))
    .default(false)
    .describe('A wide outer margin to write in, and for margin notes.'),
  easyReading: z
    .boolean()
    .default(false)
    .describe(
      'Set for readers with dyslexia or weak sight: Atkinson Hyperlegible, ragged right, not hyphenated, with wider words and lines.',
    ),
  template: text
    .optional()
    .describe(
      'A folder inside the book’s folder with a style sheet `book.css` and title pages of this edition’s own, or a style sheet alone.',
    ),
  links: z
    .enum(['none', 'notes', 'list'])
    .default('none')
    .describe('Print the targets of links: as notes, as a list, or not.'),
  runningHeads: runningHeads
    .default({ verso: 'book', recto: 'chapter' })
    .describe('What stands at the head of left and right pages.'),
  cropMarks: z.boolean().default(false).describe('Crop marks round the trim.'),
  bleed: bleed.default('0mm').describe('How far pictures run over the trim.'),
};
const pdf = z.strictObject({ format: z.literal('pdf').describe('What is made.'), ...printed });

const FOLDS = ['none', 'booklet', 'signatures', '2-up', '4-up'] as const;
const size = z.strictObject({
  width: side.describe('Width.'),
  height: side.describe('Height.'),
});
const packet = z.strictObject({
  format: z.literal('packet').describe('What is made.'),
  ...printed,
  group: text.optional().describe('Who reads it: a line on the cover sheet.'),
  course: text.optional().describe('Course, term or series of meetings: a line on the cover sheet.'),
  paper: z
    .union([z.enum(PAPER_NAMES), size])
    .default('a4')
    .describe(
      'The sheet that goes through the printer: a name from the table of papers, or width and height.',
    ),
  trim: printed.trim
    .unwrap()
    .optional()
    .describe('Size of a page; by default what the fold makes of the paper.'),
  contentsDepth: printed.contentsDepth
    .unwrap()
    .default(1)
    .describe('Levels of headings in the contents on the cover sheet.'),
  runningHeads: runningHeads
    .default({ verso: 'author', recto: 'chapter' })
    .describe('What stands at the head of left and right pages.'),
  openings: printed.openings
    .unwrap()
    .default('any')
    .describe('Texts open on a right-hand page, on any new page, or run on.'),
  fold: z.enum(FOLDS).default('none').describe('How pages are laid on sheets.'),
  signature: z
    .union([z.literal('auto'), z.number().int().min(4).multipleOf(4)])
    .default('auto')
    .describe('Pages of a signature; `auto` takes the size from 16 to 80 with the fewest blanks.'),
  creep: leaf
    .default('0.1mm')
    .describe('Thickness of a leaf: inner sheets have their pages nearer to the fold by it.'),
  gutter: length.default('0mm').describe('White between two pages of a sheet.'),
  duplex: z
    .enum(['long-edge', 'short-edge'])
    .optional()
    .describe('The edge about which the printer turns the sheet; by default the one that turns no page.'),
  binding: z
    .enum(['left', 'right'])
    .optional()
    .describe('Side of the spine; by default left, or right for writing from right to left.'),
  stack: z
    .boolean()
    .default(false)
    .describe('2-up and 4-up: pages follow one another in the piles that the sheets give when they are cut.'),
  marks: z.boolean().default(true).describe('Crop and fold marks on the sheet, where it leaves room.'),
});

const cover = z.strictObject({
  format: z.literal('cover').describe('What is made.'),
  of: text.describe('Name of the printed edition that the cover goes round.'),
  thickness: leaf
    .default('0.1mm')
    .describe('Thickness of a leaf: the spine is as wide as all leaves together.'),
  board: bleed.default('0mm').describe('Added to the spine for the cover’s own thickness.'),
  bleed: bleed.default('3mm').describe('How far the colour runs over the trim.'),
  cropMarks: z.boolean().default(true).describe('Crop and fold marks round the trim.'),
  blurb: text.optional().describe('Text on the back; by default the description of the book.'),
  barcode: z.boolean().default(true).describe('Print the ISBN as a barcode, if the book has one.'),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'a colour such as #2f4858')
    .default('#26394a')
    .describe('Colour of the cover.'),
});

/** A text of a packet: a file, or what stands under one of its headings. */
const packetText = z.strictObject({
  file: text.optional().describe('File or pattern: inside the book’s folder, or inside that of `book`.'),
  book: text
    .optional()
    .describe('Folder of another book beside this one, such as ../handbook; all its texts without `file`.'),
  section: text.optional().describe('Heading of the part to take; without it the whole text.'),
  title: text.optional().describe('Title, where it is not the one in the text.'),
  creators: creators.optional().describe('Author, translator and others of this text.'),
  source: text.optional().describe('Edition and address that the text is taken from.'),
  rights: text.optional().describe('Rights in this text.'),
  date: z
    .union([z.string(), z.number()])
    .transform(String)
    .optional()
    .describe('When the text was written or first printed.'),
  pages: z
    .union([z.string(), z.number()])
    .transform(String)
    .optional()
    .describe('Pages of the original: 12–19.'),
});

export const bookSchema = z.strictObject({
  title: text.describe('The title of the book.'),
  subtitle: text.optional().describe('The subtitle.'),
  creators: creators.default([]).describe('Authors, editors, translators and others.'),
  language: z
    .string(LANGUAGE)
    .regex(TAG, LANGUAGE)
    .refine((tag) => !TAG.test(tag) || isLanguageTag(tag), LANGUAGE)
    .default('en')
    .describe('Language of the book, as a BCP 47 tag.'),
  direction: z.enum(['ltr', 'rtl']).optional().describe('Direction of writing; known from the language.'),
  identifier: text
    .optional()
    .describe('ISBN, DOI, URN or other identifier; by default a UUID made of title and creators.'),
  slug: z
    .string()
    // Of two patterns editors get the one that every language reads.
    .regex(/^[^\s/\\:*?"<>|.]+$/, SLUG)
    .refine((slug) => /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(slug) || /[\s/\\:*?"<>|.]/.test(slug), SLUG)
    .optional()
    .describe('Name of the output folder and of the files in it; by default made of the title.'),
  publisher: text.optional().describe('Who publishes the book.'),
  date: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(DATE, 'a year, YYYY-MM or YYYY-MM-DD'))
    .optional()
    .describe('Date of publication: a year, or YYYY-MM-DD.'),
  edition: text.optional().describe('Statement of the edition: “Second edition, revised”.'),
  source: text.optional().describe('Where the text comes from.'),
  rights: text.optional().describe('The rights statement.'),
  subjects: z
    .union([text, z.array(text)])
    .transform((value) => [value].flat())
    .default([])
    .describe('What the book is about, a word or phrase each.'),
  series: z
    .strictObject({
      name: text.describe('Name of the series.'),
      number: z
        .union([z.string(), z.number()])
        .transform(String)
        .optional()
        .describe('Place of the book in the series.'),
    })
    .optional()
    .describe('The series that the book belongs to.'),
  description: text.optional().describe('A paragraph for catalogues.'),
  cover: z
    .union([
      text,
      z.strictObject({
        image: text.describe('File of the picture.'),
        alt: text.optional().describe('What the picture shows, for those who cannot see it.'),
      }),
    ])
    .transform((value) => (typeof value === 'string' ? { image: value, alt: undefined } : value))
    .optional()
    .describe('A picture for the cover; without one a cover is made from a template.'),
  front: paths.default([]).describe('Files before the chapters: preface, dedication, epigraph.'),
  chapters: paths.optional().describe('Files of the chapters, by name or pattern, in natural order.'),
  parts: z
    .array(
      z.strictObject({
        title: text.describe('Title of the part.'),
        chapters: paths.describe('Files of its chapters, by name or pattern.'),
        file: text.optional().describe('A text that stands under the title of the part.'),
      }),
    )
    .optional()
    .describe('Parts, each with a title and chapters; instead of `chapters`.'),
  texts: z
    .array(
      z.union([text, packetText]).transform((value) => (typeof value === 'string' ? { file: value } : value)),
    )
    .optional()
    .describe(
      'Texts of a reading packet, each with its own author, source and rights; instead of `chapters`.',
    ),
  back: paths.default([]).describe('Files after the chapters: appendix, afterword, colophon.'),
  notes: z
    .strictObject({
      number: z.enum(NOTE_NUMBERING).default('chapter').describe('Where numbers begin again at 1.'),
      series: z
        .enum(['apart', 'together'])
        .default('apart')
        .describe(
          'In a book with notes of the author and of an editor or translator: signs (*, †, ‡) for theirs, or one count for all.',
        ),
    })
    .default({ number: 'chapter', series: 'apart' })
    .describe('Numbering of notes.'),
  typography: typography.prefault({}).describe('Fonts, sizes and habits of the text.'),
  editions: z
    .record(
      z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
      z.discriminatedUnion('format', [epub, pdf, packet, cover]),
    )
    .optional()
    .describe('What to make, each under a name.'),
});

export type BookConfig = z.infer<typeof bookSchema>;
export type BookInput = z.input<typeof bookSchema>;
export type Creator = z.infer<typeof creator>;
export type Role = (typeof ROLES)[number];
export type Typography = z.infer<typeof typography>;
export type EpubEdition = z.infer<typeof epub>;
export type PdfEdition = z.infer<typeof pdf>;
export type PacketEdition = z.infer<typeof packet>;
export type CoverEdition = z.infer<typeof cover>;
export type EditionConfig = EpubEdition | PdfEdition | PacketEdition | CoverEdition;
/** A text of a packet as `book.yaml` names it. */
export type PacketText = z.infer<typeof packetText>;
