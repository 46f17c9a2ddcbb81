import type { Browser } from 'puppeteer-core';
import type { Report } from './report/report.js';

/** A step of work shown to a person while it runs; silent when nobody watches. */
export interface Progress {
  /** Names what is being done now. Called as often as is convenient. */
  step(text: string): void;
}

/** What all books of a run share. */
export interface RunContext {
  /** Aborted when the person stops the run. Every long step hands it on. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** `SOURCE_DATE_EPOCH`, in seconds, where it is set: the date of every book. */
  readonly sourceDateEpoch?: string;
  /**
   * The run's one browser, started at the first call and shared by all; close the pages you open, never the
   * browser. It opens no network connection. When it dies the work at hand rejects, and the next call starts
   * another, once.
   *
   * @throws {OctavoError} `no-browser`
   */
  browser(): Promise<Browser>;
  /** Milliseconds that the browser may take for one turn, where that is not to follow from the length of the book. */
  readonly patience?: number;
}

/**
 * What a stage may know of the world outside its input. Passed in, never global: two builds with equal
 * contexts and equal input give equal bytes.
 */
export interface Context extends RunContext {
  /**
   * The one moment that may reach an output: `SOURCE_DATE_EPOCH`, else the date that the book states, else a fixed
   * one. Neither the clock nor the times of files, which differ between two clones of one repository.
   */
  readonly date: Date;
  /** Where trouble with the content is reported. */
  readonly report: Report;
}
