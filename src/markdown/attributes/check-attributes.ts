import type { Nodes, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { nearestName } from '../../report/nearest-name.js';

/** Attributes that anything may have. */
const COMMON = ['id', 'class', 'lang'];
/** What each kind of node may have beside those; a directive is found by its name. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  figure: ['width'],
  heading: ['label', 'short'],
  image: ['alt', 'caption', 'width'],
  index: ['also', 'as', 'range', 'see', 'sub', 'term'],
  'page-mark': ['n'],
  verse: ['numbered', 'start'],
};
const WIDTH = /^\d+(?:\.\d+)?(?:%|mm|cm|in|pt|px|em)$/;

/** What was meant for attributes at the end of a heading, and is none. */
const MISWRITTEN = /\{\s*[#.][^{}]*\}\s*$/;

/** Reports attributes that mean nothing where they stand or are miswritten, and widths that are none. */
export function checkAttributes(tree: Root, file: VFile): void {
  visitParents(tree, (node, ancestors) => {
    const say = (reason: string, note: string) =>
      tell(file, {
        severity: 'warning',
        code: 'unknown-attribute',
        reason,
        place: node,
        ancestors: [...ancestors, node],
        note,
      });
    const last = node.type === 'heading' ? node.children.at(-1) : undefined;
    const miswritten = last?.type === 'text' && MISWRITTEN.exec(last.value);
    if (miswritten)
      say(
        `Unexpected \`${miswritten[0].trim()}\` after a heading, expected attributes such as \`{#id .class short="…"}\``,
        'It is printed as it stands. An id has “#” before it, a class “.”, and all else is written key=value.',
      );
    const found = attributesOf(node);
    if (!found) return;
    if (found.kind === 'lang' && !found.values.lang)
      say(
        'Unexpected `:lang` without a language, expected `{lang=fr}` after it',
        'It changes nothing until then.',
      );
    const known = [...COMMON, ...(OWN[found.kind] ?? [])];
    for (const [key, value] of Object.entries(found.values)) {
      const nearest = nearestName(key, known);
      if (!known.includes(key))
        say(
          `Unexpected attribute \`${key}\`, expected ${nearest ? `\`${nearest}\`` : known.map((name) => `\`${name}\``).join(', ')}`,
          'It is passed over.',
        );
      else if (key === 'width' && !WIDTH.test(value ?? ''))
        say(
          `Unexpected width \`${value}\`, expected a percentage such as \`60%\``,
          'Width is a part of the measure, or a length.',
        );
    }
  });
}

function attributesOf(node: Nodes) {
  if (node.type === 'heading' || node.type === 'image' || node.type === 'imageReference') {
    const values = node.data?.attributes?.values;
    return values && { kind: node.type === 'heading' ? 'heading' : 'image', values };
  }
  const isDirective =
    node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
  return isDirective && node.attributes ? { kind: node.name, values: node.attributes } : undefined;
}
