import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

type Mend = (element: Element) => void;

/** What raw HTML may have in an order that HTML does not allow, and how it is put right. Words are never dropped. */
const MENDS: Readonly<Record<string, Mend>> = {
  figure: mendFigure,
  table: mendTable,
  dl: mendDefinitions,
  ul: mendList,
  ol: mendList,
  details: mendDetails,
};

/**
 * Puts the parts of figures, tables, lists and the like in the order that HTML asks for: a browser forgives what
 * a page has wrong, a reader of EPUB does not.
 */
export function mendStructure(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    MENDS[element.tagName]?.(element);
    const isList = element.tagName === 'ul' || element.tagName === 'ol';
    if (!isList || element.children.some(isElement) || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const named = (name: string) => (node: ElementContent) => isElement(node) && node.tagName === name;
const isBlank = (node: ElementContent) =>
  node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
const made = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

/** One caption, first or last; line breaks round the picture are the page's layout. */
function mendFigure(figure: Element): void {
  const isIdle = (node: ElementContent) => isBlank(node) || named('br')(node);
  while (figure.children.length > 0 && isIdle(figure.children[0]!)) figure.children.shift();
  while (figure.children.length > 0 && isIdle(figure.children.at(-1)!)) figure.children.pop();
  const captions = figure.children.filter(named('figcaption')) as Element[];
  const [caption, ...more] = captions;
  if (!caption) return;
  for (const other of more) caption.children.push(made('br', []), ...other.children);
  const isFirst = figure.children[0] === caption;
  const rest = figure.children.filter((node) => !named('figcaption')(node));
  figure.children = isFirst ? [caption, ...rest] : [...rest, caption];
}

/** Caption, columns, head, bodies, foot. Further heads and feet are rows like others. */
function mendTable(table: Element): void {
  const parts = table.children.filter(isElement);
  const of = (name: string) => parts.filter(named(name));
  const [caption, ...captions] = of('caption');
  for (const other of captions) caption!.children.push(made('br', []), ...other.children);
  const [head, ...heads] = of('thead');
  const [foot, ...feet] = of('tfoot');
  const asBody = (element: Element): Element => ({ ...element, tagName: 'tbody' });
  const rows = of('tr');
  const bodies = [
    ...heads.map(asBody),
    ...of('tbody'),
    ...(rows.length > 0 ? [made('tbody', rows)] : []),
    ...feet.map(asBody),
  ];
  const settled = [caption, ...of('colgroup'), head, ...bodies, foot].filter(
    (part): part is Element => part !== undefined,
  );
  if (settled.length === parts.length && settled.every((part, index) => part === parts[index])) return;
  const known = new Set(['caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr', 'col']);
  table.children = [...settled, ...parts.filter((part) => !known.has(part.tagName))];
}

/** Terms, then what they mean, again and again; a list that begins with a meaning is only a block. */
function mendDefinitions(list: Element): void {
  const parts = list.children.filter((node) => !isBlank(node));
  const flat = parts.flatMap((node) =>
    named('div')(node) ? (node as Element).children.filter((child) => !isBlank(child)) : [node],
  );
  const order = flat.map((node) => (isElement(node) ? node.tagName : 'text')).join(' ');
  const isGrouped =
    parts.length > 0 &&
    parts.every((node) => named('div')(node) && /^(dt )+(dd ?)+$/.test(orderOf(node as Element)));
  if (isGrouped) return;
  if (/^((dt )+(dd( |$))+)+$/.test(order)) {
    list.children = flat;
    return;
  }
  list.tagName = 'div';
  list.children = flat.map((node) => {
    if (!isElement(node)) return made('p', [node]);
    return node.tagName === 'dt' || node.tagName === 'dd' ? { ...node, tagName: 'div' } : node;
  });
}

const orderOf = (element: Element) =>
  element.children
    .filter(isElement)
    .map(({ tagName }) => tagName)
    .join(' ');

/** Whatever is no item becomes one. */
function mendList(list: Element): void {
  list.children = list.children.flatMap((node) => {
    if (named('li')(node)) return [node];
    return isBlank(node) ? [] : [made('li', [node])];
  });
}

/** The summary stands first; without one there is nothing to open. */
function mendDetails(details: Element): void {
  const summary = details.children.find(named('summary'));
  if (summary) details.children = [summary, ...details.children.filter((node) => node !== summary)];
  else {
    details.tagName = 'div';
    details.properties = {};
  }
}
