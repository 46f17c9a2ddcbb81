import type { Nodes } from 'hast';
import type { Edition } from '../../../edition/edition.js';

/** Every anchor of the edition: what a link inside the book may lead to. */
export function anchorsOf(edition: Edition): Set<string> {
  const anchors = new Set<string>();
  const walk = (node: Nodes) => {
    if (node.type === 'element' && node.properties.id) anchors.add(String(node.properties.id));
    if ('children' in node) for (const child of node.children) walk(child);
  };
  for (const section of edition.sections) {
    anchors.add(section.id);
    walk(section.content);
    for (const note of section.notes) {
      anchors.add(note.id);
      for (const block of note.content) walk(block);
    }
  }
  return anchors;
}
