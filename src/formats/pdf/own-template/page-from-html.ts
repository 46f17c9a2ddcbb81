import path from 'node:path';
import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { Liquid } from 'liquidjs';
import { inspectPicture } from '../../../media/inspect-picture.js';
import { wrapLooseText } from '../prepare/boxes.js';
import { pictureUrl } from '../prepare/picture-url.js';
import { fileWithin } from './file-within.js';
import { refused } from './refused.js';

const ELEMENTS = new Set('p div span br hr img em i strong b small sub sup cite abbr ul ol li'.split(' '));
const ATTRIBUTES = new Set(['className', 'lang', 'dir', 'src', 'alt', 'title']);
/** Filters that give other words at other times. */
const CHANGING = [
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'sample',
];

type Page = (data: Readonly<Record<string, unknown>>) => ElementContent[];

/**
 * Makes a page of a template in HTML with Liquid in it. The template may hold text, pictures of the book's folder
 * and classes; nothing in it can run, read or fetch.
 *
 * @throws {OctavoError} with the line of what it may not hold.
 */
export async function pageFromHtml(text: string, file: string, root: string, shown: string): Promise<Page> {
  const pictures = new Map<string, { url: string; width: number; height: number }>();
  const problem = (node: Nodes, what: string) => {
    const line = node.position?.start.line;
    return refused({ path: shown, ...(line ? { line } : {}) }, `Unexpected ${what} in a template`);
  };
  const check = async (node: Nodes): Promise<void> => {
    if (node.type === 'element') {
      if (!ELEMENTS.has(node.tagName)) throw problem(node, `<${node.tagName}>`);
      const attribute = Object.keys(node.properties).find((name) => !ATTRIBUTES.has(name));
      if (attribute) throw problem(node, `attribute \`${attribute}\``);
      if (node.tagName === 'img') {
        const src = String(node.properties.src ?? '');
        const place = { path: shown, ...(node.position ? { line: node.position.start.line } : {}) };
        const found = await fileWithin(root, path.resolve(path.dirname(file), src), src, place);
        const facts = await inspectPicture(found);
        if ('reason' in facts) throw refused(place, facts.reason, facts.note);
        pictures.set(src, { url: pictureUrl(found), width: facts.width, height: facts.height });
      }
    }
    if ('children' in node) for (const child of node.children) await check(child);
  };
  await check(fromHtml(text, { fragment: true }));

  const liquid = new Liquid({
    outputEscape: 'escape',
    ownPropertyOnly: true,
    strictFilters: true,
    templates: {},
    parseLimit: 100_000,
    memoryLimit: 10_000_000,
    renderLimit: 2_000,
  });
  for (const name of CHANGING)
    liquid.registerFilter(name, () => {
      throw new Error(`the filter ${name} would give other words each time`);
    });
  return (data) => {
    const html = filled(liquid, text, data, shown);
    const nodes = fromHtml(html, { fragment: true }).children.flatMap((node) =>
      node.type === 'element' || node.type === 'text' ? [node] : [],
    );
    return wrapLooseText(nodes.map(finished), 'section').filter((node) => node.type === 'element');
  };

  function finished(node: ElementContent): ElementContent {
    if (node.type !== 'element') return node;
    // Looked at once more: what stood in the data may have made new elements of the template’s text.
    if (!ELEMENTS.has(node.tagName)) throw problem(node, `<${node.tagName}>`);
    const { position: _, ...element }: Element = node;
    if (node.tagName !== 'img') return { ...element, children: node.children.map(finished) };
    const picture = pictures.get(String(node.properties.src ?? ''));
    if (!picture) throw problem(node, 'picture');
    const { url, width, height } = picture;
    return { ...element, properties: { ...node.properties, src: url, width, height } };
  }
}

function filled(
  liquid: Liquid,
  text: string,
  data: Readonly<Record<string, unknown>>,
  shown: string,
): string {
  try {
    return liquid.parseAndRenderSync(text, data);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const line = /line:(\d+)/.exec(error.message)?.[1];
    throw refused(
      { path: shown, ...(line ? { line: Number(line) } : {}) },
      `The template cannot be filled in: ${error.message.replace(/, (?:file|line|col):.*$/s, '')}`,
    );
  }
}
