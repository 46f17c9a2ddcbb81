import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of what a person may write, which is what editors use to complete and to check. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', reused: 'inline' });
}

/** The keys that may stand at a place: of every shape that the schema allows there. */
export function keysAt(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  let shapes = shapesOf(schema);
  for (const step of path) {
    shapes = shapes.flatMap((shape) => below(shape, step)).flatMap(shapesOf);
  }
  return [...new Set(shapes.flatMap((shape) => Object.keys(shape.properties ?? {})))];
}

function shapesOf(schema: JsonSchema): JsonSchema[] {
  const alternatives = schema.anyOf ?? schema.oneOf;
  return alternatives ? alternatives.flatMap((one) => shapesOf(one as JsonSchema)) : [schema];
}

function below(shape: JsonSchema, step: PropertyKey): JsonSchema[] {
  const next =
    typeof step === 'number' ? shape.items : (shape.properties?.[String(step)] ?? shape.additionalProperties);
  return typeof next === 'object' && !Array.isArray(next) ? [next as JsonSchema] : [];
}
