import type { Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';

const REMOTE = /^\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/;

/** Refuses pictures that are not files of the book; what stands for one in words takes its place. */
export function refuseRemotePictures(tree: Root, file: VFile): void {
  visitParents(tree, 'element', (node, ancestors) => {
    const { src, alt } = node.properties;
    if (node.tagName !== 'img' || typeof src !== 'string' || !REMOTE.test(src)) return;
    const isWritten = /^\s*data:/i.test(src);
    tell(file, {
      severity: 'error',
      code: isWritten ? 'written-image' : 'remote-image',
      reason: isWritten
        ? `Unexpected image written into the text (\`${src.trim().split(/[;,]/)[0]}\`), expected a file inside the book's folder`
        : `Unexpected remote image \`${src.slice(0, 80)}\`, expected a file inside the book's folder`,
      place: node,
      ancestors: [...ancestors, node],
      note: isWritten
        ? 'Save it as a file in the folder of the book, and name that file in its stead.'
        : 'Save the image in the folder of the book and name that file; a build never loads from the network.',
    });
    node.tagName = 'span';
    node.properties = {};
    node.children = typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: `[${alt}]` }] : [];
  });
}
