import path from 'node:path';
import type { Fault } from './fault.js';
import type { Survey } from './survey.js';

/** Every link inside the book leads to an anchor that is there. */
export function checkLinks(surveys: readonly Survey[], names: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const files = new Set(names);
  const anchors = new Map(surveys.map((survey) => [survey.file, survey.anchors]));
  for (const { file, links } of surveys) {
    if (file.startsWith('META-INF')) continue;
    for (const { target, line } of links) {
      if (/^(https?|mailto):/i.test(target)) continue;
      const [name = '', fragment] = target.split('#');
      const wanted = name === '' ? file : path.posix.join(path.posix.dirname(file), decodeURI(name));
      const there =
        fragment === undefined ? files.has(wanted) : anchors.get(wanted)?.has(decodeURIComponent(fragment));
      if (!there) faults.push({ file, line, rule: 'link', message: `Nothing at ${target}` });
    }
  }
  return faults;
}
