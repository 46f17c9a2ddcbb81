import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as css from 'css-tree';
import { fileWithin } from './file-within.js';
import { refused } from './refused.js';

const NO_FONT_FACE =
  'Name the font under `typography.fonts` in book.yaml, and its family in the style sheet.';
const NO_FETCHING =
  'A style sheet may use files inside the book’s folder, by `url(…)` and a path, and nothing else.';

/**
 * Checks a style sheet and points its pictures to their files.
 *
 * @param file The style sheet itself, from which its paths count.
 * @param root The folder of the book, outside which nothing may be read.
 * @throws {OctavoError} with the line of what it may not do.
 */
export async function ownStyle(text: string, file: string, root: string, shown: string): Promise<string> {
  const placeOf = (node: css.CssNode) => ({
    path: shown,
    ...(node.loc ? { line: node.loc.start.line } : {}),
  });
  const tree = css.parse(text, {
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ message, line }: { message: string; line: number }) => {
      throw refused(
        { path: shown, line },
        `Unexpected style sheet: ${message}`,
        'Correct it; nothing is printed by half a style.',
      );
    },
  } as css.ParseOptions);
  const addresses: css.Url[] = [];
  css.walk(tree, (node) => {
    if (node.type === 'Atrule') {
      const name = css.ident.decode(node.name).toLowerCase();
      if (name === 'import') throw refused(placeOf(node), 'Unexpected `@import` in a template', NO_FETCHING);
      if (name === 'font-face')
        throw refused(placeOf(node), 'Unexpected `@font-face` in a template', NO_FONT_FACE);
    }
    if (node.type === 'Url') addresses.push(node);
    if (node.type === 'Function') {
      const name = css.ident.decode(node.name).toLowerCase();
      const first = node.children.first;
      // An address that is written with escapes.
      if (name === 'url')
        throw refused(
          placeOf(node),
          `Unexpected address \`${first?.type === 'String' ? first.value : ''}\` in a template`,
          NO_FETCHING,
        );
      if (/^(-webkit-)?(image-set|image|src|paint|element|cross-fade)$/.test(name))
        throw refused(placeOf(node), `Unexpected \`${name}()\` in a template`, NO_FETCHING);
    }
    // What the parser has not understood is not let through unseen.
    if (node.type === 'Raw' && /url|image|src|import|\\/i.test(node.value))
      throw refused(placeOf(node), `Unexpected \`${node.value.slice(0, 40)}\` in a template`, NO_FETCHING);
  });
  for (const node of addresses) {
    if (/^(#|data:image\/)/i.test(node.value)) continue;
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(node.value))
      throw refused(placeOf(node), `Unexpected address \`${node.value}\` in a template`, NO_FETCHING);
    const found = await fileWithin(
      root,
      path.resolve(path.dirname(file), node.value),
      node.value,
      placeOf(node),
    );
    node.value = pathToFileURL(found).href;
  }
  return css.generate(tree);
}
