import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import sharp from 'sharp';
import { cacheFolder } from '../browser/cache-folder.js';
import { ownVersion } from '../output/tool-versions.js';
import { EXIT, OctavoError } from '../report/errors.js';
import type { Command } from './command.js';
import type { Session } from './session.js';

/** One thing that a build needs. */
interface Check {
  readonly name: string;
  /** Says what there is; throws when it is lacking. */
  look(session: Session): Promise<string>;
}

const NODE = [20, 19] as const;
/** What an unpacked browser takes, with room to unpack it. Bytes. */
const BROWSER_SIZE = 260e6;

const CHECKS: readonly Check[] = [
  { name: 'Octavo', look: async () => ownVersion() },
  {
    name: 'Node',
    look: async () => {
      const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
      if (major < NODE[0] || (major === NODE[0] && minor < NODE[1])) {
        throw new Error(`${process.version}, and ${NODE.join('.')} or later is needed`);
      }
      return `${process.version} on ${process.platform} ${process.arch}`;
    },
  },
  {
    name: 'Cache',
    look: async () => {
      const folder = cacheFolder();
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
      const { bavail, bsize } = await statfs(folder);
      const room = `${Math.round((bavail * bsize) / 1e6)} MB free`;
      if (bavail * bsize < BROWSER_SIZE) throw new Error(`${folder}: ${room}, and the browser takes 250 MB`);
      return `${folder}, ${room}`;
    },
  },
  {
    name: 'Browser',
    look: async ({ run }) => {
      const browser = await run.browser();
      const page = await browser.newPage();
      await page.setContent('<p>Octavo</p>');
      const { length } = await page.pdf();
      await page.close();
      return `${await browser.version()} at ${browser.process()?.spawnfile}, prints (${length} bytes)`;
    },
  },
  {
    name: 'Pictures',
    look: async () => {
      const create = { width: 2, height: 2, channels: 3 as const, background: 'white' };
      await sharp({ create }).png().toBuffer();
      return `sharp ${sharp.versions.sharp ?? ''} with libvips ${sharp.versions.vips}`;
    },
  },
];

/** Looks whether this machine has what a build needs. */
export const doctor: Command = {
  declare: (program) =>
    program
      .command('doctor')
      .summary('tell what this machine has and lacks')
      .description('Looks whether this machine has what a build needs, and starts the browser once.'),

  async run(session) {
    const results: { name: string; fine: boolean; text: string }[] = [];
    for (const { name, look } of CHECKS) {
      session.run.progress.step(`Looking at: ${name}`);
      const result = await look(session).then(
        (text) => ({ name, fine: true, text }),
        (error: unknown) => ({ name, fine: false, text: lackOf(error) }),
      );
      results.push(result);
      session.say(`${result.fine ? 'ok     ' : 'lacking'}  ${name.padEnd(8)}  ${result.text}`);
    }
    session.result('checks', results);
    return results.every(({ fine }) => fine) ? EXIT.fine : EXIT.machine;
  },
};

function lackOf(error: unknown): string {
  if (error instanceof OctavoError)
    return error.details.map(({ reason, note }) => [reason, note].filter(Boolean).join('. ')).join('; ');
  return error instanceof Error ? error.message : String(error);
}
