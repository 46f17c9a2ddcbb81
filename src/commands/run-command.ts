import { openRun } from '../open-run.js';
import { EXIT, type ExitCode } from '../report/errors.js';
import { renderAnnotations } from '../report/render-annotations.js';
import { countMessages, renderMessages } from '../report/render-messages.js';
import { type Message, Report } from '../report/report.js';
import { settle } from '../report/settle.js';
import type { Command } from './command.js';
import { terminalProgress } from './progress.js';
import type { GlobalOptions, Session } from './session.js';

/** What shells expect of a program that was stopped with Ctrl-C. */
const STOPPED = 130;

/** Runs a command: progress, messages, Ctrl-C, the browser's end, the exit code. */
export async function runCommand(
  command: Command,
  args: readonly unknown[],
  options: GlobalOptions & Readonly<Record<string, unknown>>,
): Promise<number> {
  const { json = false, quiet = false } = options;
  // A terminal without a width, as some containers give, cannot have its lines drawn over.
  const isTerminal = process.stderr.isTTY && process.stderr.columns > 0;
  const watched = isTerminal && !process.env.CI && !json && !quiet;
  const progress = watched ? terminalProgress() : undefined;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, onSignal);
  const run = openRun({ browser: options.browser, signal: stop.signal, ...(progress ? { progress } : {}) });
  const shown: Message[] = [];
  const results: Record<string, unknown> = {};
  const write = (stream: NodeJS.WriteStream, text: string) => {
    progress?.clear();
    stream.write(`${text}\n`);
  };
  const session: Session = {
    cwd: process.cwd(),
    run,
    report: new Report(),
    say: (line) => {
      if (!json && !quiet) write(process.stdout, line);
    },
    write: (text) => {
      progress?.clear();
      if (!json) process.stdout.write(text);
    },
    show: (report) => {
      const messages = quiet
        ? report.messages.filter(({ severity }) => severity !== 'info')
        : report.messages;
      shown.push(...messages);
      if (json || messages.length === 0) return;
      write(process.stderr, `${renderMessages(messages, report, colourful())}\n`);
      if (process.env.GITHUB_ACTIONS) write(process.stdout, renderAnnotations(messages));
    },
    result: (key, value) => {
      results[key] = value;
    },
  };
  let code: ExitCode;
  try {
    code = await command.run(session, args, options);
  } catch (error) {
    code = stop.signal.aborted ? EXIT.fine : settle(error, session.report);
  } finally {
    await run.close();
    progress?.stop();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.removeListener(name, onSignal);
  }
  session.show(session.report);
  const exitCode = stop.signal.aborted ? STOPPED : code;
  if (json) write(process.stdout, JSON.stringify({ exitCode, messages: shown, ...results }, null, 2));
  else if (stop.signal.aborted) write(process.stderr, 'Stopped. What was built before is as it was.');
  else if (shown.length > 0) write(process.stderr, countMessages(shown));
  return exitCode;
}

function colourful(): boolean {
  const { NO_COLOR, FORCE_COLOR, CI } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return Boolean(process.stderr.isTTY) && !CI;
}
