import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

const FOLDER = new URL('../../../../../templates/pdf/', import.meta.url);

/** The text of a file in `templates/pdf/`. */
export function templateText(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, FOLDER)), 'utf8');
}

/** A template filled in: templates are constants, and what is put in is escaped by them. */
export function fromTemplate(name: string, data: Readonly<Record<string, unknown>>): ElementContent[] {
  const html = ejs.render(templateText(name), data, { strict: true, localsName: 'page' });
  return fromHtml(html, { fragment: true }).children.filter((node) => node.type === 'element');
}
