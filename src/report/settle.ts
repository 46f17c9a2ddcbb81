import { EXIT, type ExitCode, OctavoError } from './errors.js';
import type { Report } from './report.js';

/** Puts what ended a piece of work into its report, and says which exit code it deserves. */
export function settle(error: unknown, report: Report): ExitCode {
  if (error instanceof OctavoError) {
    for (const detail of error.details) report.add({ severity: 'error', ...detail });
    return error.exitCode;
  }
  const [first, ...more] = (error instanceof Error ? error.message : String(error)).split('\n');
  report.add({
    severity: 'error',
    code: 'bug',
    reason: `Octavo itself failed: ${first}`,
    note:
      process.env.OCTAVO_DEBUG && error instanceof Error
        ? error.stack
        : [
            ...more,
            'This is a fault of Octavo, not of your text, and nothing was written. Run again with OCTAVO_DEBUG=1 to see where it happened, and report that.',
          ].join('\n'),
  } as const);
  return EXIT.bug;
}
