import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** Puts each note for the margin into the paragraph that it stands before, to be moved out beside it in print. */
export function withNotesBeside(nodes: readonly ElementContent[], section: string): ElementContent[] {
  const result: ElementContent[] = [];
  let waiting: { readonly note: Element; readonly between: ElementContent[] } | undefined;
  const give = () => {
    if (waiting) result.push(waiting.note, ...waiting.between);
    waiting = undefined;
  };
  for (const node of nodes) {
    if (waiting && node.type === 'text' && !/\S/.test(node.value)) waiting.between.push(node);
    else if (waiting && node.type === 'element' && isParagraph(node)) {
      const line = waiting.note.properties.dataLine;
      const id = String(node.properties.id ?? `${section}--beside-${line}`);
      const note = h('span.margin-note', { dataBeside: id }, linesOf(waiting.note));
      result.push({ ...node, properties: { ...node.properties, id }, children: [note, ...node.children] });
      waiting = undefined;
    } else {
      give();
      if (node.type === 'element' && isMovable(node)) waiting = { note: node, between: [] };
      else result.push(node);
    }
  }
  give();
  return result;
}

const classes = ({ properties: { className } }: Element) => (Array.isArray(className) ? className : []);

const isParagraph = (element: Element) =>
  element.tagName === 'p' && !classes(element).some((name) => name === 'scene-break' || name === 'centre');

/** Paragraphs alone; calls of notes and places that are referred to stay in the column, where they are found. */
function isMovable(element: Element): boolean {
  return (
    classes(element).includes('side-note') &&
    element.children.every((child) => (child.type === 'element' ? child.tagName === 'p' : isBlank(child))) &&
    !hasAnchor(element)
  );
}

const isBlank = (node: ElementContent) => node.type !== 'text' || !/\S/.test(node.value);

function hasAnchor(element: Element): boolean {
  const { id, dataNote, dataFill } = element.properties;
  if (id !== undefined || dataNote !== undefined || dataFill !== undefined) return true;
  return element.children.some((child) => child.type === 'element' && hasAnchor(child));
}

const linesOf = (note: Element): ElementContent[] =>
  note.children.flatMap((child, index) =>
    child.type === 'element' ? [...(index ? [h('br')] : []), ...child.children] : [],
  );
