import type { Element, Root } from 'xast';
import type { Fault } from './fault.js';
import { elementsOf, textOf } from './xast.js';

/** Calls, notes and links back of a file; addresses are whole, from the root of the archive. */
export interface FileNotes {
  readonly calls: readonly { readonly id: string; readonly note: string; readonly label: string }[];
  /** Number of its item, or the label that stands in it. */
  readonly notes: readonly { readonly id: string; readonly label: string }[];
  readonly backs: readonly {
    readonly note: string;
    readonly call: string;
    readonly line: number | undefined;
  }[];
  /** Notes that stand in no list. */
  readonly faults: readonly Fault[];
}

/** Finds the notes of a file and what belongs to them. */
export function notesIn(file: string, tree: Root): FileNotes {
  const calls: FileNotes['calls'][number][] = [];
  const notes: FileNotes['notes'][number][] = [];
  const backs: FileNotes['backs'][number][] = [];
  const faults: Fault[] = [];
  const absolute = (href?: string | null) => (href?.startsWith('#') ? file + href : `OEBPS/${href}`);
  const ancestors: Element[] = [];
  const walk = (node: Element, note: string) => {
    const { id, href, role, 'epub:type': type } = node.attributes;
    const own = type === 'footnote' || role === 'doc-footnote' ? `${file}#${id}` : note;
    const line = node.position?.start.line;
    if (own !== note) {
      const [section, list, item] = ancestors.slice(-3);
      if (section?.attributes.role !== 'doc-endnotes' || list?.name !== 'ol' || item?.name !== 'li')
        faults.push({ file, line, rule: 'note-list', message: 'A note in no list' });
      else notes.push({ id: own, label: labelOf(item, node) });
    }
    if (role === 'doc-noteref')
      calls.push({ id: `${file}#${id}`, note: absolute(href), label: textOf(node) });
    if (role === 'doc-backlink') backs.push({ note: own, call: absolute(href), line });
    ancestors.push(node);
    for (const child of node.children) if (child.type === 'element') walk(child, own);
    ancestors.pop();
  };
  for (const child of tree.children) if (child.type === 'element') walk(child, '');
  return { calls, notes, backs, faults };
}

function labelOf(item: Element, note: Element): string {
  if (item.attributes.value) return item.attributes.value;
  const [label] = elementsOf(note, ({ attributes }) => attributes.class === 'note-label');
  return label ? textOf(label) : '';
}
