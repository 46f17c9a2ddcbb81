import type { Element, Root } from 'xast';
import { ROLE_OF_TYPE, TYPE_OF_ROLE, VALUES } from '../attribute-values.js';
import { ELEMENTS, type ElementRule, GLOBAL_ATTRIBUTES } from '../content-model.js';
import { checkMath } from './check-math.js';
import { checkOrder } from './check-order.js';
import type { Fault } from './fault.js';
import { textOf } from './xast.js';

/** Judges one XHTML file by the content model: nesting, attributes and their values, headings, anchors, roles. */
export function checkXhtml(file: string, tree: Root): Fault[] {
  const faults: Fault[] = [];
  const fault: Tell = (node, rule, message) =>
    faults.push({ file, line: node.position?.start.line, rule, message });
  const root = tree.children.find((child): child is Element => child.type === 'element');
  if (root?.name !== 'html') return [{ file, rule: 'root', message: 'Expected html as the root' }];
  const state: Walk = { fault, ids: new Map(), headings: [], ancestors: [] };
  walk(root, undefined, 'flow', state);
  checkHeadings(state);
  return faults;
}

export type Tell = (node: Element, rule: string, message: string) => void;

interface Walk {
  readonly fault: Tell;
  readonly ids: Map<string, Element>;
  readonly headings: Element[];
  readonly ancestors: Element[];
}

function walk(node: Element, parent: Element | undefined, inside: 'flow' | 'phrasing', state: Walk): void {
  const { fault, ancestors } = state;
  const rule = ELEMENTS[node.name];
  if (!rule) {
    fault(node, 'element', `Unexpected element ${node.name}`);
    return;
  }
  if (parent) checkPlace(node, rule, parent, inside, fault);
  for (const ancestor of ancestors)
    if (ELEMENTS[ancestor.name]?.without?.includes(node.name))
      fault(node, 'nesting', `Unexpected ${node.name} inside ${ancestor.name}`);
  checkAttributes(node, rule, state);
  if (/^h[1-6]$/.test(node.name)) state.headings.push(node);
  if (node.name === 'math') {
    checkMath(node, fault);
    return;
  }
  checkText(node, rule, fault);
  checkOrder(node, fault);
  checkCall(node, fault);
  checkSense(node, ancestors.at(-1), fault);
  const content =
    rule.content === 'phrasing' ? 'phrasing' : rule.content === 'transparent' ? inside : ('flow' as const);
  ancestors.push(node);
  for (const child of node.children) if (child.type === 'element') walk(child, node, content, state);
  ancestors.pop();
}

function checkPlace(
  node: Element,
  rule: ElementRule,
  parent: Element,
  inside: 'flow' | 'phrasing',
  fault: Tell,
): void {
  const { content } = ELEMENTS[parent.name]!;
  const wrong = () => fault(node, 'nesting', `Unexpected ${node.name} in ${parent.name}`);
  if (Array.isArray(content) ? !content.includes(node.name) : content === 'empty' || content === 'text')
    wrong();
  else if (rule.parents && !rule.parents.includes(parent.name)) wrong();
  else if (inside === 'phrasing' && !rule.phrasing && !rule.parents) wrong();
}

/** Words stand only where words may. */
function checkText(node: Element, { content }: ElementRule, fault: Tell): void {
  if (!Array.isArray(content) && content !== 'empty') return;
  if (node.children.some((child) => child.type === 'text' && child.value.trim() !== ''))
    fault(node, 'nesting', `Unexpected text in ${node.name}`);
}

