import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { icuLocale } from './icu-locale.js';

test.each([
  ['en', 'en'],
  ['sv', 'sv'],
  ['zh-Hans', 'zh-Hans'],
  ['el-polyton', 'el-polyton'],
  ['grc', 'el'],
  ['la', 'it'],
  ['tlh', 'en'],
  ['und', 'en'],
])('%s is sorted as %s', (language, locale) => expect(icuLocale(language)).toBe(locale));

// Elsewhere a process does not take its language from the environment.
test.runIf(process.platform === 'linux')('on a Swedish machine Latin is sorted as anywhere', () => {
  const sorted = (locale: string) =>
    spawnSync(
      process.execPath,
      ['-e', `console.log(['z', 'ä'].sort(new Intl.Collator('${locale}').compare).join(''))`],
      { env: { ...process.env, LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8' }, encoding: 'utf8' },
    ).stdout.trim();
  expect(sorted(icuLocale('la'))).toBe('äz');
  // And this is why: without a locale of its own Latin is Swedish there.
  expect(sorted('la')).toBe('zä');
});
