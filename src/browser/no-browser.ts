import { EXIT, OctavoError } from '../report/errors.js';

/** The error for a machine without a browser that works. */
export function noBrowser(reason: string, cause: unknown): OctavoError {
  const detail = cause instanceof Error ? cause.message.trim() : String(cause);
  return new OctavoError(
    {
      code: 'no-browser',
      reason: `${reason}: ${detail}`,
      note: 'PDF pages are set by Chromium. Name a Chrome or Chromium of this machine with --browser PATH or OCTAVO_BROWSER, set OCTAVO_CACHE to a folder with 250 MB of room, and run octavo doctor to see what is missing.',
    },
    EXIT.machine,
    { cause },
  );
}
