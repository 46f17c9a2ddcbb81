import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { clean } from '../clean.js';
import type { ProfileInput } from '../profile.js';
import { RULES } from './index.js';

const FIXTURES = path.join(import.meta.dirname, '../fixtures');
const KINDS = ['positive', 'negative', 'ambiguous'] as const;
type Kind = (typeof KINDS)[number];
const all = readdirSync(FIXTURES);

/** Fixtures are called `<rule>-<kind>`, with more words after that where a rule has several of a kind. */
function fixturesOf(rule: string, kind: Kind): string[] {
  return all.filter(
    (name) => new RegExp(`^${rule}-(?:[a-z]+-)*?${kind}(?:-|$)`).test(name) && ruleOf(name) === rule,
  );
}

/** The longest name of a rule that the fixture begins with: `note-heading-positive` is none of `note`. */
function ruleOf(fixture: string): string | undefined {
  const names = RULES.map(({ name }) => name).filter((name) => fixture.startsWith(`${name}-`));
  return names.sort((a, b) => b.length - a.length)[0];
}

function cleanFixture(fixture: string, profile: ProfileInput = {}) {
  const file = readdirSync(path.join(FIXTURES, fixture)).find((one) => one.startsWith('source.'))!;
  const text = readFileSync(path.join(FIXTURES, fixture, file), 'utf8');
  return clean({ name: file, text }, { profile });
}

const without = (fixture: string, rule: string) =>
  cleanFixture(fixture, { rules: { [rule]: 'forbid' } }).markdown;

test('the names of rules are different', () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
});

describe.each(RULES.map(({ name }) => name))('%s', (rule) => {
  test.each(KINDS)('has a fixture of the kind “%s”', (kind) => {
    expect(fixturesOf(rule, kind)).not.toEqual([]);
  });

  // Whatever nothing else takes is a paragraph: without that rule there is no text.
  if (rule === 'paragraph') return;

  test('does something in a positive fixture', () => {
    const done = fixturesOf(rule, 'positive').filter(
      (fixture) => without(fixture, rule) !== cleanFixture(fixture).markdown,
    );
    expect(done).not.toEqual([]);
  });

  test('leaves the text of one negative fixture as it would be without it', () => {
    const same = fixturesOf(rule, 'negative').filter(
      (fixture) => without(fixture, rule) === cleanFixture(fixture).markdown,
    );
    expect(same).not.toEqual([]);
  });

  test('where a form is ambiguous the text is left as it would be, or the log has a doubt', () => {
    const careful = fixturesOf(rule, 'ambiguous').filter((fixture) => {
      const { log, markdown } = cleanFixture(fixture);
      const doubts = [...log.removed, ...log.changed, ...log.unplaced, ...log.warnings].filter(
        // That a short text has no title is no doubt of another rule.
        (row) =>
          (row.rule !== 'title' || rule === 'title') &&
          (row.confidence < 1 || 'message' in row || 'kind' in row),
      );
      return doubts.length > 0 || without(fixture, rule) === markdown;
    });
    expect(careful).not.toEqual([]);
  });
});
