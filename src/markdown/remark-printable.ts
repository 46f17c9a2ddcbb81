import type { Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../report/file-messages.js';

/** What no XML file can hold, and no page can print: control characters, halves of characters, non-characters. */
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const FORM_FEED = /\f/g;
const FIELDS = ['value', 'alt', 'title', 'url', 'label'] as const;

/** Takes characters out that cannot be printed, and reports them; a form feed is a space. */
export function remarkPrintable() {
  return (tree: Root, file: VFile): void => {
    visitParents(tree, (node, ancestors) => {
      const fields = node as unknown as Partial<Record<(typeof FIELDS)[number], unknown>>;
      for (const field of FIELDS) {
        const text = fields[field];
        if (typeof text !== 'string') continue;
        const printable = text.replace(FORM_FEED, ' ').replace(UNPRINTABLE, '');
        if (printable === text) continue;
        fields[field] = printable;
        const codes = new Set([...text.matchAll(UNPRINTABLE)].map(([character]) => nameOf(character)));
        if (codes.size === 0) continue;
        tell(file, {
          severity: 'warning',
          code: 'unprintable-character',
          reason: `Unexpected ${[...codes].join(', ')} in the text, removed`,
          place: node,
          ancestors: [...ancestors, node],
          note: 'It is a control character or a broken one. If a letter is missing, see how the file was encoded.',
        });
      }
    });
  };
}

function nameOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
