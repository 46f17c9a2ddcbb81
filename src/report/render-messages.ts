import { createColors } from 'picocolors';
import { codeFrame } from './code-frame.js';
import type { Message, RawPlace, Report, Severity } from './report.js';

const NAMES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Of messages of one kind so many are shown; a person who has read these knows what the others say. */
const SHOWN: Readonly<Record<Severity, number>> = { error: 25, warning: 5, info: 3 };

/** The messages of a report as a person reads them: place, what is wrong, the lines of the text, the remedy. */
export function renderMessages(messages: readonly Message[], report: Report, colour: boolean): string {
  const colours = createColors(colour);
  const paint = { error: colours.red, warning: colours.yellow, info: colours.cyan };
  const { shown, more } = chooseShown(messages);
  const texts = shown.map((message) => {
    const frame = frameOf(message, report);
    return [
      [
        message.place ? colours.bold(placeText(message)) : undefined,
        message.place?.raw ? colours.dim(`(${rawText(message.place.raw)})`) : undefined,
        paint[message.severity](NAMES[message.severity]),
        printable(message.reason),
        colours.dim(`(${message.code})`),
      ]
        .filter((part) => part !== undefined)
        .join(' '),
      frame && indent(frame),
      message.note && indent(printable(message.note)),
    ]
      .filter(Boolean)
      .join('\n');
  });
  return [...texts, ...more].join('\n\n');
}

function chooseShown(messages: readonly Message[]): { shown: Message[]; more: string[] } {
  const counts = new Map<string, { severity: Severity; code: string; count: number; files: Set<string> }>();
  const shown = messages.filter(({ severity, code, place }) => {
    const key = `${severity} ${code}`;
    const kind = counts.get(key) ?? { severity, code, count: 0, files: new Set() };
    counts.set(key, kind);
    kind.count++;
    if (kind.count <= SHOWN[severity]) return true;
    kind.files.add(place?.path ?? '');
    return false;
  });
  const more = [...counts.values()]
    .filter(({ severity, count }) => count > SHOWN[severity])
    .map(({ severity, code, count, files }) => {
      const where = files.size === 1 ? [...files][0] : `${files.size} files`;
      return `and ${count - SHOWN[severity]} more of ${code} in ${where}; --json lists them all`;
    });
  return { shown, more };
}

/** `3 errors, 1 warning`; empty when there is neither. */
export function countMessages(messages: readonly Message[]): string {
  const count = (severity: Severity, one: string) => {
    const number = messages.filter((message) => message.severity === severity).length;
    return number === 0 ? [] : [`${number} ${one}${number === 1 ? '' : 's'}`];
  };
  return [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'note')].join(', ');
}

function placeText({ place }: Message): string {
  return [place?.path, place?.line, place?.column].filter((part) => part !== undefined).join(':');
}

/** `raw/lamps.txt:340`: where the words stand in the raw text. */
export const rawText = ({ path, line, isNear }: RawPlace): string =>
  `${isNear ? 'near ' : ''}${printable(path)}:${line}`;

function frameOf(message: Message, report: Report): string | undefined {
  if (message.frame !== undefined || !message.place) return message.frame;
  const source = report.sources.get(message.place.path);
  return source === undefined ? undefined : codeFrame(source, message.place);
}

const indent = (text: string): string => text.replace(/^/gm, '  ');

/** A text may quote a manuscript, and a manuscript must not speak to the terminal. */
const printable = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '·');
