/** The identifier of a work, as the package names it. */
export interface Identifier {
  /** `urn:isbn:…`, `urn:uuid:…`, `doi:…`, or what the book states. */
  readonly value: string;
  readonly scheme: 'isbn' | 'uuid' | 'doi' | 'other';
}

/** Recognises what kind of identifier a text is. */
export function identifierFrom(text: string): Identifier {
  const given = text.trim();
  const isbn = isbnOf(given);
  if (isbn) return { value: `urn:isbn:${isbn}`, scheme: 'isbn' };
  const bare = given.replace(/^urn:uuid:/i, '');
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(bare))
    return { value: `urn:uuid:${bare.toLowerCase()}`, scheme: 'uuid' };
  const doi = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(given)?.[1];
  return doi ? { value: `doi:${doi}`, scheme: 'doi' } : { value: given, scheme: 'other' };
}

/** The digits of an ISBN whose check digit is right, as ISBN-13. */
export function isbnOf(text: string): string | undefined {
  const digits = text
    .replace(/^(urn:)?isbn[:\s-]*/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) return checkDigit13(digits) === digits[12] ? digits : undefined;
  if (!/^\d{9}[\dX]$/.test(digits)) return undefined;
  const weighed = [...digits].map((digit, i) => (digit === 'X' ? 10 : Number(digit)) * (10 - i));
  return sum(weighed) % 11 === 0 ? `978${digits.slice(0, 9)}${checkDigit13(`978${digits}`)}` : undefined;
}

function checkDigit13(digits: string): string {
  const weighed = [...digits.slice(0, 12)].map((digit, i) => Number(digit) * (i % 2 ? 3 : 1));
  return String((10 - (sum(weighed) % 10)) % 10);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
