import type { Report } from './report/report.js';

/** A step of work shown to a person while it runs; silent when nobody watches. */
export interface Progress {
  /** Names what is being done now. Called as often as is convenient. */
  step(text: string): void;
}

/**
 * What a stage may know of the world outside its input. Passed in, never global: two builds with equal
 * contexts and equal input give equal bytes.
 */
export interface Context {
  /** The one moment that may reach an output: `SOURCE_DATE_EPOCH`, else the newest change among the sources. */
  readonly date: Date;
  /** Where trouble with the content is reported. */
  readonly report: Report;
  /** Aborted when the person stops the run. Every long step hands it on. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** A path to a Chromium named by `--browser` or `OCTAVO_BROWSER`. */
  readonly browserPath?: string;
}
