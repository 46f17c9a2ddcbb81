import type { Browser } from 'puppeteer-core';
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
  /** The one moment that may reach an output. */
  readonly date: Date;
  /** Where trouble with the content is reported. */
  readonly report: Report;
  /** Aborted when the person stops the run. Every long step hands it on. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /**
   * The run's one browser, started at the first call and shared by all; close the pages you open, never the
   * browser. It opens no network connection. When it dies the work at hand rejects, and the next call starts
   * another, once.
   */
  browser(): Promise<Browser>;
}
