import type { PdfFile } from '../file/pdf-file.js';

/**
 * Lets links lead to their places directly. Chromium has them lead to names made of anchors, which in scripts beyond
 * Latin are longer than a name in a PDF may be.
 */
export function resolveDestinations(file: PdfFile): void {
  const root = file.text(file.trailer('Root'));
  const number = Number(/\/Dests (\d+) 0 R/.exec(root)?.[1]);
  if (!number) return;
  const places = new Map(
    Array.from(file.text(number).matchAll(NAMED), ([, name, place]) => [name!, place!] as const),
  );
  for (let annotation = 1; annotation < file.size; annotation++) {
    if (!file.begins(annotation, '<</Type /Annot')) continue;
    const text = file.text(annotation);
    const name = /\/Dest \/([^\s/<>[\]()]+)/.exec(text)?.[1];
    const place = name && places.get(name);
    if (place)
      file.set(
        annotation,
        text.replace(`/Dest /${name}`, () => `/Dest ${place}`),
      );
  }
  file.remove(number);
  file.set(file.trailer('Root'), root.replace(/\/Dests \d+ 0 R\n?/, ''));
}

const NAMED = /\/([^\s/<>[\]()]+) (\[\d+ 0 R \/XYZ [^\]]*\])/g;
