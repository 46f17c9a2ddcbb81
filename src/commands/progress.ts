import ora from 'ora';
import type { Progress } from '../context.js';

/** Work shorter than this is over before anyone could read what it is. Milliseconds. */
const PATIENCE = 1000;

/** Progress on a terminal, beginning with what lasts longer than a second. */
export function terminalProgress(): Progress & { clear(): void; stop(): void } {
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  let latest = '';
  const timer = setTimeout(() => spinner.start(latest), PATIENCE);
  timer.unref();
  return {
    step(text) {
      latest = text;
      if (spinner.isSpinning) spinner.text = text;
    },
    clear: () => void spinner.clear(),
    stop() {
      clearTimeout(timer);
      spinner.stop();
    },
  };
}
