import type { Progress } from '../context.js';

/** A browser that can be started. */
export interface Executable {
  readonly path: string;
  /** Variables that this browser needs and nothing else may see. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it comes from, for messages. */
  readonly origin: string;
}

/** What getting hold of a browser needs. */
export interface Fetching {
  /** The folder that browsers are kept in. */
  readonly cache: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}
