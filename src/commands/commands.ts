import type { Command } from './command.js';

/**
 * The commands, in the order in which the help lists them. A new one is a file and a row. Each is loaded when it is
 * asked for: one that makes PDF would otherwise slow down one that prints a version.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.js')).init,
  clean: async () => (await import('./clean.js')).clean,
  check: async () => (await import('./check.js')).check,
  build: async () => (await import('./build.js')).build,
  impose: async () => (await import('./impose.js')).impose,
  doctor: async () => (await import('./doctor.js')).doctor,
};
