import type { Element, Nodes, Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { SCHEMA } from './schema.js';

const KNOWN = new Set(SCHEMA.tagNames);
const SCHEME = /^\s*([A-Za-z][A-Za-z0-9+.-]*):/;

/** Says what the schema will take out of a tree: elements whose text stays, attributes, unsafe addresses. */
export function reportRemovals(tree: Root, file: VFile): void {
  visitParents(tree, 'element', (node, ancestors) => {
    const path = [...ancestors, node];
    if (!KNOWN.has(node.tagName)) {
      say(file, path, node, `Unexpected \`<${node.tagName}>\` in the text, removed; its text is kept`);
      return;
    }
    for (const [name, value] of Object.entries(node.properties)) {
      const reason = reasonAgainst(node, name, value);
      if (reason) say(file, path, node, reason);
    }
  });
}

function reasonAgainst(node: Element, name: string, value: unknown): string | undefined {
  if (value === null || value === undefined || value === false) return undefined;
  if (!isAllowed(node.tagName, name))
    return `Unexpected attribute \`${attributeName(name)}\` on \`<${node.tagName}>\`, removed`;
  if (name !== 'href' && name !== 'cite') return undefined;
  const scheme = SCHEME.exec(String(value))?.[1]?.toLowerCase();
  return scheme === undefined || SCHEMA.protocols![name]!.includes(scheme)
    ? undefined
    : `Unexpected address \`${scheme}:…\`, removed; its text is kept`;
}

/** As it is written: `data-note` for `dataNote`. */
function attributeName(name: string): string {
  return /^data[A-Z]/.test(name)
    ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : name.toLowerCase();
}

function isAllowed(tagName: string, name: string): boolean {
  const rules = [...(SCHEMA.attributes![tagName] ?? []), ...SCHEMA.attributes!['*']!];
  return rules.some((rule) => (typeof rule === 'string' ? rule : rule[0]) === name);
}

function say(file: VFile, ancestors: readonly Nodes[], place: Element, reason: string): void {
  tell(file, {
    severity: 'warning',
    code: 'html-removed',
    reason,
    place: place.position ?? ancestors.findLast((node) => node.position)?.position,
    ancestors,
    note: 'A book runs no programs, loads nothing and styles text by class names alone.',
  });
}
