import type { Element, Nodes, Parents, Root } from 'hast';
import { CONTINUE, EXIT, SKIP, visit } from 'unist-util-visit';
import type { RuleLog } from '../../cleaning-log.js';
import { allText } from './visible-text.js';

/** Elements that are never text of the work. */
const NEVER = new Set(
  'script style template noscript iframe object embed form button select input textarea dialog nav'.split(
    ' ',
  ),
);
/** Names that sites give to what stands round a text. */
const FURNITURE =
  /(?:^|[-_\s])(?:nav(?:bar|igation|box|list)?|menu|breadcrumbs?|crumbs?|side-?bar|share|sharing|social|cookies?|consent|banner|advert(?:isement)?s?|ads?|comments?|related|recommended|toolbar|skip(?:-?link)?|pager|pagination|site-?(?:header|footer|sub)|page-?(?:header|footer)|masthead|footer|catlinks|printfooter|mw-editsection|editsection|noprint|jump-?link|toc|mw-jump-link|newsletter|subscribe|popup|modal|search(?:form|box)?)(?:$|[-_\s])/i;
const NOTES = /note|endnote|reference|citation/i;
const MAIN = ['article', 'main'];

/** Finds the element that holds the work, and takes the site's furniture out of it, each piece into the log. */
export function findMainText(tree: Root, page: string, log: RuleLog): Parents {
  const body = first(tree, (element) => element.tagName === 'body') ?? tree;
  takeOut(body, page, log);
  const main = choose(body);
  if (main !== body) logOutside(body, main, page, log);
  return main;
}

function takeOut(body: Parents, page: string, log: RuleLog): void {
  visit(body as Root, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return CONTINUE;
    const reason = reasonToDrop(element);
    if (!reason) return CONTINUE;
    log.removed(allText(element, page), reason);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function reasonToDrop(element: Element): string | undefined {
  if (NEVER.has(element.tagName)) return 'part of the web page, not of the text';
  const { hidden, ariaHidden, role, id, className } = element.properties;
  if (hidden === true || hidden === '' || ariaHidden === 'true') return 'hidden on the page';
  if (role === 'navigation' || role === 'banner' || role === 'search' || role === 'contentinfo')
    return 'site furniture';
  const names = [id, ...(Array.isArray(className) ? className : [])]
    .filter((name) => typeof name === 'string')
    .join(' ');
  if (names && FURNITURE.test(names) && !NOTES.test(names) && !holdsTheWork(element)) return 'site furniture';
  // The head and foot of a site; those of an article hold its title and notes.
  if (
    (element.tagName === 'header' || element.tagName === 'footer') &&
    !first(element, isHeading) &&
    !holdsTheWork(element)
  ) {
    return hasNotes(element) ? undefined : 'site furniture';
  }
  if (element.tagName === 'aside' && !hasNotes(element) && textLength(element) < 200) return 'site furniture';
  return undefined;
}

const isHeading = (element: Element) => /^h[1-3]$/.test(element.tagName);
const hasNotes = (element: Element) =>
  first(element, (one) =>
    NOTES.test(
      `${one.properties.id ?? ''} ${String(one.properties.className ?? '')} ${one.properties.role ?? ''}`,
    ),
  ) !== undefined ||
  NOTES.test(`${element.properties.id ?? ''} ${String(element.properties.className ?? '')}`);
/** A wrapper may be called anything: one with many paragraphs is the text all the same. */
const holdsTheWork = (element: Element) =>
  count(element, (one) => one.tagName === 'p' && textLength(one) > 80) >= 4;

function choose(body: Parents): Parents {
  for (const name of MAIN) {
    const found = all(body, (element) => element.tagName === name || element.properties.role === name);
    const [only] = found;
    if (found.length === 1 && only && textLength(only) * 2 > textLength(body)) return only;
  }
  // Where nothing says so, the smallest element with nearly all the words of the page.
  let best: Parents = body;
  const enough = textLength(body) * 0.85;
  for (;;) {
    const next = (best.children as readonly Nodes[]).find(
      (child): child is Element =>
        child.type === 'element' &&
        /^(?:div|section|table|tbody|tr|td|center|font)$/.test(child.tagName) &&
        textLength(child) > enough,
    );
    if (!next) return best;
    // What stands beside it is let go only where it is hardly more than links.
    if ((best.children as readonly Nodes[]).some((child) => child !== next && !isLinks(child))) return best;
    best = next;
  }
}

function logOutside(node: Parents, main: Parents, page: string, log: RuleLog): void {
  for (const child of node.children) {
    if (child === main || child.type === 'doctype') continue;
    if (child.type === 'element' && contains(child, main)) logOutside(child, main, page, log);
    else log.removed(allText(child as Nodes, page), 'outside the text of the page');
  }
}

function contains(node: Parents, wanted: Parents): boolean {
  return first(node, (element) => element === wanted) !== undefined;
}

export function first(node: Parents, test: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(node as Root, 'element', (element) => {
    if (element === node || !test(element)) return CONTINUE;
    found = element;
    return EXIT;
  });
  return found;
}

export function all(node: Parents, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(node as Root, 'element', (element) => {
    if (element !== node && test(element)) found.push(element);
  });
  return found;
}

const count = (node: Parents, test: (element: Element) => boolean) => all(node, test).length;

function isLinks(node: Nodes): boolean {
  const length = textLength(node);
  if (length === 0 || node.type !== 'element') return length === 0;
  const linked = all(node, (element) => element.tagName === 'a' && element.properties.href !== undefined);
  return linked.reduce((sum, link) => sum + textLength(link), 0) * 2 > length && !first(node, isHeading);
}

/** Characters below a node, white space not counted. */
function textLength(node: Nodes): number {
  if (node.type === 'text') return node.value.replace(/\s+/g, '').length;
  return 'children' in node ? node.children.reduce((sum, child) => sum + textLength(child), 0) : 0;
}
