import path from 'node:path';

/** A path as a person would type it: relative to the working folder where that is shorter, with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file) || '.';
  const shown = relative.length < file.length && !path.isAbsolute(relative) ? relative : file;
  return shown.split(path.sep).join('/');
}
