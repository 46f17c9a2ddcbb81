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

/** The HTML document of these sections. */
export function documentOf(sections: readonly Element[], settings: DocumentSettings): string {
  const { title, language, direction, style, script } = settings;
  const html = h('html', { lang: language, dir: direction }, [
    h('head', [h('meta', { charSet: 'utf-8' }), h('title', title), h('script', script), h('style', style)]),
    h(
      'body',
      sections.flatMap((section) => [{ type: 'text', value: '\n' } as const, section]),
    ),
  ]);
  return toHtml([{ type: 'doctype' }, html]);
}

/** Anchors of the headings in an element, in order. */
export function headingsIn(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (/^h[1-6]$/.test(child.tagName)) return [String(child.properties.id)];
    return headingsIn(child);
  });
}
