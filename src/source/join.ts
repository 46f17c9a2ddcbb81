import { parse, stringify } from 'yaml';
import type { Cleaned } from './clean.js';

const FRONT_MATTER = /^---\n([\s\S]*?\n)---\n\n?/;

/**
 * Joins cleaned texts into one Markdown file: each under its title, labels of notes kept apart, and what each says
 * of itself kept in the list `raw` of the front matter.
 *
 * @param title The title of the whole; without one that of the first text is taken.
 */
export function joinCleaned(texts: readonly Cleaned[], title?: string): string {
  const parts = texts.map(({ markdown }) => {
    const front = FRONT_MATTER.exec(markdown);
    return {
      front: (front ? parse(front[1]!) : {}) as Record<string, unknown>,
      body: markdown.slice(front?.[0].length ?? 0),
    };
  });
  const creators = new Map(
    parts.flatMap(({ front }) => listOf(front.creators)).map((one) => [JSON.stringify(one), one]),
  );
  const front = {
    title: title ?? parts[0]?.front.title,
    ...(creators.size > 0 ? { creators: [...creators.values()] } : {}),
    ...(parts[0]?.front.language ? { language: parts[0].front.language } : {}),
    raw: parts.map((part) => {
      const { raw, ...work } = part.front;
      return { ...(raw as object | undefined), ...work };
    }),
  };
  const used = new Set<string>();
  const bodies = parts.map(({ front: { title: own }, body }) => {
    const named = typeof own === 'string' && !/^# /m.test(body) ? `# ${own}\n\n${body}` : body;
    return separateLabels(named, used).trimEnd();
  });
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${bodies.join('\n\n')}\n`;
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Gives notes whose labels an earlier text has used labels of their own. */
function separateLabels(body: string, used: Set<string>): string {
  const own = [...body.matchAll(/^\[\^([^\]\s]+)\]:/gm)].map(([, label]) => label!);
  const names = new Map<string, string>();
  for (const label of own) {
    let name = label;
    for (let again = 2; used.has(name); again++) name = `${label}-${again}`;
    names.set(label, name);
  }
  for (const name of names.values()) used.add(name);
  let fenced = '';
  return body
    .split('\n')
    .map((line) => {
      const fence = /^ *(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (fenced === '' && fence !== '') fenced = fence;
      else if (fenced !== '' && fence.startsWith(fenced)) fenced = '';
      else if (fenced === '')
        return line.replace(/\[\^([^\]\s]+)\]/g, (call, label) =>
          names.has(label) ? `[^${names.get(label)}]` : call,
        );
      return line;
    })
    .join('\n');
}
