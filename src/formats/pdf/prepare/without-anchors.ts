import type { ElementContent, Properties } from 'hast';

/** A copy of a title or caption for a second place: no anchors, calls, links or pictures. */
export function withoutAnchors(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element' || isCall(node.properties) || node.tagName === 'img') return [];
    const children = withoutAnchors(node.children);
    if (/^(a|p)$/.test(node.tagName)) return children;
    const { id, dataLine, ...properties } = node.properties;
    return [{ ...node, properties, children }];
  });
}

function isCall({ className }: Properties): boolean {
  return Array.isArray(className) && (className.includes('note-call') || className.includes('index-mark'));
}
