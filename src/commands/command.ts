import type { Command as Commander } from 'commander';
import type { ExitCode } from '../report/errors.js';
import type { Session } from './session.js';

/** A command of the command line: a file of this folder and a row of `commands.ts`. */
export interface Command {
  /** Declares name, arguments and options; what `commander` parses is handed to `run`. */
  declare(program: Commander): Commander;
  /**
   * Does the work through the library and says how it went.
   *
   * @param args The arguments, in the order declared.
   * @param options The options, as `commander` names them.
   */
  run(
    session: Session,
    args: readonly unknown[],
    options: Readonly<Record<string, unknown>>,
  ): Promise<ExitCode>;
}
