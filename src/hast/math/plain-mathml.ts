import type { Element, ElementContent, Properties } from 'hast';

/** Declarations that MathML has no attribute for in today's browsers. */
const KEPT = /^(?:padding(?:-\w+)?|border(?:-\w+)?|width|color|math-depth)$/;

/**
 * Turns the MathML of temml, which needs a style sheet of its own, into MathML that says with attributes what is
 * meant: `templates/mathematics.css` draws from these what browsers and reading systems do not know by themselves.
 */
export function plainMathml(node: Element): Element {
  const classes = (node.properties.className ?? []) as readonly string[];
  const { className: _, style, ...given } = node.properties;
  const properties: Properties = { ...given };
  if (node.tagName === 'mtd' && classes.includes('tml-right')) properties.columnalign = 'right';
  if (node.tagName === 'mtd' && classes.includes('tml-left')) properties.columnalign = 'left';
  if (node.tagName === 'mtable' && classes.includes('tml-small')) properties.rowspacing = '0em';
  const declarations = typeof style === 'string' ? kept(style) : '';
  if (declarations) properties.style = declarations;
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (isStroke(child) || isNumber(child)) return [];
    return [plainMathml(child)];
  });
  const made: Element = { ...node, properties, children };
  return node.tagName === 'msup' && isPrimes(node.children[1]) ? withPrimes(made) : made;
}

/** The last declaration of each kind holds. */
function kept(style: string): string {
  const declarations = new Map<string, string>();
  for (const declaration of style.split(';')) {
    const [name = '', value = ''] = declaration.split(':').map((part) => part.trim());
    if (KEPT.test(name) && value !== '' && value !== 'undefined') declarations.set(name, value);
  }
  return [...declarations].map(([name, value]) => `${name}:${value}`).join(';');
}

/** An empty element that temml's style sheet makes a line of; the `notation` round it says the same. */
function isStroke({ tagName, properties, children }: Element): boolean {
  return tagName === 'mrow' && children.length === 0 && properties.className !== undefined;
}

/** The number of an equation that temml leaves to a counter of CSS; numbers that are stated are text. */
function isNumber({ tagName, children: [first] }: Element): boolean {
  return tagName === 'mtext' && first?.type === 'element' && first.tagName === 'span';
}

function isPrimes(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element') return false;
  if (node.tagName === 'mo') return ((node.properties.className ?? []) as string[]).includes('tml-prime');
  return node.tagName === 'mrow' && node.children.length > 0 && node.children.every(isPrimes);
}

/** A prime is raised already: made small and raised again it would be a speck. */
function withPrimes({ children: [base, primes], position }: Element): Element {
  const marks = primes?.type === 'element' && primes.tagName === 'mrow' ? primes.children : [primes!];
  return {
    type: 'element',
    tagName: 'mrow',
    properties: {},
    children: [base!, ...marks],
    ...(position ? { position } : {}),
  };
}
