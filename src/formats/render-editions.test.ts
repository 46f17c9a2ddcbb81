import { afterAll, expect, test } from 'vitest';
import { testContext } from '../browser/testing/test-context.js';
import { editionOf } from '../edition/testing/edition-of.js';
import { renderEditions } from './render-editions.js';

const context = testContext();
afterAll(() => context.close());

test('starts a browser that gives no answer once more, then says what was tried', async () => {
  const { edition } = await editionOf({
    markdown: '# One\n\nText.\n',
    book: { editions: { print: { format: 'pdf' } } },
  });
  let asked = 0;
  const impatient = {
    ...context,
    patience: 1,
    browser: () => {
      asked++;
      return context.browser();
    },
  };
  await expect(renderEditions(edition, ['print'], impatient)).rejects.toMatchObject({
    exitCode: 3,
    details: [
      {
        code: 'browser-failed',
        reason: expect.stringMatching(
          /“print” could not be printed: .*no answer.*another was started, and .*no answer/,
        ),
      },
    ],
  });
  expect(asked).toBe(2);
});
