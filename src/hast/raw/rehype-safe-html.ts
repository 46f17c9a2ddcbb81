import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { INTERNAL } from '../internal.js';
import { CLASS } from '../vocabulary.js';
import { dropEmptyHeadings } from './drop-empty-headings.js';
import { dropFalseLanguages } from './drop-false-languages.js';
import { mendStructure } from './mend-structure.js';
import { modernise } from './modern-html.js';
import { picturesAlone } from './pictures-alone.js';
import { refuseRemotePictures } from './refuse-remote-pictures.js';
import { reportRemovals } from './report-removals.js';
import { SCHEMA } from './schema.js';

/** Parses the raw HTML of a tree and takes out, with a message each, whatever a book must not hold. */
export function rehypeSafeHtml() {
  return (tree: Root, file: VFile): Root => safeHtml(tree, file);
}

function safeHtml(tree: Root, file: VFile): Root {
  const isRaw = hasRaw(tree);
  const parsed = isRaw ? (raw(tree, { file }) as Root) : tree;
  modernise(parsed);
  refuseRemotePictures(parsed, file);
  reportRemovals(parsed, file);
  const safe = sanitize(parsed, SCHEMA) as Root;
  dropFalseCalls(safe);
  dropFalseLanguages(safe, file);
  if (isRaw) mendStructure(safe);
  dropEmptyHeadings(safe, file);
  picturesAlone(safe);
  return safe;
}

function hasRaw(tree: Root): boolean {
  let found = false;
  visit(tree, 'raw', () => {
    found = true;
    return false;
  });
  return found;
}

/** A call that no note is known for is an ordinary link. */
function dropFalseCalls(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    const { className } = properties;
    if (tagName !== 'a' || !Array.isArray(className) || INTERNAL.call in properties) return;
    properties.className = className.filter((name) => name !== CLASS.noteCall);
    if (properties.className.length === 0) delete properties.className;
  });
}
