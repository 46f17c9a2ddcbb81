import type { Element, ElementContent } from 'hast';

/** Files grow to this many bytes; readers on small devices stumble over more than 250 KB. */
const FILE_LIMIT = 220_000;

/**
 * Cuts the blocks of a section into files of at most `limit` bytes, at a heading where there is one in the
 * second half of a file, else between blocks. A block larger than a file is cut inside, as often as needed.
 */
export function split(blocks: readonly ElementContent[], limit = FILE_LIMIT): ElementContent[][] {
  if (sizeOfAll(blocks) <= limit) return [[...blocks]];
  const pieces = blocks.flatMap((block) => (sizeOf(block) > limit ? cut(block, limit) : [block]));
  const files: ElementContent[][] = [];
  let file: ElementContent[] = [];
  let size = 0;
  for (const piece of pieces) {
    const more = sizeOf(piece);
    if (size + more > limit && file.length > 0) {
      const at = bestCut(file, limit);
      files.push(file.slice(0, at));
      file = file.slice(at);
      size = sizeOfAll(file);
    }
    file.push(piece);
    size += more;
  }
  files.push(file);
  return files;
}

/** Where a full file ends: before the highest heading of its second half, never leaving a heading alone at its end. */
function bestCut(file: readonly ElementContent[], limit: number): number {
  let size = 0;
  let best = file.length;
  let level = 7;
  for (const [i, block] of file.entries()) {
    const here = headingLevel(block);
    if (size > limit / 2 && here <= level) [best, level] = [i, here];
    size += sizeOf(block);
  }
  if (level < 7) return best;
  let end = file.length;
  while (end > 1 && headingLevel(file[end - 1]!) < 7) end--;
  return end;
}

function headingLevel(node: ElementContent): number {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : 7;
}

/** Cuts one block between its children, or a text between its words; every piece is a copy of the block. */
function cut(node: ElementContent, limit: number): ElementContent[] {
  if (node.type === 'text') return cutText(node.value, limit).map((value) => ({ type: 'text', value }));
  if (node.type !== 'element' || ATOMIC.has(node.tagName)) return [node];
  const room = limit - 1000;
  const head = node.tagName === 'table' ? node.children.filter(isTableHead) : [];
  const parts = split(node.children.slice(head.length), Math.max(room - sizeOfAll(head), 1000));
  let items = Number(node.properties.start ?? 1);
  return parts.map((children, i) => {
    const start = items;
    items += children.filter((child) => child.type === 'element' && child.tagName === 'li').length;
    if (i === 0) return { ...node, children };
    const again = continued(node, [...head.map(withoutIds), ...children]);
    if (node.tagName === 'ol') again.properties.start = start;
    return again;
  });
}
const ATOMIC = new Set(['img', 'math', 'tr', 'svg']);

function isTableHead(node: ElementContent): boolean {
  return (
    node.type === 'text' ||
    (node.type === 'element' && ['caption', 'colgroup', 'thead'].includes(node.tagName))
  );
}

/** A further piece of a block: what must be unique stays with the first. */
function continued(node: Element, children: ElementContent[]): Element {
  const { id: _, ariaLabelledBy: __, ...properties } = node.properties;
  const className = Array.isArray(node.properties.className) ? node.properties.className : [];
  return { ...node, properties: { ...properties, className: [...className, 'continued'] }, children };
}

function withoutIds(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const { id: _, ...properties } = node.properties;
  return { ...node, properties, children: node.children.map(withoutIds) };
}

function cutText(text: string, limit: number): string[] {
  const parts: string[] = [];
  // A character takes at most three bytes a code unit.
  const step = Math.floor(limit / 3);
  let from = 0;
  while (text.length - from > step) {
    const space = text.lastIndexOf(' ', from + step);
    let to = space > from ? space + 1 : from + step;
    if (/[\ud800-\udbff]/.test(text[to - 1]!)) to--;
    parts.push(text.slice(from, to));
    from = to;
  }
  parts.push(text.slice(from));
  return parts;
}

const sizes = new WeakMap<object, number>();

/** Bytes of a node as XHTML, rather too many than too few. */
function sizeOf(node: ElementContent): number {
  const known = sizes.get(node);
  if (known !== undefined) return known;
  let size = 0;
  if (node.type === 'text')
    size = Buffer.byteLength(node.value) + 5 * (node.value.match(/[&<>]/g)?.length ?? 0);
  else if (node.type === 'element') {
    size = 2 * node.tagName.length + 5 + sizeOfAll(node.children);
    for (const [name, value] of Object.entries(node.properties))
      size +=
        name.length +
        6 +
        Buffer.byteLength(String(value)) * (name === 'href' ? 1 : 1.1) +
        (name === 'href' ? 80 : 0);
  }
  sizes.set(node, size);
  return size;
}

function sizeOfAll(nodes: readonly ElementContent[]): number {
  return nodes.reduce((sum, node) => sum + sizeOf(node), 0);
}
