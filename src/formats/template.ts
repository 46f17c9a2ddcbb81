import ejs from 'ejs';
import { templateText } from '../package-folder.js';

/** A template filled in, as HTML: templates are constants, and they escape what is put in. */
export function fillTemplate(name: string, data: Readonly<Record<string, unknown>>): string {
  return ejs.render(templateText(name), data, { strict: true, localsName: 'page' });
}
