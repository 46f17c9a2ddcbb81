import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildEpub } from './testing/build.js';
import { RICH_BOOK } from './testing/rich-book.js';

test('rich', async () => {
  const { texts, report, bytes } = await buildEpub(RICH_BOOK, { config: { pageList: 'source' } });
  writeFileSync('/tmp/epub/rich.epub', bytes);
  console.log(report.messages);
});
