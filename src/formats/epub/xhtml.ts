import type { Element, ElementContent, Nodes } from 'hast';
import { find, html, type Schema, svg } from 'property-information';

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const NAMESPACE: Readonly<Record<string, string>> = {
  math: 'http://www.w3.org/1998/Math/MathML',
  svg: 'http://www.w3.org/2000/svg',
};

/**
 * Writes hast as XHTML: well-formed XML that an HTML parser reads alike. HTML elements that may have content
 * always get an end tag, void ones never. Comments are left out.
 */
export function toXhtml(nodes: Nodes | readonly ElementContent[]): string {
  const out: string[] = [];
  write(Array.isArray(nodes) ? nodes : [nodes as ElementContent], html, false, out);
  return out.join('');
}

/** Escapes text for XML, in content and in attributes alike. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function write(nodes: readonly (ElementContent | Nodes)[], schema: Schema, foreign: boolean, out: string[]) {
  for (const node of nodes) {
    if (node.type === 'text') out.push(node.value.replace(/[&<>]/g, (character) => ESCAPES[character]!));
    else if (node.type === 'root') write(node.children, schema, foreign, out);
    else if (node.type === 'element') writeElement(node, schema, foreign, out);
  }
}

function writeElement(node: Element, outer: Schema, outerForeign: boolean, out: string[]) {
  const namespace = outerForeign ? undefined : NAMESPACE[node.tagName];
  const foreign = outerForeign || namespace !== undefined;
  const schema = node.tagName === 'svg' ? svg : outer;
  out.push('<', node.tagName);
  if (namespace) out.push(' xmlns="', namespace, '"');
  for (const [property, value] of Object.entries(node.properties)) {
    if (value === null || value === undefined || value === false || property === 'xmlns') continue;
    const info = find(schema, property);
    const written = Array.isArray(value)
      ? value.join(info.commaSeparated ? ', ' : ' ')
      : value === true
        ? info.boolean
          ? info.attribute
          : 'true'
        : String(value);
    out.push(' ', info.attribute, '="', escapeXml(written).replace(/[\t\n]/g, ' '), '"');
  }
  if (foreign ? node.children.length === 0 : VOID.has(node.tagName)) {
    out.push('/>');
    return;
  }
  out.push('>');
  write(node.children, schema, foreign, out);
  out.push('</', node.tagName, '>');
}
