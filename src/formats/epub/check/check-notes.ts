import type { Element } from 'xast';
import type { Fault } from './fault.js';
import type { OpenedEpub } from './read-epub.js';
import { elementsOf, textOf } from './xast.js';

interface FoundNote {
  readonly file: string;
  /** Number of its item, or the label that stands in it. */
  readonly label: string;
}

/**
 * note-pair: every call leads to a note, which has its label, every note back to each of its calls, one link a
 * call; notes stand in a list, which no reader hides.
 */
export function checkNotes({ trees }: OpenedEpub): Fault[] {
  const faults: Fault[] = [];
  const calls = new Map<string, { readonly note: string; readonly label: string }>();
  const backs: { file: string; line: number | undefined; note: string; call: string }[] = [];
  const notes = new Map<string, FoundNote>();
  for (const [file, tree] of trees) {
    if (!file.endsWith('.xhtml')) continue;
    const absolute = (href?: string | null) => (href?.startsWith('#') ? file + href : `OEBPS/${href}`);
    const walk = (node: Element, note: string, ancestors: readonly Element[]) => {
      const { id, href, role, 'epub:type': type } = node.attributes;
      const own = type === 'footnote' || role === 'doc-footnote' ? `${file}#${id}` : note;
      if (own !== note) {
        const [section, list, item] = ancestors.slice(-3);
        if (section?.attributes.role !== 'doc-endnotes' || list?.name !== 'ol' || item?.name !== 'li')
          faults.push({
            file,
            line: node.position?.start.line,
            rule: 'note-list',
            message: 'A note in no list',
          });
        else notes.set(own, { file, label: labelOf(item, node) });
      }
      if (role === 'doc-noteref') calls.set(`${file}#${id}`, { note: absolute(href), label: textOf(node) });
      if (role === 'doc-backlink')
        backs.push({ file, line: node.position?.start.line, note: own, call: absolute(href) });
      for (const child of node.children) if (child.type === 'element') walk(child, own, [...ancestors, node]);
    };
    for (const child of tree.children) if (child.type === 'element') walk(child, '', []);
  }
  const backsOf = new Map<string, number>();
  for (const { call, note } of backs)
    backsOf.set(`${call} ${note}`, (backsOf.get(`${call} ${note}`) ?? 0) + 1);
  for (const [call, { note, label }] of calls) {
    const [file = ''] = call.split('#');
    const found = notes.get(note);
    if (!found) faults.push({ file, rule: 'note-pair', message: `Call ${call} leads to no note` });
    else if (found.label !== label)
      faults.push({ file, rule: 'note-pair', message: `Call “${label}” leads to note “${found.label}”` });
    const own = backsOf.get(`${call} ${note}`) ?? 0;
    if (own !== 1) faults.push({ file, rule: 'note-pair', message: `${own} links back to ${call}` });
  }
  for (const { file, line, call } of backs)
    if (!calls.has(call))
      faults.push({ file, line, rule: 'note-pair', message: `A link back to ${call}, no call` });
  const called = new Set([...calls.values()].map(({ note }) => note));
  for (const [note, { file }] of notes)
    if (!called.has(note)) faults.push({ file, rule: 'note-pair', message: `Nothing calls ${note}` });
  return faults;
}

function labelOf(item: Element, note: Element): string {
  if (item.attributes.value) return item.attributes.value;
  const [label] = elementsOf(note, ({ attributes }) => attributes.class === 'note-label');
  return label ? textOf(label) : '';
}
