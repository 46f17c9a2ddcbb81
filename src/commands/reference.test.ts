import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REFERENCE } from './reference.js';

test.each(REFERENCE)('$file is up to date (npm run reference)', ({ file, render }) => {
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(render());
});
