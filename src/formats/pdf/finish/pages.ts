import type { PdfFile } from '../file/pdf-file.js';

/** Object numbers of the pages, in the order of the file. */
export function pageObjects(file: PdfFile): number[] {
  const root = /\/Pages (\d+) 0 R/.exec(file.text(file.trailer('Root')))?.[1];
  if (!root) throw new Error('The PDF has no pages');
  const pages: number[] = [];
  const walk = (number: number) => {
    const text = file.text(number);
    const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1];
    if (kids === undefined) pages.push(number);
    else for (const kid of references(kids)) walk(kid);
  };
  walk(Number(root));
  return pages;
}

/** Object numbers of the indirect references in a text. */
export function references(text: string): number[] {
  return Array.from(text.matchAll(/(\d+) 0 R/g), (match) => Number(match[1]));
}
