import type { CleanedFile } from '../source/clean-file.js';
import type { Session } from './session.js';

/** Tells what a person should look at after a cleaning: doubts, and notes and calls without a partner. */
export function showCleaningLog(session: Session, { path: shown, raw, cleaned }: CleanedFile): void {
  const { report } = session;
  report.sources.set(shown, raw.text);
  const { encoding } = cleaned.log;
  if (encoding !== undefined && encoding !== 'docx')
    report.add({
      severity: 'info',
      code: 'encoding',
      reason: `${shown} was read as ${encoding}`,
      place: { path: shown },
      note: 'It is not UTF-8 and does not say what it is: see whether its accents and quotation marks are right.',
    });
  for (const message of raw.warnings)
    report.add({ severity: 'warning', code: 'cleaning-doubt', reason: message, place: { path: shown } });
  for (const { line, column, message, text } of cleaned.log.warnings) {
    const reason = text ? `${message}: ${text}` : message;
    report.add({ severity: 'warning', code: 'cleaning-doubt', reason, place: { path: shown, line, column } });
  }
  for (const { line, column, kind, label, text } of cleaned.log.unplaced) {
    const isNote = kind === 'note';
    report.add({
      severity: 'warning',
      code: isNote ? 'note-without-call' : 'call-without-note',
      reason: isNote
        ? `Note ${label} has no call in the text: ${text.slice(0, 60)}`
        : `Call ${label} has no note: ${text.slice(0, 60)}`,
      place: { path: shown, line, column },
      note: 'It was kept. Look at the place in the source, and mend the Markdown by hand.',
    });
  }
}
