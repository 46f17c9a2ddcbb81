import type { Code, Extension, State, Tokenizer } from 'micromark-util-types';
import { parseAttributes } from './parse-attributes.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    attributeList: 'attributeList';
  }
}

const LONGEST = 2000;
const OPENING_BRACE = 123;
const CLOSING_BRACE = 125;
const QUOTES = new Set([34, 39]);
/** `)` and `]`, which end an image. */
const BRACKETS = new Set([41, 93]);
/** `#` and `.`, which open an id and a class. */
const MARKS = new Set([35, 46]);

/**
 * Reads `{…}` as one token, so that nothing in it is markup, where it is a list of attributes and stands right
 * after a bracket (an image) or at the end of a line (a heading).
 */
export function attributeSyntax(): Extension {
  return { text: { [OPENING_BRACE]: { name: 'attributeList', tokenize } } };
}

const tokenize: Tokenizer = function (effects, ok, nok) {
  let quote: Code = null;
  let inside = '';
  const followsImage = this.previous !== null && BRACKETS.has(this.previous);
  return start;

  function start(code: Code): State | undefined {
    effects.enter('attributeList');
    effects.consume(code);
    return first;
  }

  function first(code: Code): State | undefined {
    const opens = code !== null && (MARKS.has(code) || isLetter(code));
    return opens ? within(code) : nok(code);
  }

  function within(code: Code): State | undefined {
    if (code === null || isLineEnding(code) || inside.length > LONGEST) return nok(code);
    if (quote !== null) {
      if (code === quote) quote = null;
    } else if (QUOTES.has(code)) {
      quote = code;
    } else if (code === OPENING_BRACE) {
      return nok(code);
    } else if (code === CLOSING_BRACE) {
      if (!parseAttributes(inside)) return nok(code);
      effects.consume(code);
      effects.exit('attributeList');
      return followsImage ? ok : closed;
    }
    // Negative codes are tabs and the spaces that stand for them.
    inside += code < 0 ? ' ' : String.fromCharCode(code);
    effects.consume(code);
    return within;
  }

  function closed(code: Code): State | undefined {
    return code === null || isLineEnding(code) ? ok(code) : nok(code);
  }
};

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** micromark writes carriage return, line feed and their pair as -5, -4 and -3. */
function isLineEnding(code: number): boolean {
  return code <= -3;
}
