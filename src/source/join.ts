import { parse, stringify } from 'yaml';
import type { Cleaned } from './clean.js';
import type { MappedPart } from './line-map.js';
import { MappedText } from './mapped-text.js';

const FRONT_MATTER = /^---\n([\s\S]*?\n)---\n\n?/;

/** Several cleaned texts as one Markdown file. */
export interface Joined {
  readonly markdown: string;
  /** The stretches of the file, one for each text. */
  readonly parts: readonly MappedPart[];
}

/**
 * Joins cleaned texts into one Markdown file: each under its title, labels of notes kept apart, and what each says
 * of itself kept in the list `raw` of the front matter.
 *
 * @param title The title of the whole; without one that of the first text is taken.
 */
export function joinCleaned(texts: readonly Cleaned[], title?: string): Joined {
  const parts = texts.map(({ mapped }) => {
    const found = FRONT_MATTER.exec(mapped.value);
    const front = (found ? parse(found[1]!) : {}) as Record<string, unknown>;
    return { front, body: mapped.slice(found?.[0].length ?? 0) };
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
    const isNamed = typeof own !== 'string' || /^# /m.test(body.value);
    const named = isNamed ? body : MappedText.concat([MappedText.inserted(`# ${own}\n\n`, 0), body]);
    return separateLabels(named, used).trimEnd();
  });
  return stack(`---\n${stringify(front, { lineWidth: 0 })}---\n\n`, bodies, texts);
}

/** A cleaned text that stays a file of its own. */
export function standAlone({ mapped, source }: Cleaned): Joined {
  const start = FRONT_MATTER.exec(mapped.value)?.[0].length ?? 0;
  const from = mapped.value.slice(0, start).split('\n').length - 1;
  return { markdown: mapped.value, parts: [{ from, mapped: mapped.slice(start), source }] };
}

/** Sets texts under each other, a blank line between them. */
function stack(front: string, bodies: readonly MappedText[], texts: readonly Cleaned[]): Joined {
  let from = front.split('\n').length - 1;
  const parts = bodies.map((mapped, index): MappedPart => {
    const part = { from, mapped, source: texts[index]!.source };
    from += mapped.value.split('\n').length + 1;
    return part;
  });
  return { markdown: `${front}${bodies.map(({ value }) => value).join('\n\n')}\n`, parts };
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Gives notes whose labels an earlier text has used labels of their own. */
function separateLabels(body: MappedText, used: Set<string>): MappedText {
  const own = [...body.value.matchAll(/^\[\^([^\]\s]+)\]:/gm)].map(([, label]) => label!);
  const names = new Map<string, string>();
  for (const label of own) {
    let name = label;
    for (let again = 2; used.has(name); again++) name = `${label}-${again}`;
    names.set(label, name);
  }
  for (const name of names.values()) used.add(name);
  let fenced = '';
  const lines = body.lines().map((line) => {
    const fence = /^ *(`{3,}|~{3,})/.exec(line.value)?.[1] ?? '';
    if (fenced === '' && fence !== '') fenced = fence;
    else if (fenced !== '' && fence.startsWith(fenced)) fenced = '';
    else if (fenced === '')
      return line.replace(/\[\^([^\]\s]+)\]/g, ([, label]) =>
        names.get(label!) === label || !names.has(label!) ? undefined : `[^${names.get(label!)}]`,
      );
    return line;
  });
  return MappedText.concat(lines.flatMap((line, index) => (index === 0 ? [line] : ['\n', line])));
}
