import type { Node, Parent, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Message, Report, Severity } from './report.js';

/** Trouble with a text, as the plugins state it. */
export interface Finding {
  readonly severity: Severity;
  /** A row of the catalogue; the `ruleId` of the message. */
  readonly code: string;
  /** One sentence without a full stop: “Unexpected X, expected Y”. */
  readonly reason: string;
  readonly place?: Node | Position | Point | undefined;
  /** The remedy: one or two full sentences. */
  readonly note?: string;
  readonly ancestors?: readonly (Node | Parent)[];
  readonly cause?: unknown;
}

/** Adds a finding to the messages of a file, in the form that every unified reporter understands. */
export function tell(file: VFile, finding: Finding): VFileMessage {
  const { severity, code, reason, place, note, ancestors, cause } = finding;
  const position = place && 'type' in place ? place.position : place;
  const message = file.message(reason, {
    ruleId: code,
    source: 'octavo',
    place: position,
    ancestors: ancestors as Node[] | undefined,
    cause: cause instanceof Error ? cause : undefined,
  });
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  if (note !== undefined) message.note = note;
  return message;
}

/** Moves the messages of a file to a report, in the order of their places. */
export function reportFile(file: VFile, path: string, report: Report): void {
  const messages = file.messages.splice(0).map((message, index) => ({ message, index }));
  messages.sort((a, b) => lineOf(a.message) - lineOf(b.message) || a.index - b.index);
  for (const { message } of messages) report.add(toMessage(message, path));
}

function toMessage(message: VFileMessage, path: string): Message {
  const { place } = message;
  const start = place && 'start' in place ? place.start : place;
  const end = place && 'start' in place ? place.end : undefined;
  return {
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
    code: message.ruleId ?? 'markdown',
    reason: message.reason,
    place: {
      path,
      ...(start ? { line: start.line, column: start.column } : {}),
      ...(end ? { endLine: end.line, endColumn: end.column } : {}),
    },
    ...(message.note === undefined ? {} : { note: message.note }),
  };
}

function lineOf(message: VFileMessage): number {
  return message.line ?? 0;
}
