import type { Element, Properties } from 'hast';
import type { Image, ImageReference } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { element } from '../element.js';

/** A picture. Its title is a caption and belongs to the figure, if it stands alone. */
export function image(_state: State, node: Image): Element {
  return element(
    node,
    'img',
    { src: node.url, alt: node.alt ?? '', ...imageProperties(node, node.title) },
    [],
  );
}

/** A picture whose address is given elsewhere: `![alt][name]`. */
export function imageReference(state: State, node: ImageReference) {
  const definition = state.definitionById.get(node.identifier.toUpperCase());
  if (!definition)
    return { type: 'text' as const, value: `![${node.alt ?? ''}][${node.label ?? node.identifier}]` };
  const properties = { src: definition.url, alt: node.alt ?? '', ...imageProperties(node, definition.title) };
  return element(node, 'img', properties, []);
}

function imageProperties(node: Image | ImageReference, title?: string | null): Properties {
  const { id, classes, values } = node.data?.attributes ?? { classes: [], values: {} };
  return {
    ...(title ? { title } : {}),
    ...(id === undefined ? {} : { id }),
    ...(classes.length > 0 ? { className: [...classes] } : {}),
    ...(values.alt === undefined ? {} : { alt: values.alt }),
    ...(values.lang === undefined ? {} : { lang: values.lang }),
    ...(values.caption === undefined ? {} : { title: values.caption }),
    ...(values.width === undefined ? {} : { dataWidth: values.width }),
  };
}
