import type { Message } from './report.js';

/** Exit codes of the command line. */
export const EXIT = { fine: 0, content: 1, usage: 2, machine: 3, bug: 70 } as const;

/**
 * Trouble that ends the run and that a person can mend: bad content, a wrong option, a machine that lacks
 * something. Printed as its message, never as a stack trace.
 */
export class OctavoError extends Error {
  constructor(
    readonly detail: Omit<Message, 'severity'>,
    readonly exitCode: number = EXIT.content,
    options?: ErrorOptions,
  ) {
    super(detail.reason, options);
    this.name = 'OctavoError';
  }
}
