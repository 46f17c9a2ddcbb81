import type { Code, Paragraph, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface ParagraphData {
    /** A stanza's lines: columns by which each stands in from the left. */
    indents?: readonly number[];
  }
}

/**
 * Gives the stanzas of each `:::verse` what Markdown drops: how far every line is set in. A stanza that begins so
 * far in that Markdown took it for code becomes a stanza again.
 */
export function prepareVerse(tree: Root, source: string): void {
  const lines = source.split(/\r\n?|\n/);
  visit(tree, 'containerDirective', (verse: ContainerDirective) => {
    if (verse.name !== 'verse') return;
    verse.children = verse.children.map((child) =>
      child.type === 'code' && child.position && isIndented(child, lines) ? stanzaOf(child) : child,
    );
    const base = (verse.position?.start.column ?? 1) - 1;
    for (const child of verse.children) {
      if (child.type !== 'paragraph' || !child.position || child.data?.directiveLabel) continue;
      const { start, end } = child.position;
      const indents = lines.slice(start.line - 1, end.line).map((line) => indentOf(line, base));
      child.data = { ...child.data, indents };
    }
  });
}

function isIndented(code: Code, lines: readonly string[]): boolean {
  return !code.lang && !/^\s*(?:```|~~~)/.test(lines[code.position!.start.line - 1]!);
}

function stanzaOf(code: Code): Paragraph {
  const value = code.value.replace(/^[ \t]+/gm, '');
  return { type: 'paragraph', children: [{ type: 'text', value }], position: code.position };
}

/** Columns of white space (a tab is four, an em space or no-break space one) past those of the container. */
function indentOf(line: string, base: number): number {
  let columns = 0;
  for (const character of line) {
    if (character === '\t') columns += 4 - (columns % 4);
    else if (/[ \u00A0\u2000-\u200A>]/.test(character)) columns += 1;
    else break;
  }
  return Math.max(0, columns - base);
}