function checkAttributes(node: Element, rule: ElementRule, { fault, ids }: Walk): void {
  for (const [name, value] of Object.entries(node.attributes)) {
    const allowed =
      name === 'role'
        ? rule.roles?.includes(value ?? '')
        : GLOBAL_ATTRIBUTES.includes(name) ||
          rule.attributes?.includes(name) ||
          /^data-[a-z]+(-[a-z]+)*$/.test(name);
    if (!allowed) fault(node, 'attribute', `Unexpected ${name}="${value}" on ${node.name}`);
    else if (VALUES[name] && !VALUES[name].test(value ?? ''))
      fault(node, 'attribute-value', `Unexpected value “${value}” of ${name} on ${node.name}`);
  }
  for (const name of rule.required ?? [])
    if (node.attributes[name] === undefined) fault(node, 'attribute', `Missing ${name} on ${node.name}`);
  const { id, lang, 'xml:lang': xmlLang, role, 'epub:type': type } = node.attributes;
  if (id && ids.has(id)) fault(node, 'duplicate-id', `Anchor ${id} twice in the file`);
  if (id) ids.set(id, node);
  if (lang !== xmlLang) fault(node, 'language', `lang is ${lang}, xml:lang ${xmlLang}`);
  // A landmark names the type of what it leads to, and has no role of it.
  const isLandmark = node.name === 'a' && !/^(noteref|backlink)$/.test(type ?? '');
  const expected = isLandmark ? undefined : ROLE_OF_TYPE[type ?? ''];
  if (expected && role !== expected) fault(node, 'role', `Expected role ${expected} with type ${type}`);
  if (role && TYPE_OF_ROLE[role] && type !== TYPE_OF_ROLE[role])
    fault(node, 'role', `Expected type ${TYPE_OF_ROLE[role]} with role ${role}`);
}

/** What an element means must be told to those who do not see it, and to those who have no style sheet. */
function checkSense(node: Element, parent: Element | undefined, fault: Tell): void {
  const { role, scope, alt, class: classes = '', 'aria-label': label } = node.attributes;
  if (role === 'doc-pagebreak' && (!label || node.children.length > 0))
    fault(node, 'page-break', 'A page break has a label and no content');
  if (role === 'doc-backlink' && !label) fault(node, 'note-call', 'Link back without a label');
  if (/(^| )note-call( |$)/.test(classes ?? '') !== (role === 'doc-noteref'))
    fault(node, 'note-call', 'Call that is not said to be one');
  if (node.name === 'th' && (!scope || (!textOf(node).trim() && !hasPicture(node))))
    fault(node, 'table', 'Header that heads nothing');
  if (node.name === 'img' && (role === 'presentation') !== /(^| )decorative( |$)/.test(classes ?? ''))
    fault(node, 'picture', 'Ornament that is not said to be one');
  if (role === 'presentation' && alt) fault(node, 'picture', 'Ornament with a description');
  if (classes === 'stanza') checkLines(node, fault);
  if (node.name === 'a' && parent?.name !== 'li' && !textOf(node).trim() && !hasPicture(node))
    fault(node, 'link', 'Link without words');
}

/** Between the lines of a stanza are breaks, for readers that know no style. */
function checkLines(stanza: Element, fault: Tell): void {
  const lines = stanza.children.filter((child): child is Element => child.type === 'element');
  for (const [i, line] of lines.entries())
    if (line.name === 'span' && lines[i + 1]?.name === 'span' && [line, lines[i + 1]!].every(isLine))
      fault(line, 'verse', 'Two lines of verse without a break');
}

function isLine({ attributes }: Element): boolean {
  return /(^| )line( |$)/.test(attributes.class ?? '');
}

/** A call holds its label as text and nothing else, or a pop-up shows more than the note. */
function checkCall(node: Element, fault: Tell): void {
  if (node.attributes.role !== 'doc-noteref') return;
  if (node.children.length !== 1 || node.children[0]!.type !== 'text')
    fault(node, 'note-call', 'Call with more than text in it');
  if (!node.attributes.href?.includes('#')) fault(node, 'note-call', 'Call that leads to no note');
}

/** One h1 a file, no level skipped, none without words. */
function checkHeadings({ headings, fault }: Walk): void {
  let last = 0;
  for (const [i, heading] of headings.entries()) {
    const level = Number(heading.name[1]);
    if (level > last + 1)
      fault(heading, 'levels', `h${level} after ${last === 0 ? 'no heading' : `h${last}`}`);
    if (level === 1 && i > 0) fault(heading, 'levels', 'A second h1 in the file');
    if (textOf(heading).trim() === '' && !hasPicture(heading))
      fault(heading, 'levels', 'Heading without words');
    last = level;
  }
}

function hasPicture(node: Element): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (child.name === 'img' || hasPicture(child)),
  );
}
