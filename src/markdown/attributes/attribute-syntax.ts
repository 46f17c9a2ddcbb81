import type { Code, Extension, State, Tokenizer } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    attributeList: 'attributeList';
  }
}

const LONGEST = 2000;
const OPENING_BRACE = 123;
const CLOSING_BRACE = 125;
const QUOTES = new Set([34, 39]);
/** `#` and `.`, which open an id and a class. */
const MARKS = new Set([35, 46]);

/** Reads `{…}` on one line as one token where it looks like a list of attributes, so that nothing in it is markup. */
export function attributeSyntax(): Extension {
  return { text: { [OPENING_BRACE]: { name: 'attributeList', tokenize } } };
}

const tokenize: Tokenizer = (effects, ok, nok) => {
  let quote: Code = null;
  let length = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('attributeList');
    effects.consume(code);
    return first;
  }

  function first(code: Code): State | undefined {
    const opens = code !== null && (MARKS.has(code) || isLetter(code));
    return opens ? inside(code) : nok(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null || isLineEnding(code) || length++ > LONGEST) return nok(code);
    if (quote !== null) {
      if (code === quote) quote = null;
    } else if (QUOTES.has(code)) {
      quote = code;
    } else if (code === OPENING_BRACE) {
      return nok(code);
    } else if (code === CLOSING_BRACE) {
      effects.consume(code);
      effects.exit('attributeList');
      return ok;
    }
    effects.consume(code);
    return inside;
  }
};

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** micromark writes carriage return, line feed and their pair as -5, -4 and -3. */
function isLineEnding(code: number): boolean {
  return code <= -3;
}
