import type { Nodes } from 'hast';

/** `data-line` of an element, for messages about it. */
export function lineOf(node: Nodes): { dataLine?: number } {
  const line = node.position?.start.line;
  return line ? { dataLine: line } : {};
}
