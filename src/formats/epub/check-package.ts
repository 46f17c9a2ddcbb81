import { EpubCheck } from '@likecoin/epubcheck-ts';

/** Says that fonts are embedded, which they are meant to be. */
const FONT_FACE = 'CSS-028';

/**
 * Validates a finished EPUB with epubcheck-ts.
 *
 * @throws Error at the first error or warning: whatever the text was, what we pack must be right, so it is our bug.
 */
export async function checkPackage(bytes: Uint8Array, name: string): Promise<void> {
  const result = await EpubCheck.validate(bytes, { includeUsage: true, includeInfo: false }, name);
  const messages = result.messages.filter(({ id }) => id !== FONT_FACE);
  if (messages.length === 0) return;
  const lines = messages
    .slice(0, 20)
    .map(
      ({ severity, id, message, location }) =>
        `${severity} ${id} ${location?.path ?? ''}:${location?.line ?? ''} ${message}`,
    );
  throw new Error(`The EPUB has ${messages.length} faults that epubcheck-ts found:\n${lines.join('\n')}`);
}
