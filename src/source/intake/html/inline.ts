import type { Element, ElementContent } from 'hast';
import type { RuleLog } from '../../cleaning-log.js';
import { MappedText } from '../../mapped-text.js';
import { MARK } from '../../marks.js';
import { writeInline } from '../../write-inline.js';
import type { NoteLinks } from './note-links.js';
import { collapse, textOf } from './visible-text.js';

const EMPHASIS = new Set(['em', 'i', 'cite', 'dfn', 'var']);
const STRONG = new Set(['strong', 'b']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
const SPACE_BEFORE_CALL = new RegExp(`(?<=\\S) +(?=${MARK.callOpen})`, 'g');
const PAGE_CLASS = /(?:^|[-_\s])(?:page-?num(?:ber)?|page-?break|pb)(?:$|[-_\s])/i;
const PAGE_LABEL = /^[\s[{(]*(?:p(?:g|age)?\.?\s*)?([0-9]{1,5}|[ivxlc]{1,8})[\s\]})]*$/i;
const SMALL_CAPS = /(?:^|\s)(?:sc|smcap|small-?caps|smallcap)(?:$|\s)/i;

export interface InlineContext {
  readonly log: RuleLog;
  readonly page: string;
  readonly links: NoteLinks;
}

/** What editors of plays call the name over a speech, and what the actor does. */
const SPEAKER = /(?:^|\s)(?:speaker|sp(?:eaker)?-?name|character-?name)(?:$|\s)/i;
const DIRECTION = /(?:^|\s)(?:stage-?dir(?:ection)?s?|sdir|stage)(?:$|\s)/i;

/** Marks for an element that the page’s style sheet sets apart by its class alone. */
export function marksOfClass(element: Element): readonly [string, string] | undefined {
  const names = String(element.properties.className ?? '').replaceAll(',', ' ');
  if (SPEAKER.test(names)) return [MARK.strongOpen, MARK.strongClose];
  return DIRECTION.test(names) ? [MARK.emOpen, MARK.emClose] : undefined;
}

/** The text of inline content, with marks for what is markup (`marks.ts`). White space is collapsed. */
export function readInlineNodes(nodes: readonly ElementContent[], context: InlineContext): MappedText {
  const text = collapse(MappedText.concat(nodes.flatMap((node) => read(node, context)))).trim();
  // A call follows its word without a space, whatever the page's source has between them.
  return text.replace(SPACE_BEFORE_CALL, () => '');
}

type Parts = (MappedText | string)[];

function read(node: ElementContent, context: InlineContext): Parts {
  if (node.type === 'text') return [textOf(node, context.page)];
  if (node.type !== 'element') return [];
  const { links, page } = context;
  if (links.marks.has(node)) return [];
  const label = links.calls.get(node);
  const at = node.position?.start.offset ?? 0;
  if (label !== undefined) return [MARK.callOpen, MappedText.inserted(label, at), MARK.callClose];
  const children = () => node.children.flatMap((child) => read(child, context));
  const wrap = (open: string, close: string): Parts => {
    const inner = collapse(MappedText.concat(children()));
    const words = inner.trim();
    if (words.length === 0) return inner.length > 0 ? [' '] : [];
    // Emphasis that begins or ends with a space would not be read as emphasis.
    const lead = /^\s/.test(inner.value) ? ' ' : '';
    const tail = /\s$/.test(inner.value) ? ' ' : '';
    return [lead, MappedText.inserted(open, at), words, close, tail];
  };
  const verbatim = (before: string, inner: MappedText, after: string): Parts => [
    MappedText.inserted(MARK.verbatimOpen + before, at),
    inner,
    after + MARK.verbatimClose,
  ];

  if (isPageNumber(node)) {
    const words = collapse(MappedText.concat(node.children.flatMap((child) => read(child, context)))).trim();
    const folio = PAGE_LABEL.exec(words.value);
    if (folio) {
      context.log.removed(words, 'mark of a page, kept as its number');
      const start = words.value.indexOf(folio[1]!);
      return [MARK.pageOpen, words.slice(start, start + folio[1]!.length), MARK.pageClose];
    }
  }
  const name = node.tagName;
  if (EMPHASIS.has(name)) return wrap(MARK.emOpen, MARK.emClose);
  if (STRONG.has(name)) return wrap(MARK.strongOpen, MARK.strongClose);
  if (CODE.has(name)) {
    const words = collapse(MappedText.concat(node.children.flatMap((child) => plain(child, page)))).trim();
    if (words.length === 0) return [];
    const ticks = '`'.repeat(1 + Math.max(0, ...(words.value.match(/`+/g) ?? []).map((run) => run.length)));
    const pad = words.value.startsWith('`') || words.value.endsWith('`') ? ' ' : '';
    return verbatim(ticks + pad, words, pad + ticks);
  }
  const marks = name === 'span' ? marksOfClass(node) : undefined;
  if (marks) return wrap(...marks);
  if (name === 'br') return [MappedText.inserted(MARK.lineBreak, at)];
  if (name === 'img') return image(node, at);
  if (name === 'q') return ['“', ...children(), '”'];
  if (name === 'sup' || name === 'sub') {
    const calls = node.children.some((child) => child.type === 'element' && links.calls.has(child));
    const words = writeInline(collapse(MappedText.concat(children())).trim());
    // A call stands raised by itself.
    if (calls || words.length === 0) return children();
    return verbatim(`<${name}>`, words, `</${name}>`);
  }
  if (name === 'a') return link(node, children, verbatim);
  if (name === 'span' && SMALL_CAPS.test(String(node.properties.className ?? '').replaceAll(',', ' '))) {
    const words = writeInline(collapse(MappedText.concat(children())).trim());
    return words.length === 0 ? [] : verbatim(':sc[', words, ']');
  }
  return children();
}

function link(
  node: Element,
  children: () => Parts,
  verbatim: (before: string, inner: MappedText, after: string) => Parts,
): Parts {
  const href = typeof node.properties.href === 'string' ? node.properties.href : '';
  const parts = children();
  const inner = collapse(MappedText.concat(parts));
  // An address inside the site leads nowhere in a book.
  if (!/^(?:https?|mailto|doi):/i.test(href) || inner.value.trim() === '') return parts;
  const words = writeInline(inner.trim());
  const lead = /^\s/.test(inner.value) ? [' '] : [];
  const tail = /\s$/.test(inner.value) ? [' '] : [];
  const address = href.replace(/[\s<>()\\]/g, (c) =>
    encodeURIComponent(c).replace('(', '%28').replace(')', '%29'),
  );
  return [...lead, ...verbatim('[', words, `](${address})`), ...tail];
}

function image(node: Element, at: number): Parts {
  const source = typeof node.properties.src === 'string' ? node.properties.src : '';
  if (source === '' || source.startsWith('data:')) return [];
  const alt = typeof node.properties.alt === 'string' ? node.properties.alt : '';
  const words = alt
    .replace(/\s+/g, ' ')
    .replace(/[[\]\\]/g, '\\$&')
    .trim();
  const address = /[\s()<>]/.test(source) ? `<${source.replace(/[<>\n]/g, '')}>` : source;
  return [MappedText.inserted(`${MARK.verbatimOpen}![${words}](${address})${MARK.verbatimClose}`, at)];
}

function isPageNumber(node: Element): boolean {
  const names = `${String(node.properties.className ?? '').replaceAll(',', ' ')}`;
  return PAGE_CLASS.test(names) || node.properties.role === 'doc-pagebreak';
}

function plain(node: ElementContent, page: string): Parts {
  if (node.type === 'text') return [textOf(node, page)];
  return node.type === 'element' ? node.children.flatMap((child) => plain(child, page)) : [];
}

/** Text as it stands, for `<pre>`: no marks, white space kept. */
export function readPlain(node: Element, page: string): MappedText {
  return MappedText.concat(plain(node, page));
}
