import type { Element } from 'xast';
import { VALUES } from '../attribute-values.js';
import { MATHML, MATHML_ATTRIBUTES, MATHML_TOKENS } from '../math.js';
import type { Tell } from './check-xhtml.js';

const OWN = new Set(['id', 'xmlns', 'alttext', 'dir']);

/** Judges a formula: elements of presentation MathML, with as many children as each must have. */
export function checkMath(math: Element, fault: Tell): void {
  if (!math.attributes.alttext?.trim()) fault(math, 'math', 'Formula without alttext');
  visit(math, fault);
}

function visit(node: Element, fault: Tell): void {
  if (!(node.name in MATHML)) {
    fault(node, 'math', `Unexpected ${node.name} in a formula`);
    return;
  }
  for (const [name, value] of Object.entries(node.attributes)) {
    if (!MATHML_ATTRIBUTES.has(name) && !(node.name === 'math' && OWN.has(name)))
      fault(node, 'math', `Unexpected ${name} on ${node.name}`);
    if (name === 'display' && !VALUES.display!.test(value ?? ''))
      fault(node, 'math', `Unexpected display="${value}"`);
  }
  const children = node.children.filter((child): child is Element => child.type === 'element');
  const count = MATHML[node.name];
  if (count !== undefined && children.length !== count)
    fault(node, 'math', `${node.name} with ${children.length} children, expected ${count}`);
  if (MATHML_TOKENS.has(node.name) ? children.length > 0 : hasWords(node))
    fault(node, 'math', `Unexpected content in ${node.name}`);
  for (const child of children) visit(child, fault);
}

function hasWords(node: Element): boolean {
  return node.children.some((child) => child.type === 'text' && child.value.trim() !== '');
}
