import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';

export interface DocumentSettings {
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly style: string;
  readonly script: string;
}

/** A document as HTML, its sections apart from each other. */
export interface HtmlDocument {
  /** What stands before the first section. */
  readonly opening: string;
  readonly sections: readonly HtmlSection[];
}

export interface HtmlSection {
  readonly html: string;
  /** Goes on below the section before it. */
  readonly runsOn: boolean;
}

/** The HTML document of these sections. */
export function documentOf(sections: readonly Element[], settings: DocumentSettings): HtmlDocument {
  const { title, language, direction, style, script } = settings;
  const html = h('html', { lang: language, dir: direction }, [
    h('head', [h('meta', { charSet: 'utf-8' }), h('title', title), h('script', script), h('style', style)]),
    h('body'),
  ]);
  const empty = toHtml([{ type: 'doctype' }, html]);
  return {
    opening: empty.slice(0, -CLOSING.length),
    sections: sections.map((section) => ({
      html: toHtml(section),
      runsOn: section.properties.dataOpening === 'run-on',
    })),
  };
}

const CLOSING = '</body></html>';

/** A document of some of its sections. */
export function htmlOf({ opening }: HtmlDocument, sections: readonly HtmlSection[]): string {
  return `${opening}${sections.map(({ html }) => `\n${html}`).join('')}${CLOSING}`;
}

/** Characters from which on a book is worth dividing, and those of a portion that is worth dividing again. */
const WORTH_DIVIDING = 150_000;
const LARGE_PORTION = 800_000;
const MOST_PORTIONS = 8;

/**
 * Divides a document into portions that are laid out and printed side by side. A section is never divided. bytes:
 * how many there are follows from the text alone, not from the machine.
 */
export function portionsOf({ sections }: HtmlDocument): HtmlSection[][] {
  const total = sections.reduce((sum, { html }) => sum + html.length, 0);
  let count = total < WORTH_DIVIDING ? 1 : 2;
  while (count < MOST_PORTIONS && total / count > LARGE_PORTION) count *= 2;
  const portions: HtmlSection[][] = Array.from({ length: count }, () => []);
  let before = 0;
  let at = 0;
  for (const section of sections) {
    if (!section.runsOn) at = Math.floor(((before + section.html.length / 2) / total) * count);
    portions[at]!.push(section);
    before += section.html.length;
  }
  return portions.filter((portion) => portion.length > 0);
}

/** Anchors of the headings in an element, in order. */
export function headingsIn(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (/^h[1-6]$/.test(child.tagName)) return [String(child.properties.id)];
    return headingsIn(child);
  });
}
