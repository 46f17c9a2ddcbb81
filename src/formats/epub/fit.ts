import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { find, html } from 'property-information';
import { VALUES } from './attribute-values.js';
import { ELEMENTS, GLOBAL_ATTRIBUTES, ORDERS } from './content-model.js';

type Inside = 'flow' | 'phrasing';

/**
 * Mends what the content model forbids, and loses no word by it: an element that may not stand where it stands
 * becomes a div or a span, one that is none gives its content alone, an attribute that may not be is dropped.
 */
export function fit(nodes: readonly ElementContent[]): ElementContent[] {
  return fitAll(nodes, 'section', 'flow', []);
}

function fitAll(
  nodes: readonly ElementContent[],
  parent: string,
  inside: Inside,
  ancestors: readonly string[],
): ElementContent[] {
  return nodes.flatMap((node) =>
    node.type === 'element' ? fitOne(node, parent, inside, ancestors) : [node],
  );
}

function fitOne(
  node: Element,
  parent: string,
  inside: Inside,
  ancestors: readonly string[],
): ElementContent[] {
  if (node.tagName === 'math') return [node];
  const name = nameFor(node, parent, inside, ancestors);
  if (name === undefined) return fitAll(node.children, parent, inside, ancestors);
  const { content } = ELEMENTS[name]!;
  if (content === 'empty') return [{ ...node, tagName: name, properties: allowed(node, name), children: [] }];
  const within =
    content === 'phrasing' || content === 'text' ? 'phrasing' : content === 'transparent' ? inside : 'flow';
  const children = fitAll(node.children, name, within, [...ancestors, name]);
  if (!isInOrder(name, children)) {
    const plain = inside === 'phrasing' ? 'span' : 'div';
    return fitOne({ ...node, tagName: plain }, parent, inside, ancestors);
  }
  return [{ ...node, tagName: name, properties: allowed(node, name), children }];
}

/** What an element is called where it stands; undefined for what gives its content alone. */
function nameFor(
  node: Element,
  parent: string,
  inside: Inside,
  ancestors: readonly string[],
): string | undefined {
  const rule = ELEMENTS[node.tagName];
  if (!rule || STRUCTURE.has(node.tagName)) return undefined;
  const plain = inside === 'phrasing' ? 'span' : 'div';
  if (rule.required?.some((name) => !(name in node.properties)))
    return rule.content === 'empty' ? undefined : 'span';
  // A call inside a link: the call is a link itself, so the outer one is not.
  if (node.tagName === 'a' && hasLink(node)) return 'span';
  const { content } = ELEMENTS[parent]!;
  const listed = Array.isArray(content) && content.includes(node.tagName);
  if (ancestors.some((name) => ELEMENTS[name]?.without?.includes(node.tagName)))
    return rule.phrasing ? 'span' : plain;
  if (rule.parents)
    return rule.parents.includes(parent) && (!Array.isArray(content) || listed) ? node.tagName : plain;
  if (inside === 'phrasing' && !rule.phrasing) return rule.content === 'empty' ? undefined : 'span';
  if (/^h[1-6]$/.test(node.tagName) && textOf(node).trim() === '' && !hasPicture(node)) return plain;
  return node.tagName;
}

const STRUCTURE = new Set(['html', 'head', 'body', 'meta', 'link', 'title']);

/** Whether the children are such as the element must have, in the order in which it must have them. */
function isInOrder(name: string, children: readonly ElementContent[]): boolean {
  const { content } = ELEMENTS[name]!;
  const names = children.flatMap((child) => (child.type === 'element' ? [child.tagName] : []));
  if (Array.isArray(content)) {
    if (names.some((child) => !content.includes(child))) return false;
    if (children.some((child) => child.type === 'text' && child.value.trim() !== '')) return false;
  }
  if (ORDERS[name] && !ORDERS[name].test(names.map((child) => `${child} `).join(''))) return false;
  if (name !== 'figure') return true;
  const captions = names.filter((child) => child === 'figcaption').length;
  return captions === 0 || (captions === 1 && (names[0] === 'figcaption' || names.at(-1) === 'figcaption'));
}

function allowed(node: Element, name: string): Element['properties'] {
  const rule = ELEMENTS[name]!;
  const kept: Record<string, Element['properties'][string]> = {};
  for (const [property, value] of Object.entries(node.properties)) {
    if (
      value === null ||
      value === undefined ||
      value === false ||
      (Array.isArray(value) && value.length === 0)
    )
      continue;
    const { attribute, boolean } = find(html, property);
    const written =
      value === true
        ? boolean
          ? attribute
          : 'true'
        : Array.isArray(value)
          ? value.join(' ')
          : String(value);
    const known =
      attribute === 'role'
        ? rule.roles?.includes(written)
        : GLOBAL_ATTRIBUTES.includes(attribute) ||
          rule.attributes?.includes(attribute) ||
          attribute.startsWith('data-');
    if (known && (!VALUES[attribute] || VALUES[attribute].test(written))) kept[property] = value;
  }
  return kept;
}

function hasLink(node: Element): boolean {
  return node.children.some((child) => child.type === 'element' && (child.tagName === 'a' || hasLink(child)));
}

function hasPicture(node: Element): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (child.tagName === 'img' || hasPicture(child)),
  );
}

/** Levels of headings in a file: the first is an h1, no other is, none is skipped, and equals stay equal. */
export function fitLevels(nodes: readonly ElementContent[]): ElementContent[] {
  const path: { readonly given: number; readonly level: number }[] = [];
  const walk = (node: ElementContent): ElementContent => {
    if (node.type !== 'element' || node.tagName === 'math') return node;
    if (!/^h[1-6]$/.test(node.tagName)) return { ...node, children: node.children.map(walk) };
    const given = Number(node.tagName[1]);
    while (path.length > 1 && path.at(-1)!.given >= given) path.pop();
    const level = (path.at(-1)?.level ?? 0) + 1;
    path.push({ given, level });
    return { ...node, tagName: `h${level}` };
  };
  return nodes.map(walk);
}
