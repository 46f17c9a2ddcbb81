import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import type { Executable, Fetching } from './executable.js';
import { wholeFolder } from './whole-folder.js';

/** Whether this machine can run the Chromium that comes with Octavo's own dependencies. */
export const canRunBundled = (): boolean => process.platform === 'linux' && process.arch === 'x64';

/**
 * The Chromium of `@sparticuz/chromium`, unpacked into a folder named by its version with the libraries that a
 * bare machine lacks. The package's own loader is not used: it trusts whatever lies in the temporary folder.
 */
export async function bundledChromium({ cache, progress, signal }: Fetching): Promise<Executable> {
  const packed = packageFolder();
  const { version } = JSON.parse(await readFile(path.join(packed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(cache, `chromium-${version}-linux-x64`);
  await wholeFolder(folder, async (temporary) => {
    progress.step('Unpacking the browser (first run only)');
    const bin = path.join(packed, 'bin');
    const unpack = (name: string, to: NodeJS.WritableStream) =>
      pipeline(createReadStream(path.join(bin, name)), createBrotliDecompress(), to, { signal });
    await Promise.all([
      unpack('chromium.br', createWriteStream(path.join(temporary, 'chromium'), { mode: 0o755 })),
      unpack('al2023.tar.br', extract(temporary)),
      unpack('fonts.tar.br', extract(path.join(temporary, 'fonts'))),
    ]);
    await writeFile(path.join(temporary, 'fonts', 'fonts.conf'), fontconfig(folder));
  });
  return {
    path: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'lib'), FONTCONFIG_PATH: path.join(folder, 'fonts') },
    origin: `@sparticuz/chromium ${version}`,
  };
}

function packageFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  let folder = path.dirname(entry);
  while (!existsSync(path.join(folder, 'bin'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`@sparticuz/chromium has no bin folder (looked above ${entry})`);
    folder = parent;
  }
  return folder;
}

/** Only the fonts of the package are seen, so that a font of the machine never reaches a page. */
function fontconfig(folder: string): string {
  const escaped = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped}/fonts/fonts</dir>
  <cachedir>${escaped}/font-cache</cachedir>
</fontconfig>
`;
}
