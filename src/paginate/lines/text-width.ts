import type { Face } from '../state.js';

/** Measures text in the page. */
export interface TextMeasurer {
  /** Width in pixels. */
  width(text: string, face: Face): number;
  /**
   * For each place that the word at `start` in a text may be divided at, the width of what is before it and of what
   * is after it.
   */
  parts(
    text: string,
    start: number,
    places: readonly number[],
    face: Face,
  ): { before: number[]; after: number[] };
}

/**
 * Makes what measures text in a face, in pixels, as Chromium sets it with `text-rendering:
 * geometricPrecision`. Runs in the page. Words of alphabets are added up from pairs of characters, which holds for
 * kerning and for ligatures of two, and asks the canvas some thousand times instead of once for each word.
 */
export function textWidth(): TextMeasurer {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.textRendering = 'geometricPrecision';
  let current: Face['metrics'] | undefined;
  const ask = (text: string, face: Face) => {
    if (current !== face.metrics) {
      pen.font = face.font;
      pen.letterSpacing = face.spacing;
      pen.fontVariantCaps = face.caps as CanvasFontVariantCaps;
      current = face.metrics;
    }
    return pen.measureText(text).width;
  };
  const single = (code: number, face: Face): number => {
    const { pairs, digits } = face.metrics;
    if (digits && code >= 48 && code <= 57) return digits[code - 48]!;
    let width = pairs.get(code);
    if (width === undefined) {
      width = ask(String.fromCharCode(code), face);
      pairs.set(code, width);
    }
    return width;
  };
  /** What a character adds to a text that ends with another. */
  const pair = (before: number, code: number, face: Face): number => {
    const { pairs, digits } = face.metrics;
    if (digits && ((code >= 48 && code <= 57) || (before >= 48 && before <= 57))) return single(code, face);
    const key = before * 65536 + code;
    let width = pairs.get(key);
    if (width === undefined) {
      width = ask(String.fromCharCode(before, code), face) - single(before, face);
      pairs.set(key, width);
    }
    return width;
  };
  const added = /^[\u0020-\u02af\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e]*$/;
  const width = (text: string, face: Face) => {
    const { words } = face.metrics;
    const known = words.get(text);
    if (known !== undefined) return known;
    let sum = 0;
    if (added.test(text)) {
      let before = 0;
      for (let k = 0; k < text.length; k++) {
        const code = text.charCodeAt(k);
        if (before === 102 && code === 102 && k + 1 < text.length && /[il]/.test(text[k + 1]!)) {
          // ffi and ffl are one glyph: the first f is in `sum` already.
          sum += ask(text.slice(k - 1, k + 2), face) - single(102, face);
          k++;
          before = text.charCodeAt(k);
          continue;
        }
        sum += before ? pair(before, code, face) : single(code, face);
        before = code;
      }
    } else sum = ask(text, face);
    words.set(text, sum);
    return sum;
  };
  const parts: TextMeasurer['parts'] = (text, start, places, face) => {
    const { divided } = face.metrics;
    const key = start ? `${start} ${text}` : text;
    const known = divided.get(key);
    if (known) return known;
    const found = { before: [] as number[], after: [] as number[] };
    const whole = width(text, face);
    const isAdded = added.test(text);
    let sum = 0;
    let at = 0;
    for (const offset of places) {
      const place = start + offset;
      if (isAdded) {
        for (; at < place; at++)
          sum += at
            ? pair(text.charCodeAt(at - 1), text.charCodeAt(at), face)
            : single(text.charCodeAt(0), face);
        const next = text.charCodeAt(place);
        found.before.push(sum);
        // The rest begins anew: without the kerning between what is divided.
        found.after.push(whole - sum - pair(text.charCodeAt(place - 1), next, face) + single(next, face));
      } else {
        found.before.push(width(text.slice(0, place), face));
        found.after.push(width(text.slice(place), face));
      }
    }
    divided.set(key, found);
    return found;
  };
  return { width, parts };
}
