import { jsonSchemaOf } from './keys-at.js';
import { bookSchema } from './schema.js';

/** The JSON Schema of `book.yaml` as a file: editors complete and check with it. */
export function writeJsonSchema(): string {
  const { $schema, ...rest } = jsonSchemaOf(bookSchema);
  const schema = { $schema, title: 'book.yaml of Octavo', ...rest };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
