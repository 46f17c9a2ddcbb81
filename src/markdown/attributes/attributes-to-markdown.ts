import type { Heading, Image, ImageReference } from 'mdast';
import { defaultHandlers, type Handle, type Options } from 'mdast-util-to-markdown';
import { stringifyAttributes } from './parse-attributes.js';

/** Writes attributes back after the heading or image that has them. */
export function attributesToMarkdown(): Options {
  const image = after(defaultHandlers.image, '');
  const imageReference = after(defaultHandlers.imageReference, '');
  image.peek = () => '!';
  imageReference.peek = () => '!';
  return {
    handlers: { heading: after(defaultHandlers.heading, ' '), image, imageReference },
    unsafe: [
      { character: '{', after: '(?=[#.A-Za-z])', inConstruct: ['headingAtx', 'headingSetext'] },
      { character: '{', before: '(?<=[)\\]}])', after: '(?=[#.A-Za-z])', inConstruct: 'phrasing' },
    ],
  };
}

function after(write: Handle, space: string): Handle & { peek?: Handle } {
  return (node: Heading | Image | ImageReference, parent, state, info) => {
    const text = write(node, parent, state, info);
    const list = node.data?.attributes && stringifyAttributes(node.data.attributes);
    if (!list) return text;
    // A setext heading has its underline on a line of its own.
    const end = node.type === 'heading' && text.includes('\n') ? text.lastIndexOf('\n') : text.length;
    return `${text.slice(0, end)}${space}${list}${text.slice(end)}`;
  };
}
