import { pdfText } from '../file/pdf-text.js';

interface Label {
  readonly style: 'D' | 'r' | 'none';
  readonly value: number;
  readonly text: string;
}

/** The `PageLabels` number tree (ISO 32000-1, 12.4.2) for these folios, one a page. */
export function pageLabels(labels: readonly string[]): string {
  const ranges: string[] = [];
  let before: Label | undefined;
  labels.forEach((text, page) => {
    const label = readLabel(text);
    const goesOn = before && label.style !== 'none' && label.style === before.style;
    if (!goesOn || label.value !== before!.value + 1) ranges.push(`${page} ${range(label)}`);
    before = label;
  });
  return `<</Nums [${ranges.join(' ')}]>>`;
}

function range({ style, value, text }: Label): string {
  if (style === 'none') return `<</P ${pdfText(text)}>>`;
  return value === 1 ? `<</S /${style}>>` : `<</S /${style} /St ${value}>>`;
}

function readLabel(text: string): Label {
  if (/^[1-9]\d*$/.test(text)) return { style: 'D', value: Number(text), text };
  const value = romanValue(text);
  return value ? { style: 'r', value, text } : { style: 'none', value: 0, text };
}

const NUMERALS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanValue(text: string): number {
  if (!/^m*(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(text)) return 0;
  const values = [...text].map((numeral) => NUMERALS[numeral]!);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
