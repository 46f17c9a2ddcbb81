import { rawText } from './render-messages.js';
import type { Message, Severity } from './report.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Messages as workflow commands, which GitHub Actions shows beside the lines that they are about. */
export function renderAnnotations(messages: readonly Message[]): string {
  return messages
    .map((message) => {
      const { severity, code, reason, place, note } = message;
      const properties = Object.entries({
        file: place?.path,
        line: place?.line,
        endLine: place?.endLine,
        col: place?.column,
        title: code,
      })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
        .join(',');
      const what = place?.raw ? `${reason} (${rawText(place.raw)})` : reason;
      return `::${COMMANDS[severity]} ${properties}::${escapeData(note ? `${what}. ${note}` : what)}`;
    })
    .join('\n');
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
