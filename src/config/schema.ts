import { z } from 'zod';
import { TRIM_NAMES } from './trim-sizes.js';

/**
 * The one description of `book.yaml`. Types, validation, the published JSON Schema and the handbook's
 * reference table all come from it, so every key carries a description.
 */

const text = z.string().trim().min(1);
const paths = z.union([text, z.array(text)]).transform((value) => [value].flat());
const length = z.string().regex(/^\d+(\.\d+)?(mm|cm|in|pt|px)$/, 'a length such as 20mm, 0.75in or 54pt');

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
const creators = z
  .union([text, creator, z.array(z.union([text, creator]))])
  .transform((value) =>
    [value].flat().map((one) => (typeof one === 'string' ? creator.parse({ name: one }) : one)),
  );

export const NOTE_PLACES = ['foot', 'chapter', 'book'] as const;
export const NOTE_NUMBERING = ['chapter', 'book', 'page'] as const;

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
  size: length.optional().describe('Size of the text in print; each trim size has one that suits it.'),
  leading: z.number().min(1).max(2.5).optional().describe('Distance of lines as a multiple of the size.'),
  hyphenate: z.boolean().default(true).describe('Hyphenate by the rules of the language.'),
  smartPunctuation: z
    .boolean()
    .default(true)
    .describe('Curly quotes, dashes and dots by the rules of the language.'),
  dropCaps: z.boolean().default(false).describe('Begin each chapter with a large initial.'),
  numberHeadings: z.boolean().default(false).describe('Number chapters and sections: 1, 1.1, 1.2.'),
});

const margins = z.strictObject({
  top: length.optional(),
  bottom: length.optional(),
  inner: length.optional().describe('The gutter margin, at the spine.'),
  outer: length.optional(),
});

const epub = z.strictObject({
  format: z.literal('epub'),
  pageList: text
    .optional()
    .describe('Name of the PDF edition whose pages the EPUB’s page-list gives, or `source`.'),
  embedFonts: z.boolean().default(true).describe('Embed subsets of the book’s fonts.'),
});

const printed = {
  trim: z
    .union([z.enum(TRIM_NAMES), z.strictObject({ width: length, height: length })])
    .default('a5')
    .describe('Size of the finished page: a name from the table of trim sizes, or a width and a height.'),
  margins: margins.optional().describe('Margins that differ from those that suit the trim size.'),
  notes: z
    .enum(NOTE_PLACES)
    .default('foot')
    .describe('Where notes stand: foot of the page, end of chapter, end of book.'),
  size: length.optional().describe('Size of the text in this edition.'),
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
    .union([
      z.literal(false),
      z.strictObject({
        every: z.number().int().min(1).default(5),
        restart: z.enum(['page', 'chapter']).default('page'),
      }),
    ])
    .default(false)
    .describe('Numbers in the outer margin.'),
  links: z
    .enum(['none', 'notes', 'list'])
    .default('none')
    .describe('Print the targets of links: as notes, as a list, or not.'),
  runningHeads: z
    .strictObject({
      verso: z.enum(['book', 'part', 'chapter', 'section', 'author', 'none']).default('book'),
      recto: z.enum(['book', 'part', 'chapter', 'section', 'author', 'none']).default('chapter'),
    })
    .default({ verso: 'book', recto: 'chapter' })
    .describe('What stands at the head of left and right pages.'),
  cropMarks: z.boolean().default(false).describe('Crop marks round the trim.'),
  bleed: length.default('0mm').describe('How far pictures run over the trim.'),
};
const pdf = z.strictObject({ format: z.literal('pdf'), ...printed });

export const FOLDS = ['none', 'booklet', 'signatures', '2-up', '4-up'] as const;
const packet = z.strictObject({
  format: z.literal('packet'),
  ...printed,
  paper: z.enum(TRIM_NAMES).default('a4').describe('The sheet that goes through the printer.'),
  trim: printed.trim.optional().describe('Size of a page; by default what the fold makes of the paper.'),
  openings: printed.openings.default('any'),
  fold: z.enum(FOLDS).default('none').describe('How pages are laid on sheets.'),
});

export const bookSchema = z.strictObject({
  title: text.describe('The title of the book.'),
  subtitle: text.optional().describe('The subtitle.'),
  creators: creators.default([]).describe('Authors, editors, translators and others.'),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'a language tag such as en, fr or pt-BR')
    .default('en')
    .describe('Language of the book, as a BCP 47 tag.'),
  direction: z.enum(['ltr', 'rtl']).optional().describe('Direction of writing; known from the language.'),
  identifier: text
    .optional()
    .describe('ISBN, DOI, URN or other identifier; by default a UUID made of title and creators.'),
  publisher: text.optional(),
  date: z
    .union([z.string(), z.number()])
    .transform(String)
    .optional()
    .describe('Date of publication: a year, or YYYY-MM-DD.'),
  edition: text.optional().describe('Statement of the edition: “Second edition, revised”.'),
  source: text.optional().describe('Where the text comes from.'),
  rights: text.optional().describe('The rights statement.'),
  subjects: z.array(text).default([]),
  series: z
    .strictObject({ name: text, number: z.union([z.string(), z.number()]).transform(String).optional() })
    .optional(),
  description: text.optional().describe('A paragraph for catalogues.'),
  cover: z
    .union([text, z.strictObject({ image: text, alt: text.optional() })])
    .transform((value) => (typeof value === 'string' ? { image: value, alt: undefined } : value))
    .optional()
    .describe('A picture for the cover; without one a cover is made from a template.'),
  front: paths.default([]).describe('Files before the chapters: preface, dedication, epigraph.'),
  chapters: paths.optional().describe('Files of the chapters, by name or pattern, in natural order.'),
  parts: z
    .array(
      z.strictObject({
        title: text,
        chapters: paths,
        file: text.optional().describe('A text that stands under the title of the part.'),
      }),
    )
    .optional()
    .describe('Parts, each with a title and chapters; instead of `chapters`.'),
  back: paths.default([]).describe('Files after the chapters: appendix, afterword, colophon.'),
  notes: z
    .strictObject({ number: z.enum(NOTE_NUMBERING).default('chapter') })
    .default({ number: 'chapter' })
    .describe('Numbering of notes.'),
  typography: typography.prefault({}),
  editions: z
    .record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), z.discriminatedUnion('format', [epub, pdf, packet]))
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
export type EditionConfig = EpubEdition | PdfEdition | PacketEdition;
