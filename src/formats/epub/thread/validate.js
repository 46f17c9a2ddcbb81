import { EpubCheck } from '@likecoin/epubcheck-ts';

/**
 * What epubcheck-ts says and we do not heed: that fonts are embedded, which they are meant to be; and its reading of
 * EPUB Indexes, by which a landmark `index` would have to be an index itself and letters could not be groups. EPUBCheck
 * asks neither; the structure of an index is judged by a check of our own.
 *
 * @param {string} id
 * @param {string} message
 * @returns {boolean}
 */
function isFalseAlarm(id, message) {
  return id === 'CSS-028' || (id === 'RSC-005' && message.includes('"index-entry-list"'));
}

/**
 * What epubcheck-ts says of an EPUB: errors, warnings and usage.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<import('../check/fault.js').Fault[]>}
 */
export async function validate(bytes) {
  const { messages } = await EpubCheck.validate(bytes, { includeUsage: true, includeInfo: false });
  return messages
    .filter(({ id, message }) => !isFalseAlarm(id, message))
    .map(({ id, message, location }) => ({
      file: location?.path ?? '',
      line: location?.line,
      rule: id,
      message,
    }));
}
