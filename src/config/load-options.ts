import type { Report } from '../report/report.js';

/** What loading a book may know: the working folder, for the paths in messages, and where warnings go. */
export interface LoadOptions {
  readonly cwd: string;
  readonly report: Report;
}
