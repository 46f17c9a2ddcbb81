import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';

const FOLDER = new URL('../../templates/', import.meta.url);

/** The text of a file in `templates/`. */
export function templateText(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, FOLDER)), 'utf8');
}

/** A template filled in, as HTML: templates are constants, and they escape what is put in. */
export function fillTemplate(name: string, data: Readonly<Record<string, unknown>>): string {
  return ejs.render(templateText(name), data, { strict: true, localsName: 'page' });
}
