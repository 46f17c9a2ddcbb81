/**
 * Values as other tools write them into front matter, in the form that the book takes: several authors in one line,
 * a language as the locale of a machine. What is in no form known here stays as it is.
 */
export function nativeValue(key: string, value: unknown): unknown {
  if (key === 'language') return typeof value === 'string' ? value.trim().replaceAll('_', '-') : value;
  if (key !== 'creators') return value;
  return Array.isArray(value) ? value.flatMap(people) : typeof value === 'string' ? people(value) : value;
}

/** “Ada Writer and Bob Smith; Cy Jones”: a single word beside “and” is part of one name, as in “Smith and Sons”. */
function people(value: unknown): unknown[] {
  if (typeof value !== 'string') return [value];
  return value
    .split(/\s*;\s*/)
    .flatMap((names) => {
      const each = names.split(/\s*,?\s+(?:and|&)\s+/);
      return each.length > 1 && each.every(isFull) ? each.flatMap(commas) : [names];
    })
    .filter((name) => name !== '');
}

/** Before “and”, commas part names: “Ada Writer, Bob Smith and Cy Jones”. */
function commas(names: string): string[] {
  const each = names.split(/\s*,\s*/);
  return each.every(isFull) ? each : [names];
}

const isFull = (name: string): boolean => /\S\s+\S/.test(name);
