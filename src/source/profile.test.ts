import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { clean } from './clean.js';
import { cleanFile } from './clean-file.js';
import type { ProfileInput } from './profile.js';

const PROSE =
  'The ferry left at noon with eleven passengers and a crate of lamps,\nand nobody on the quay could say when it would be back. The harbour\nmaster wrote the names in his book and closed the window.\n';
const run = (text: string, profile: ProfileInput) => clean({ name: 'lamp.txt', text }, { profile });

test('a title and creators that a person gives stand in the front matter', () => {
  const { markdown } = run(PROSE, { title: 'The Lamp', creators: [{ name: 'Ada Writer', role: 'editor' }] });
  expect(markdown).toContain('title: The Lamp\n');
  expect(markdown).toContain('name: Ada Writer\n    role: editor');
});

test('a forbidden rule does not run', () => {
  const text = `He saw a _lamp_ at the door.\n\n${PROSE}`;
  expect(run(text, {}).markdown).toContain('*lamp*');
  expect(run(text, { rules: { emphasis: 'forbid' } }).markdown).toContain('\\_lamp\\_');
});

test('a forced rule runs without the evidence that it asks for', () => {
  const text = 'HALLA. Is it late?\n\nORRIN. It is late, and the lamp is out.\n';
  expect(run(text, {}).markdown).not.toContain(':::drama');
  expect(run(text, { rules: { drama: 'force' } }).markdown).toContain(':::drama\n**HALLA.** Is it late?');
});

test('furniture that a person names is removed and logged', () => {
  const { markdown, log } = run(`${PROSE}\n~ lamp press ~\n\n${PROSE}`, { furniture: ['~ lamp press ~'] });
  expect(markdown).not.toContain('lamp press');
  expect(log.removed).toContainEqual(
    expect.objectContaining({ line: 5, rule: 'web-print', text: '~ lamp press ~' }),
  );
});

test('a heading that a person names is one, of its level', () => {
  const { markdown } = run(`${PROSE}\nand then: the storm,\n\n${PROSE}`, {
    headings: [{ text: 'and then: the storm,', level: 3 }],
  });
  expect(markdown).toMatch(/^#{2,3} and then: the storm,$/m);
});

test('a higher threshold leaves doubtful calls alone and reports them', () => {
  const text = `The ferry left in 19021 with lamps.2 It came back.3\n\n${PROSE}\nNotes\n\n1. First.\n2. Second.\n3. Third.\n`;
  expect(run(text, {}).markdown).toContain('in 1902[^1] with');
  const strict = run(text, { confidence: 0.93 });
  expect(strict.markdown).toContain('in 19021 with lamps.[^2]');
  expect(strict.log.warnings.map(({ rule }) => rule)).toContain('notes');
});

test('an expression that is none is refused', () => {
  expect(() => run(PROSE, { furniture: ['('] })).toThrow();
});

test('a language that is none is refused', () => {
  expect(() => run(PROSE, { language: 'zz-!!' })).toThrow(/language tag/);
});

test('a rule that does not exist is refused at its place, with the one that was meant', async () => {
  const cwd = mkdtempSync(path.join(os.tmpdir(), 'octavo-profile-'));
  writeFileSync(path.join(cwd, 'lamp.txt'), PROSE);
  writeFileSync(path.join(cwd, 'lamp.clean.yaml'), 'title: The Lamp\nrules:\n  dramma: forbid\n');
  await expect(cleanFile('lamp.txt', { cwd })).rejects.toMatchObject({
    exitCode: 2,
    details: [
      {
        code: 'unknown-key',
        place: { path: 'lamp.clean.yaml', line: 3, column: 3 },
        note: expect.stringMatching(/^Did you mean “drama”\?/),
      },
    ],
  });
});
