import { build } from './build.js';
import { check } from './check.js';
import { clean } from './clean.js';
import type { Command } from './command.js';
import { doctor } from './doctor.js';
import { impose } from './impose.js';
import { init } from './init.js';

/** The commands, in the order in which the help lists them. A new one is a file and a row. */
export const COMMANDS: readonly Command[] = [init, clean, check, build, impose, doctor];
