import path from 'node:path';
import type { Fault } from './fault.js';
import type { OpenedEpub } from './read-epub.js';
import { eachElement } from './xast.js';

/** Every link inside the book leads to an anchor that is there. */
export function checkLinks({ trees, names }: OpenedEpub): Fault[] {
  const faults: Fault[] = [];
  const anchors = anchorsOf(trees);
  for (const [file, tree] of trees) {
    if (file.startsWith('META-INF')) continue;
    eachElement(tree, (node) => {
      const { href } = node.attributes;
      const target = href ?? node.attributes.src;
      if (!target || /^(https?|mailto):/i.test(target)) return;
      const [name = '', fragment] = target.split('#');
      const wanted = name === '' ? file : path.posix.join(path.posix.dirname(file), decodeURI(name));
      const there =
        fragment === undefined
          ? names.includes(wanted)
          : anchors.get(wanted)?.has(decodeURIComponent(fragment));
      if (!there)
        faults.push({ file, line: node.position?.start.line, rule: 'link', message: `Nothing at ${target}` });
    });
  }
  return faults;
}

function anchorsOf(trees: OpenedEpub['trees']): Map<string, Set<string>> {
  const anchors = new Map<string, Set<string>>();
  for (const [file, tree] of trees) {
    const own = new Set<string>();
    eachElement(tree, ({ attributes: { id } }) => {
      if (id) own.add(id);
    });
    anchors.set(file, own);
  }
  return anchors;
}
