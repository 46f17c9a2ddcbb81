const ASCII = /^[\x20-\x7e]*$/;

/** A text string in PDF syntax: a literal where it is ASCII, else UTF-16 in hexadecimal digits. */
export function pdfText(text: string): string {
  if (ASCII.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** Reads a text string, literal or hexadecimal, that stands at the start of `syntax`. */
export function readPdfText(syntax: string): string {
  const bytes = syntax.startsWith('<') ? hexBytes(syntax) : literalBytes(syntax);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('latin1');
}

function hexBytes(syntax: string): Buffer {
  return Buffer.from(syntax.slice(1, syntax.indexOf('>')).replace(/\s/g, ''), 'hex');
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function literalBytes(syntax: string): Buffer {
  const bytes: number[] = [];
  let depth = 0;
  for (let i = 1; i < syntax.length; i++) {
    const char = syntax[i]!;
    if (char === '\\') {
      const octal = /^[0-7]{1,3}/.exec(syntax.slice(i + 1, i + 4))?.[0];
      if (octal) bytes.push(Number.parseInt(octal, 8));
      else bytes.push(ESCAPES[syntax[i + 1]!] ?? syntax.charCodeAt(i + 1));
      i += octal?.length ?? 1;
      continue;
    }
    if (char === '(') depth++;
    if (char === ')' && depth-- === 0) break;
    bytes.push(char.charCodeAt(0));
  }
  return Buffer.from(bytes);
}

/** A date in PDF syntax, in universal time. */
export function pdfDate(date: Date): string {
  return `(D:${date
    .toISOString()
    .replace(/[-:T]/g, '')
    .replace(/\.\d+Z$/, '')}Z)`;
}
