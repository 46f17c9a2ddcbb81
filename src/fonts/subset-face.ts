import subsetFont from 'subset-font';
import { readFont } from './font-file.js';
import { toWoff2 } from './woff2.js';

/** What a reader's style sheet may ask of the font: small capitals, figures, ligatures, kerning, marks, joining. */
const FEATURES = (
  'kern liga clig calt rlig ccmp locl mark mkmk smcp c2sc onum lnum pnum tnum sups subs ordn frac case ' +
  'init medi fina isol rclt curs abvm blwm abvs blws pres psts haln half pref pstf rphf nukt akhn cjct vatu rkrf ' +
  'vert vrt2 ssty dtls flac'
).split(' ');

/**
 * A WOFF2 with the glyphs of some characters, and those that the features put in their stead.
 *
 * @param characters - Code points, all of which the font must have.
 */
export async function subsetFace(file: string, characters: Iterable<number>): Promise<Buffer> {
  const { sfnt } = await readFont(file);
  const text = Array.from(characters, (character) => String.fromCodePoint(character)).join('');
  return toWoff2(await subsetFont(sfnt, text, { targetFormat: 'sfnt', keepFeatures: FEATURES }));
}
