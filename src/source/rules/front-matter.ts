import { parseDocument } from 'yaml';
import type { Role } from '../../config/schema.js';
import type { Line } from '../line.js';
import type { LineRule } from '../rule.js';

/** Takes over YAML front matter that the text has already; a value that we do not know is kept as it is. */
export const frontMatter: LineRule = {
  stage: 'lines',
  name: 'front-matter',
  apply(lines, { metadata, log, source, dialect }) {
    const opening = lines.findIndex((line) => line.text.length > 0);
    if (opening < 0 || lines[opening]!.text.value !== '---') return lines;
    const closing = lines.findIndex((line, at) => at > opening && /^(?:---|\.\.\.)$/.test(line.text.value));
    if (closing < 0 || !/^[\w-]+:/.test(lines[opening + 1]?.text.value ?? '')) return lines;
    const from = lines[opening + 1]!.text.originAt(0);
    const yaml = source.value.slice(from, lines[closing]!.text.originAt(0));
    const document = parseDocument(yaml.replace(/\r\n?/g, '\n'), { prettyErrors: false });
    const data: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
    if (typeof data !== 'object' || data === null || Array.isArray(data)) {
      log.warn(
        lines[opening]!.text,
        'The lines between the rules look like front matter, but are no valid YAML; they stand in the text as code.',
      );
      return dialect === 'markdown' ? fenced(lines, opening, closing) : lines;
    }
    metadata.found = data as Record<string, unknown>;
    for (const creator of [metadata.found.creators ?? []].flat()) {
      if (typeof creator === 'string') metadata.addCreator(creator, 'author');
      else if (isCreator(creator)) metadata.addCreator(creator.name, (creator.role as Role) ?? 'author');
    }
    if (typeof metadata.found.title === 'string') metadata.title = metadata.found.title;
    return lines.slice(closing + 1);
  },
};

/** Between rules Markdown would take the last line for a heading. */
function fenced(lines: readonly Line[], opening: number, closing: number): Line[] {
  return lines.map((line, at) => {
    if (at !== opening && at !== closing) return line;
    return { ...line, text: line.text.splice(0, line.text.length, '```') };
  });
}

function isCreator(value: unknown): value is { name: string; role?: string } {
  return (
    typeof value === 'object' && value !== null && typeof (value as { name?: unknown }).name === 'string'
  );
}
