import type { Damage } from './draw-damage.js';

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The bytes of a text in the encoding of its damage. */
export function encode(text: string, encoding: Damage['encoding']): Uint8Array {
  if (encoding === 'utf-8-mark') return Buffer.from(`\uFEFF${text}`);
  if (encoding === 'utf-16') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (encoding === 'utf-8') return Buffer.from(text);
  return Uint8Array.from([...text], (character) => {
    const index = WINDOWS_1252.indexOf(character);
    const code = index < 0 ? character.charCodeAt(0) : 0x80 + index;
    if (code > 0xff) throw new Error(`${character} is not in Windows-1252`);
    return code;
  });
}
