#!/usr/bin/env node
import { Command as Commander, CommanderError } from 'commander';
import { COMMANDS } from './commands/commands.js';
import { runCommand } from './commands/run-command.js';
import { ownVersion } from './output/tool-versions.js';
import { EXIT } from './report/errors.js';

const program = new Commander('octavo')
  .description(
    'Makes books of texts as they are found: EPUB, typeset PDF and reading packets, with nothing lost.',
  )
  .version(ownVersion(), '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .option('--browser <path>', 'a Chrome or Chromium to use instead of Octavo’s own')
  .option('--json', 'print the result as JSON')
  .option('--quiet', 'print nothing but errors and warnings')
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError('Run octavo --help to see how it is used.')
  .exitOverride();

// Whoever reads our output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const names = Object.keys(COMMANDS);
const asked = process.argv.slice(2).find((word) => names.includes(word));
// The help, and the guess at a misspelt name, need them all.
for (const name of asked === undefined ? names : [asked]) {
  const command = await COMMANDS[name]!();
  const declared = command.declare(program).copyInheritedSettings(program);
  declared.action(async (...given: unknown[]) => {
    process.exitCode = await runCommand(command, given.slice(0, -2), declared.optsWithGlobals());
  });
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has printed what is wrong; help and version are no errors.
  process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
}
