import type { Message } from './report.js';

/** Exit codes of the command line. */
export const EXIT = { fine: 0, content: 1, usage: 2, machine: 3, bug: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What an error says: a message of the report, always an error. */
export type Detail = Omit<Message, 'severity'>;

/**
 * Trouble that ends the run and that a person can mend: bad content, a wrong option, a machine that lacks
 * something. Printed as its messages, never as a stack trace.
 */
export class OctavoError extends Error {
  /** Everything that was found wrong, at least one. */
  readonly details: readonly [Detail, ...Detail[]];

  constructor(
    detail: Detail | readonly [Detail, ...Detail[]],
    readonly exitCode: ExitCode = EXIT.content,
    options?: ErrorOptions,
  ) {
    const details = 'reason' in detail ? ([detail] as const) : detail;
    super(details.map(({ reason }) => reason).join('; '), options);
    this.name = 'OctavoError';
    this.details = details;
  }
}
