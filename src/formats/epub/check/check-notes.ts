import type { Element } from 'xast';
import type { Fault } from './fault.js';
import type { OpenedEpub } from './read-epub.js';

/** note-pair: every call leads to a note, every note back to each of its calls, one link a call. */
export function checkNotes({ trees }: OpenedEpub): Fault[] {
  const faults: Fault[] = [];
  const calls = new Map<string, string>();
  const backs: { file: string; line: number | undefined; note: string; call: string }[] = [];
  const notes = new Set<string>();
  for (const [file, tree] of trees) {
    if (!file.endsWith('.xhtml')) continue;
    const absolute = (href?: string | null) => (href?.startsWith('#') ? file + href : `OEBPS/${href}`);
    const walk = (node: Element, note: string) => {
      const { id, href, role, 'epub:type': type } = node.attributes;
      const own = type === 'footnote' ? `${file}#${id}` : note;
      if (type === 'footnote') notes.add(own);
      if (role === 'doc-noteref') calls.set(`${file}#${id}`, absolute(href));
      if (role === 'doc-backlink')
        backs.push({ file, line: node.position?.start.line, note: own, call: absolute(href) });
      for (const child of node.children) if (child.type === 'element') walk(child, own);
    };
    for (const child of tree.children) if (child.type === 'element') walk(child, '');
  }
  for (const [call, note] of calls) {
    const [file = ''] = call.split('#');
    if (!notes.has(note)) faults.push({ file, rule: 'note-pair', message: `Call ${call} leads to no note` });
    const own = backs.filter((back) => back.call === call && back.note === note).length;
    if (own !== 1) faults.push({ file, rule: 'note-pair', message: `${own} links back to ${call}` });
  }
  for (const { file, line, call } of backs)
    if (!calls.has(call))
      faults.push({ file, line, rule: 'note-pair', message: `A link back to ${call}, no call` });
  for (const note of notes)
    if (![...calls.values()].includes(note))
      faults.push({ file: note.split('#')[0]!, rule: 'note-pair', message: `Nothing calls ${note}` });
  return faults;
}
