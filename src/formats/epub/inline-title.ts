import type { ElementContent } from 'hast';

/** Emphasis that a title keeps in the contents; links, calls, anchors and markers it loses. */
const KEPT = new Set(['em', 'i', 'strong', 'b', 'cite', 'sub', 'sup', 'code', 'span', 'bdi', 'math']);

/** A title for the contents: its words and their emphasis, nothing that could be followed or repeated. */
export function inlineTitle(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    if (node.properties.role === 'doc-noteref' || node.properties.role === 'doc-pagebreak') return [];
    const children = inlineTitle(node.children);
    if (!KEPT.has(node.tagName) || node.tagName === 'math') return children;
    const { lang, xmlLang, className } = node.properties;
    const properties = {
      ...(lang ? { lang, xmlLang: xmlLang ?? lang } : {}),
      ...(className ? { className } : {}),
    };
    return [{ type: 'element', tagName: node.tagName, properties, children }];
  });
}
