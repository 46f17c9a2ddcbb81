import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the package, found from any module of it: a bundle stands at another depth than its sources. */
export const PACKAGE_FOLDER = nearestPackage(import.meta.dirname);

/** Absolute path of a file in `templates/`. */
export function templatePath(name: string): string {
  return path.join(PACKAGE_FOLDER, 'templates', name);
}

/** The text of a file in `templates/`. */
export function templateText(name: string): string {
  return readFileSync(templatePath(name), 'utf8');
}

function nearestPackage(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : nearestPackage(path.dirname(folder));
}
