import type { z } from 'zod';
import { type Detail, EXIT, OctavoError } from '../report/errors.js';
import { type Explained, explainIssue } from './explain-issue.js';
import { jsonSchemaOf, keysAt } from './keys-at.js';
import { type BookConfig, bookSchema } from './schema.js';
import type { YamlSource } from './yaml-source.js';

/**
 * Checks the data of a `book.yaml` and settles every default.
 *
 * @param data The data to check, where it is not the source's own.
 * @throws {OctavoError} with every objection at its place.
 */
export const parseConfig = (source: YamlSource, data: unknown = source.data): BookConfig =>
  parseWith(bookSchema, source, data);

/**
 * Checks the data of a YAML file against a schema of ours.
 *
 * @throws {OctavoError} with every objection at its place.
 */
export function parseWith<Schema extends z.ZodType>(
  zodSchema: Schema,
  source: YamlSource,
  data: unknown = source.data,
): z.output<Schema> {
  const result = zodSchema.safeParse(data ?? {});
  if (result.success) return result.data;
  const schema = jsonSchemaOf(zodSchema);
  const explained = result.error.issues.flatMap((issue) =>
    explainIssue(
      issue,
      (path) => keysAt(schema, path),
      (path) => valueAt(data, path),
    ),
  );
  const details = explained
    .filter((one) => !isMisspelt(one, explained))
    .map(({ path, at, detail }) => source.at(path, at, detail));
  throw new OctavoError(details as [Detail, ...Detail[]], EXIT.usage);
}

/** Whether a key that is missing is there under a name that is nearly right, which is said already. */
function isMisspelt({ path, detail }: Explained, all: readonly Explained[]): boolean {
  if (detail.code !== 'missing-key') return false;
  return all.some(({ path: other, meant }) => [...other.slice(0, -1), meant].join('/') === path.join('/'));
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    data,
  );
}
