import { math } from 'micromark-extension-math';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';

const DOLLAR = 36;
const BACKSLASH = 92;

/**
 * TeX between dollars, with pandoc's rule for single ones so that prices stay prices: the opening dollar has no
 * space after it, the closing one none before it and no digit after it.
 */
export function mathSyntax(): Extension {
  const { text, flow } = math();
  const original = text![DOLLAR] as Construct;
  return { flow: flow!, text: { [DOLLAR]: { ...original, tokenize: guard(original.tokenize) } } };
}

function guard(original: Tokenizer): Tokenizer {
  return function (effects, ok, nok) {
    return effects.check(
      { tokenize: looksLikeMath, partial: true },
      original.call(this, effects, ok, nok),
      nok,
    );
  };
}

const looksLikeMath: Tokenizer = (effects, ok, nok) => {
  let previous: Code = null;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('data');
    effects.consume(code);
    return opened;
  }

  function opened(code: Code): State | undefined {
    // Two dollars cannot be a price, three are nothing.
    if (code === DOLLAR) {
      effects.consume(code);
      return doubled;
    }
    return isSpace(code) ? leave(code, nok) : inside(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null) return leave(code, nok);
    if (code === DOLLAR) {
      // TeX’s own `\\$` would end it for the parser.
      if (isSpace(previous) || previous === BACKSLASH) return leave(code, nok);
      effects.consume(code);
      return closed;
    }
    previous = code;
    effects.consume(code);
    return inside;
  }

  function doubled(code: Code): State | undefined {
    return leave(code, code === DOLLAR ? nok : ok);
  }

  function closed(code: Code): State | undefined {
    const goesOn = code === DOLLAR || (code !== null && code >= 48 && code <= 57);
    return leave(code, goesOn ? nok : ok);
  }

  function leave(code: Code, next: State): State | undefined {
    effects.exit('data');
    return next(code);
  }
};

/** White space, line endings (negative codes of micromark) and the ends of the text. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}
