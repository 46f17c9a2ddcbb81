import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Options as ToMarkdown } from 'mdast-util-to-markdown';
import type { Extension as Syntax } from 'micromark-util-types';
import type { Data } from 'unified';

/** What a piece of Markdown syntax brings: how it is read, what tree it makes, how it is written. */
export interface MarkdownExtension {
  readonly syntax: Syntax;
  readonly fromMarkdown: FromMarkdown;
  readonly toMarkdown: ToMarkdown;
}

/** Registers an extension where remark-parse and remark-stringify look for it. */
export function extendMarkdown(processor: { data(): Data }, extension: MarkdownExtension): void {
  const data = processor.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(extension.syntax);
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(extension.fromMarkdown);
  data.toMarkdownExtensions ??= [];
  data.toMarkdownExtensions.push(extension.toMarkdown);
}
