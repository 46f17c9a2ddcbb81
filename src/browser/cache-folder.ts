import os from 'node:os';
import path from 'node:path';

/** Where Octavo keeps the browser: `OCTAVO_CACHE`, else a folder of its own in the user's cache. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.OCTAVO_CACHE) return path.resolve(env.OCTAVO_CACHE);
  if (env.XDG_CACHE_HOME) return path.resolve(env.XDG_CACHE_HOME, 'octavo');
  if (process.platform === 'win32' && env.LOCALAPPDATA) return path.join(env.LOCALAPPDATA, 'octavo', 'cache');
  return path.join(os.homedir(), '.cache', 'octavo');
}
