import type { Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { EXIT, OctavoError } from '../../../report/errors.js';
import type { CleaningLog } from '../../cleaning-log.js';
import type { MappedText } from '../../mapped-text.js';
import type { Metadata } from '../../metadata.js';
import { writeMarkdown } from '../../write-markdown.js';
import { readBlockNodes } from './blocks.js';
import { all, findMainText, first } from './main-text.js';
import { findNoteLinks } from './note-links.js';
import { allText } from './visible-text.js';

/** Elements that may stand in each other before the page is refused: no text needs them, and a stack has an end. */
const DEPTH_LIMIT = 500;

/**
 * Reads a saved web page as Markdown that remembers its place in the page: the main text found, the site's
 * furniture taken out into the log, links to notes resolved by their addresses.
 *
 * @throws {OctavoError} `no-text` where nothing is left, `too-deep` where elements nest without end.
 */
export function readHtml(page: string, name: string, log: CleaningLog, metadata: Metadata): MappedText {
  const tree = parse(page, name);
  readHead(tree, page, log, metadata);
  const main = findMainText(tree, page, log.of('site-furniture'));
  const blocks = readBlockNodes(main, { page, links: findNoteLinks(main), log: log.of('page-marks') });
  const text = writeMarkdown(blocks);
  if (!/[\p{L}\p{N}]/u.test(text.value)) {
    throw new OctavoError({
      code: 'no-text',
      reason: `${name} has no text in it`,
      place: { path: name },
      note: 'A page that a script fills is empty when it is saved as source: save it from the browser as a complete page.',
    });
  }
  return text;
}

function readHead(tree: Root, page: string, log: CleaningLog, metadata: Metadata): void {
  const html = first(tree, (element) => element.tagName === 'html');
  if (typeof html?.properties.lang === 'string' && html.properties.lang)
    metadata.language ??= html.properties.lang;
  const title = first(tree, (element) => element.tagName === 'title');
  if (title) {
    const words = allText(title, page);
    const headings = all(tree, (element) => element.tagName === 'h1');
    // The name of the page is often that of the site; a heading knows better.
    if (headings.length > 0) log.of('site-furniture').removed(words, 'name of the page');
    else if (words.length > 0) metadata.title ??= words.value;
  }
  const author = first(
    tree,
    (element) =>
      element.tagName === 'meta' && /^(?:author|dc\.creator)$/i.test(String(element.properties.name ?? '')),
  );
  const person = author?.properties.content;
  if (typeof person === 'string' && person.trim()) metadata.addCreator(person.trim(), 'author');
}

function parse(page: string, name: string): Root {
  const refuse = (place?: { line: number; column: number }, cause?: unknown) =>
    new OctavoError(
      {
        code: 'too-deep',
        reason: `${name} nests more than ${DEPTH_LIMIT} elements`,
        place: { path: name, ...place },
        note: 'Close the elements that stand open, or save the page again.',
      },
      EXIT.content,
      { cause },
    );
  let tree: Root;
  try {
    tree = fromHtml(page, { fragment: false });
  } catch (error) {
    // The parser itself recurses: thousands of open elements exhaust the stack.
    if (error instanceof RangeError) throw refuse(undefined, error);
    throw error;
  }
  let level: readonly Nodes[] = tree.children;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH_LIMIT) throw refuse(level[0]?.position?.start);
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []));
  }
  return tree;
}
