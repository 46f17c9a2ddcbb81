import type { z } from 'zod';
import { jsonSchemaOf } from './keys-at.js';
import { bookSchema } from './schema.js';

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * The reference of `book.yaml` for the handbook: a table of the keys at the top and one for each key that has keys
 * of its own. A table that would say again what an earlier one has said leaves it out.
 */
export function renderReference(): string {
  const tables: string[] = [];
  const told = new Map<string, { title: string; rows: readonly string[] }>();
  const walk = (title: string, schema: Schema): void => {
    const entries = Object.entries(schema.properties ?? {}) as [string, Schema][];
    const required = new Set(schema.required ?? []);
    const rows = entries.map(([key, value]) => rowOf(key, value, required.has(key)));
    const [before, fresh] = withoutTold(rows, [...told.values()]);
    if (fresh.length === 0) return;
    told.set(title, { title, rows });
    const intro = before === undefined ? [] : [`Everything under “${before}”, and:`, ''];
    const head = ['| Key | What it is | Value |', '| --- | --- | --- |'];
    tables.push([`## ${title}`, '', ...intro, ...head, ...fresh].join('\n'));
    for (const [key, value] of entries) for (const [name, shape] of mappingsIn(key, value)) walk(name, shape);
  };
  walk('The book', jsonSchemaOf(bookSchema));
  return `${tables.join('\n\n')}\n`;
}

/** The rows that no earlier table has, where one has most of them; and the title of that one. */
function withoutTold(
  rows: readonly string[],
  told: readonly { title: string; rows: readonly string[] }[],
): [string | undefined, readonly string[]] {
  for (const { title, rows: earlier } of told) {
    const fresh = rows.filter((row) => !earlier.includes(row));
    if (rows.length - fresh.length > earlier.length / 2) return [title, fresh];
  }
  return [undefined, rows];
}

function rowOf(key: string, schema: Schema, required: boolean): string {
  const { default: initial, description = '' } = schema;
  const hasDefault = initial !== undefined && initial !== false && !isEmpty(initial);
  const value = [
    kindOf(schema),
    ...(required ? ['must be given'] : []),
    ...(hasDefault ? [`by default \`${yaml(initial)}\``] : []),
  ];
  return `| \`${key}\` | ${cell(description)} | ${cell(value.join('; '))} |`;
}

/** The mappings that a key may hold, each with the title of its table. */
function mappingsIn(key: string, schema: Schema): [string, Schema][] {
  if (typeof schema.additionalProperties === 'object') {
    // A record: each value is one of the formats, told apart by a constant.
    return shapesOf(schema.additionalProperties as Schema).map((shape) => [
      `An edition of format ${formatOf(shape)}`,
      shape,
    ]);
  }
  const shapes = shapesOf(schema).flatMap((shape) =>
    isList(shape) ? shapesOf(shape.items as Schema) : [shape],
  );
  const mapping = shapes.find((shape) => shape.properties);
  return mapping ? [[`\`${key}\``, mapping]] : [];
}

function kindOf(schema: Schema): string {
  const kinds = shapesOf(schema).map((shape) => {
    if (shape.const !== undefined) return `\`${shape.const}\``;
    if (shape.enum) return shape.enum.map((one) => `\`${one}\``).join(', ');
    if (isList(shape)) return `list of ${plural(kindOf(shape.items as Schema))}`;
    if (shape.properties || shape.additionalProperties) return 'keys of its own';
    if (shape.type === 'boolean') return '`true`, `false`';
    if (shape.type === 'integer' || shape.type === 'number') return rangeOf(shape);
    return typeof shape.pattern === 'string' && /mm\|cm/.test(shape.pattern) ? 'length' : 'text';
  });
  return [...new Set(kinds)].join(', or ');
}

function rangeOf({ type, minimum, maximum }: Schema): string {
  const kind = type === 'integer' ? 'whole number' : 'number';
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  if (least !== undefined && most !== undefined) return `${kind} from ${least} to ${most}`;
  return least === undefined ? kind : `${kind} from ${least}`;
}

const plural = (value: string): string =>
  value.replace(/\btext\b/, 'texts').replace('keys of its own', 'entries with keys of their own');

const isList = (schema: Schema): boolean => schema.type === 'array';

const shapesOf = (schema: Schema): Schema[] =>
  (schema.anyOf ?? schema.oneOf ?? [schema]).flatMap((one) => {
    const shape = one as Schema;
    return shape.anyOf || shape.oneOf ? shapesOf(shape) : [shape];
  });

const formatOf = (shape: Schema): string => `\`${(shape.properties?.format as Schema | undefined)?.const}\``;

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const yaml = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `{ ${Object.entries(value)
        .map(([key, one]) => `${key}: ${one}`)
        .join(', ')} }`
    : String(value);

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
