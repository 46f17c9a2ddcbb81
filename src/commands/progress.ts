import type { Ora } from 'ora';
import type { Progress } from '../context.js';

/** Work shorter than this is over before anyone could read what it is. Milliseconds. */
const PATIENCE = 1000;

/** Progress on a terminal, beginning with what lasts longer than a second. */
export function terminalProgress(): Progress & { clear(): void; stop(): void } {
  let spinner: Ora | undefined;
  let latest = '';
  let stopped = false;
  const begin = async () => {
    const { default: ora } = await import('ora');
    if (!stopped) spinner = ora({ stream: process.stderr, discardStdin: false }).start(latest);
  };
  const timer = setTimeout(() => void begin(), PATIENCE);
  timer.unref();
  return {
    step(text) {
      latest = text;
      if (spinner) spinner.text = text;
    },
    clear: () => void spinner?.clear(),
    stop() {
      stopped = true;
      clearTimeout(timer);
      spinner?.stop();
    },
  };
}
