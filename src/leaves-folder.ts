import path from 'node:path';

/**
 * Whether a file lies outside a folder (invariant closed). A link may point anywhere, so both are to be real paths,
 * with links followed.
 */
export function leavesFolder(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative.startsWith('..') || path.isAbsolute(relative);
}
