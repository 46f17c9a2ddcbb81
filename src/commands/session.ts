import type { RunContext } from '../context.js';
import type { Report } from '../report/report.js';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly browser?: string;
}

/** What a command has to work with. */
export interface Session {
  /** The working folder. */
  readonly cwd: string;
  readonly run: RunContext;
  /** Messages that belong to no book. */
  readonly report: Report;
  /** A line of the result for a person; nothing with `--json` or `--quiet`. */
  say(line: string): void;
  /** Writes a result that is itself a text to standard output, even with `--quiet`; nothing with `--json`. */
  write(text: string): void;
  /** Shows the messages of a report; with `--json` they are collected. */
  show(report: Report): void;
  /** Adds to what `--json` prints. */
  result(key: string, value: unknown): void;
}
