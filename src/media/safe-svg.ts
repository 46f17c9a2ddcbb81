import type { Element, ElementContent, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** Elements of still SVG: shapes, text, paint, structure. No script, no animation, no foreign content. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image switch ' +
    'linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer ' +
    'feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB ' +
    'feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight ' +
    'feTile feTurbulence style'
  ).split(' '),
);

export interface SafeSvg {
  readonly bytes: Buffer;
  /** What was taken out: `script`, `onclick`, `href="https://…"`. */
  readonly removed: readonly string[];
}

/**
 * An SVG without script, events, animation, foreign content and anything fetched from elsewhere. Data URIs of
 * pictures and references within the file stay.
 *
 * @throws Error if it is not well-formed XML.
 */
export function safeSvg(bytes: Buffer): SafeSvg {
  const tree: Root = fromXml(bytes.toString('utf8').replace(/<!DOCTYPE[^>[]*(\[[^\]]*\])?[^>]*>/i, ''));
  const removed = new Set<string>();
  const root = tree.children.find((child): child is Element => child.type === 'element');
  const out = root ? write(root, removed, true) : '';
  return { bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${out}\n`), removed: [...removed] };
}

function write(node: Element, removed: Set<string>, isRoot = false): string {
  const prefix = node.name.includes(':') ? node.name.split(':')[0]! : '';
  const name = prefix === 'svg' ? node.name.slice(4) : node.name;
  // A link is taken out, what it leads from stays drawn.
  if (name === 'a') {
    const group = { ...node, name: 'g' };
    return write(group, removed);
  }
  if (!ELEMENTS.has(name)) {
    // What a drawing programme keeps for itself goes without a word.
    if ((prefix === '' || prefix === 'svg') && name !== 'metadata') removed.add(name);
    return '';
  }
  const attributes = Object.entries(node.attributes)
    .filter(([key, value]) => isSafe(key, value ?? '', removed))
    .map(([key, value]) => ` ${key}="${escaped(value ?? '')}"`);
  // Without what they show, these show nothing, and no validator takes them.
  if ((name === 'image' || name === 'use') && !/ (xlink:)?href="/.test(attributes.join(''))) return '';
  const namespaces = isRoot
    ? ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    : '';
  const children = node.children.map((child: ElementContent) => {
    if (child.type === 'element') return write(child, removed);
    if (child.type === 'text' || child.type === 'cdata')
      return escaped(name === 'style' ? safeCss(child.value, removed) : child.value);
    return '';
  });
  return `<${name}${namespaces}${attributes.join('')}>${children.join('')}</${name}>`;
}

function isSafe(key: string, value: string, removed: Set<string>): boolean {
  if (key === 'xmlns' || key.startsWith('xmlns:')) return false;
  if (/^on/i.test(key)) {
    removed.add(key);
    return false;
  }
  if (key.includes(':') && !/^(xlink|xml):/.test(key)) return false;
  if (key === 'href' || key === 'xlink:href') {
    if (/^\s*(#|data:image\/(png|jpe?g|gif|webp);base64,)/i.test(value)) return true;
    removed.add(`${key}="${value.slice(0, 60)}"`);
    return false;
  }
  if (safeCss(value, removed) !== value) return false;
  return true;
}

/** Style text with every reference to elsewhere taken out. */
function safeCss(css: string, removed: Set<string>): string {
  return css
    .replace(/@import[^;]*;?/gi, (rule) => {
      removed.add(rule.slice(0, 60));
      return '';
    })
    .replace(/url\(\s*(['"]?)(?!\s*(#|data:image\/(png|jpe?g|gif|webp);))[^)]*\)/gi, (reference) => {
      removed.add(reference.slice(0, 60));
      return 'none';
    })
    .replace(/(javascript|vbscript)\s*:|expression\s*\(/gi, (code) => {
      removed.add(code);
      return '';
    });
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
}
