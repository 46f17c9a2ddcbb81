import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Element, Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import { leavesFolder } from '../leaves-folder.js';
import { inspectPicture } from '../media/inspect-picture.js';
import { tell } from '../report/file-messages.js';
import type { BookDocument } from './document.js';
import type { Picture } from './edition.js';
import { hasClass } from './title-of.js';

/** A text and the file it comes from. */
export interface TextWithPictures {
  readonly tree: Root | Element;
  readonly document: BookDocument;
}

/**
 * Finds and measures the pictures of all texts. In the texts each is then named by its path in the book's folder, or
 * by `@name/` and its path in that of the other book that a packet takes the text from. One that is missing, unreadable or outside the folder (links followed) is an error; its words stay.
 */
export async function findPictures(
  texts: Iterable<TextWithPictures>,
  folder: string,
): Promise<Map<string, Picture>> {
  const own = await realpath(folder);
  const pictures = new Map<string, Picture>();
  const known = new Map<string, Picture | Problem>();
  for (const { tree, document } of texts) {
    const root = await realpath(document.manuscript.folder);
    const prefix = root === own ? '' : `@${path.basename(root)}/`;
    const uses: { node: Element; ancestors: (Root | Element)[] }[] = [];
    visitParents(tree, 'element', (node, ancestors) => {
      if (node.tagName === 'img') uses.push({ node, ancestors: [...ancestors, node] });
    });
    for (const { node, ancestors } of uses) {
      const src = decode(String(node.properties.src ?? ''));
      const wanted = path.resolve(path.dirname(document.manuscript.file), src.replace(/[?#].*$/, ''));
      const found = known.get(wanted) ?? (await examine(wanted, root, src));
      known.set(wanted, found);
      if ('reason' in found) {
        tell(document.file, { severity: 'error', place: node, ancestors, ...found });
        standIn(node);
        continue;
      }
      const name = prefix + path.relative(root, found.file).split(path.sep).join('/');
      node.properties.src = name;
      pictures.set(name, found);
      if (!isDescribed(node, ancestors))
        tell(document.file, { severity: 'error', place: node, ancestors, ...noAlt(src) });
    }
  }
  return pictures;
}

/** Whether those who cannot see a picture learn what it shows, or that they miss nothing. */
function isDescribed({ properties: { alt } }: Element, ancestors: readonly (Root | Element)[]): boolean {
  if (typeof alt === 'string' && alt.trim() !== '') return true;
  return ancestors.some((node) => node.type === 'element' && hasClass(node, 'decorative'));
}

const noAlt = (src: string): Problem => ({
  code: 'image-without-alt',
  reason: `Unexpected image \`${src}\` without a description`,
  note: 'Say in the brackets what it shows, ![like this](…); or mark it as an ornament: ![](…){.decorative}.',
});

interface Problem {
  readonly code: string;
  readonly reason: string;
  readonly note: string;
}

async function examine(wanted: string, root: string, src: string): Promise<Picture | Problem> {
  let file: string;
  try {
    file = await realpath(wanted);
  } catch {
    return {
      code: 'missing-image',
      reason: `Unexpected image \`${src}\`, expected a file that exists`,
      note: 'Paths are relative to the file that names the image. Check its spelling, capitals too.',
    };
  }
  // closed: a symbolic link may not lead out of the folder either.
  if (leavesFolder(root, file))
    return {
      code: 'outside-folder',
      reason: `Unexpected image \`${src}\` outside the book's folder`,
      note: 'Copy it into the folder of the book; nothing outside is read.',
    };
  // What is no file, such as a pipe, may never end.
  if (!(await stat(file)).isFile())
    return {
      code: 'unreadable-image',
      reason: `Unexpected image \`${src}\` that is no file`,
      note: 'Name a picture: JPEG, PNG or SVG.',
    };
  const facts = await inspectPicture(file);
  if ('reason' in facts)
    return { ...facts, reason: `Unexpected contents of the image \`${src}\`: ${facts.reason}` };
  return { file, mediaType: facts.mediaType, width: facts.width, height: facts.height };
}

function standIn(node: Element): void {
  const { alt } = node.properties;
  node.tagName = 'span';
  node.properties = {};
  node.children = typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: `[${alt}]` }] : [];
}

function decode(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
