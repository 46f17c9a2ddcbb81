import { EPub } from 'epub-gen-memory';
import type { ElementContent } from 'hast';
import { templateText } from '../../package-folder.js';
import { Archive, type Content } from './archive.js';
import type { CaptionList } from './caption-lists.js';
import type { Entry } from './metadata.js';
import type { Landmark, NavPoint } from './navigation.js';
import type { PageLink } from './page-links.js';
import { type PageMark, pageBreak } from './page-marks.js';
import type { TextFile } from './text-file.js';
import type { Work } from './thread/work.js';
import { toXhtml } from './xhtml.js';

/** A file of the EPUB that is no text: a picture, a font, a licence. */
export interface Item {
  readonly href: string;
  readonly mediaType: string;
  /** Pictures and fonts may be in the making while the text is packed, or be read when their turn comes. */
  readonly bytes: Exclude<Content, string>;
  /** `cover-image`. */
  readonly properties?: string;
}

export interface PackageInput {
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly identifier: string;
  readonly modified: Date;
  readonly metadata: readonly Entry[];
  readonly files: readonly TextFile[];
  readonly items: readonly Item[];
  /** What travels with the publication and is no part of it, by its path below `META-INF/`. */
  readonly papers: ReadonlyMap<string, Uint8Array>;
  readonly css: string;
  readonly words: { readonly contents: string; readonly landmarks: string; readonly pages: string };
  readonly contents: readonly NavPoint[];
  readonly ncx: readonly NavPoint[];
  /** Lists of figures and tables behind the contents. */
  readonly lists: readonly CaptionList[];
  readonly landmarks: readonly Landmark[];
  readonly pages: readonly PageLink[];
  /** The file after which the contents are read. */
  readonly contentsAfter: string;
  /** Pages of print that begin with the contents. */
  readonly contentsPages: readonly PageMark[];
}

const template = (name: string) => templateText(`epub/${name}`);

/** Media that are compressed already: deflating them again costs time and wins nothing. */
const STORED = /^(image\/(jpeg|png|gif|webp)|font\/woff2?)$/;

/**
 * epub-gen-memory fills the templates and packs the files. Our templates, our XHTML and our identifier go in by
 * its options and by this subclass; its own normaliser, which drops attributes, never sees the text.
 */
export class EpubPackage extends EPub {
  private readonly input: Omit<PackageInput, 'files'>;
  private readonly archive: Archive;

  /** @param packer What deflates. */
  constructor({ files, ...input }: PackageInput, packer: Pick<Work, 'deflate'>) {
    super(
      {
        title: input.title,
        lang: input.language,
        date: input.modified.toISOString(),
        css: input.css,
        tocTitle: input.words.contents,
        prependChapterTitles: false,
        verbose: false,
        contentOPF: template('content.opf.ejs'),
        tocNCX: template('toc.ncx.ejs'),
        tocXHTML: template('toc.xhtml.ejs'),
        chapterXHTML: template('chapter.xhtml.ejs'),
      },
      files.map((file) => ({ title: file.title, filename: file.name, content: '' })),
    );
    this.input = input;
    // Its own holds every file twice when it is done, and deflates in the thread that makes the book.
    this.archive = new Archive((bytes) => packer.deflate(bytes));
    this.archive.file('mimetype', 'application/epub+zip', { compression: 'STORE' });
    this.zip = this.archive as unknown as typeof this.zip;
    this.uuid = input.identifier;
    for (const [i, { content, ...file }] of files.entries()) {
      Object.assign(this.content[i]!, { file, properties: hasFormula(content) ? 'mathml' : '' });
      writeLater(this.content[i]!, content);
    }
    Object.assign(this.options, { book: input, flat, breaks, nested: nested(input.contents) });
  }

  protected override async generateTemplateFiles(): Promise<void> {
    await super.generateTemplateFiles();
    const folder = this.archive.folder('OEBPS');
    for (const { href, mediaType, bytes } of this.input.items)
      folder.file(href, bytes, { compression: STORED.test(mediaType) ? 'STORE' : 'DEFLATE' });
    for (const [name, bytes] of this.input.papers) this.archive.file(`META-INF/${name}`, bytes);
  }

  /** The finished EPUB. */
  async bytes(): Promise<Buffer> {
    await this.render();
    return this.archive.bytes(this.input.modified);
  }
}

/** Makes the XHTML of a text when it is asked for, which is once, and lets the tree go. */
function writeLater(chapter: { content: string }, tree: readonly ElementContent[]): void {
  let nodes: readonly ElementContent[] = tree;
  Object.defineProperty(chapter, 'content', {
    enumerable: true,
    get: () => {
      const written = toXhtml(nodes);
      nodes = [];
      return written;
    },
  });
}

/** Whether the manifest must say that a file has MathML. */
function hasFormula(nodes: readonly ElementContent[]): boolean {
  return nodes.some(
    (node) => node.type === 'element' && (node.tagName === 'math' || hasFormula(node.children)),
  );
}

interface NcxEntry {
  readonly point: NavPoint;
  readonly order: number;
  readonly children: readonly NcxEntry[];
}

/** Numbers NCX points in the order of reading. */
function flat(points: readonly NavPoint[], from = 1): NcxEntry[] {
  let order = from;
  return points.map((point) => {
    const own = order++;
    const children = flat(point.children, order);
    order += count(point.children);
    return { point, order: own, children };
  });
}

function count(points: readonly NavPoint[]): number {
  return points.reduce((sum, point) => sum + 1 + count(point.children), 0);
}

function nested(points: readonly NavPoint[]): string {
  const items = points.map(
    ({ href, markup, pages, children }) =>
      `<li><a href="${encodeURI(href)}">${breaks(pages)}${markup}</a>${children.length > 0 ? nested(children) : ''}</li>`,
  );
  return `<ol>\n${items.join('\n')}\n</ol>`;
}

/** Markers of pages, as they stand before the words of an entry. */
function breaks(pages: readonly PageMark[]): string {
  return toXhtml(pages.map(({ id, label }) => pageBreak(id, label)));
}
