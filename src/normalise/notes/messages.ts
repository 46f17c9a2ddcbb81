import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import type { Place } from './place.js';

/** The messages of this plugin and how much each matters. */
export const NOTE_MESSAGES = {
  'call-without-note': 'error',
  'note-without-call': 'error',
  'duplicate-note': 'error',
  'inline-note-unclosed': 'error',
  'note-label-gap': 'warning',
  'note-label-repaired': 'warning',
  'notes-without-calls': 'warning',
  'notes-heading-removed': 'info',
} as const;

/** Adds a message to the file, with its place, its rule and the remedy. */
export function say(
  file: VFile,
  code: keyof typeof NOTE_MESSAGES,
  reason: string,
  options: { readonly place?: Place | undefined; readonly note: string },
): void {
  tell(file, { severity: NOTE_MESSAGES[code], code, reason, ...options });
}
