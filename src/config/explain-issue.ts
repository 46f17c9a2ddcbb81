import type { z } from 'zod';
import type { Detail } from '../report/errors.js';
import { nearestName } from '../report/nearest-name.js';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value, and which part of the YAML it is about. */
export interface Explained {
  readonly path: readonly PropertyKey[];
  readonly at: 'key' | 'value';
  readonly detail: Detail;
  /** The key that was evidently meant by an unknown one. */
  readonly meant?: string;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/**
 * Says in words what the schema objects to.
 *
 * @param keysAt The keys that are valid at a place.
 * @param valueAt The value at a place.
 */
export function explainIssue(
  issue: Issue,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
  valueAt: (path: readonly PropertyKey[]) => unknown,
): Explained[] {
  const { path } = issue;
  const value = valueAt(path);
  const key = path.filter((step) => typeof step !== 'number').at(-1);
  const about = key === undefined ? 'the book' : `“${String(key)}”`;
  const wrong = (expected: string, note?: string): Explained[] => [
    {
      path,
      at: 'value',
      detail: {
        code: 'config-value',
        reason: `Unexpected ${show(value)} for ${about}, expected ${expected}`,
        ...(note ? { note } : {}),
      },
    },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => unknownKey(unknown, path, keysAt(path)));
    case 'invalid_type':
      return value === undefined || value === null ? missing(path) : wrong(expectation(issue));
    case 'invalid_value':
      return wrong(oneOf(issue.values), nearest(value, issue.values.map(String)));
    case 'too_small':
      if (issue.origin === 'string') return [emptyText(path, about)];
      return wrong(`at least ${issue.minimum}`);
    case 'too_big':
      return wrong(`at most ${issue.maximum}`);
    case 'invalid_format':
      return wrong(issue.message);
    case 'invalid_key':
      return [
        {
          path,
          at: 'key',
          detail: {
            code: 'config-value',
            reason: `Unexpected name ${show(String(path.at(-1)))}, expected small letters, digits and hyphens`,
          },
        },
      ];
    case 'invalid_union':
      if (value === undefined || value === null) return missing(path);
      return (
        union(issue, (inner) => explainIssue(inner, keysAt, valueAt)) ??
        wrong(expectations(issue), nearest(value, optionsOf(issue)))
      );
    default:
      return wrong(issue.message);
  }
}

function unknownKey(key: string, path: readonly PropertyKey[], valid: readonly string[]): Explained {
  const meant = nearestName(key, valid);
  return {
    path: [...path, key],
    at: 'key',
    detail: {
      code: 'unknown-key',
      reason: `Unknown key “${key}”`,
      note: `${meant ? `Did you mean “${meant}”? ` : ''}Keys that may stand here: ${[...valid].join(', ')}.`,
    },
    ...(meant === undefined ? {} : { meant }),
  };
}

function missing(path: readonly PropertyKey[]): Explained[] {
  const key = String(path.at(-1) ?? 'title');
  const reason =
    path.length === 1 && key === 'title' ? 'The book has no title' : `The key “${key}” is missing`;
  return [{ path, at: 'value', detail: { code: 'missing-key', reason, note: `Add a line “${key}: …”.` } }];
}

function emptyText(path: readonly PropertyKey[], about: string): Explained {
  return {
    path,
    at: 'value',
    detail: {
      code: 'config-value',
      reason: `Unexpected empty text for ${about}`,
      note: 'Write something, or leave the key out.',
    },
  };
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/** The objections of the one shape that the value was evidently meant to have; nothing when there is none. */
function union(issue: UnionIssue, explain: (inner: Issue) => Explained[]): Explained[] | undefined {
  const meant = issue.errors.find((issues) => !issues.some((inner) => isOtherKind(inner)));
  return meant?.flatMap((inner) => explain({ ...inner, path: [...issue.path, ...inner.path] } as Issue));
}

const isOtherKind = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

function expectations(issue: UnionIssue): string {
  if ('options' in issue && Array.isArray(issue.options)) return oneOf(issue.options);
  return [...new Set(issue.errors.flat().map(expectation))].join(', or ');
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_value') return oneOf(issue.values);
  // The schema's own words, where it has some.
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return issue.message;
  return KINDS[issue.expected] ?? issue.expected;
}

function optionsOf(issue: UnionIssue): string[] {
  if ('options' in issue && Array.isArray(issue.options)) return issue.options.map(String);
  return issue.errors
    .flat()
    .flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(', ')}`;
}

function nearest(value: unknown, valid: readonly string[]): string | undefined {
  const match = nearestName(String(value), valid);
  return match === undefined ? undefined : `Did you mean “${match}”?`;
}

function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'mapping';
  const text = String(value);
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
