import type { Root, Yaml } from 'mdast';
import type { VFile } from 'vfile';
import { LineCounter, parseDocument } from 'yaml';
import { yamlRemedy } from '../config/yaml-remedies.js';
import { tell } from '../report/file-messages.js';

/** The data at the head of a file, between lines of `---`. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  /** Line of the file on which each key at the top stands. */
  readonly lines: ReadonlyMap<string, number>;
}

const NONE: FrontMatter = { data: {}, lines: new Map() };

/** Reads the front matter of a parsed file; what is no valid YAML is reported with its line. */
export function readFrontMatter(tree: Root, file: VFile): FrontMatter {
  const node = tree.children[0];
  return node?.type === 'yaml' ? parse(node, file) : NONE;
}

function parse(node: Yaml, file: VFile): FrontMatter {
  const counter = new LineCounter();
  const document = parseDocument(node.value, { lineCounter: counter, prettyErrors: false });
  const firstLine = node.position?.start.line ?? 0;
  const lineAt = (offset: number) => firstLine + counter.linePos(offset).line;
  for (const error of document.errors) {
    const { line, col } = counter.linePos(error.pos[0]);
    tell(file, {
      severity: 'error',
      code: 'front-matter',
      reason: `Unexpected YAML in the front matter: ${error.message}`,
      place: { line: firstLine + line, column: col },
      note: yamlRemedy(error.code),
      cause: error,
    });
  }
  if (document.errors.length > 0) return NONE;
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  if (data === null || data === undefined) return NONE;
  if (typeof data !== 'object' || Array.isArray(data)) {
    tell(file, {
      severity: 'warning',
      code: 'front-matter',
      reason: 'Unexpected front matter, expected `key: value` lines',
      place: node,
      note: 'If these lines are text between two rules, leave a blank line before the first rule.',
    });
    return NONE;
  }
  const lines = new Map<string, number>();
  const { contents } = document;
  if (contents && 'items' in contents)
    for (const { key } of contents.items as { key: { value?: unknown; range?: number[] } }[])
      if (key?.range) lines.set(String(key.value), lineAt(key.range[0]!));
  return { data: data as Record<string, unknown>, lines };
}
