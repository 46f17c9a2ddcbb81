import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import { isKnownDirective } from './known-directives.js';

const COLON = 58;
const OPENING_BRACKET = 91;
const OPENING_BRACE = 123;

/**
 * Directives whose text form is taken only where a known name is followed by `[` or `{`, so that the colons of
 * ordinary text (12:30, a:b, John 3:16) are never read as markup.
 */
export function directiveSyntax(): Extension {
  const { text, flow } = directive();
  const original = text![COLON] as Construct;
  const [container, leaf] = flow![COLON] as [Construct, Construct];
  return {
    flow: { [COLON]: [{ ...container, tokenize: spaced(container.tokenize) }, leaf] },
    text: { [COLON]: { ...original, tokenize: guard(original.tokenize) } },
  };
}

/** Lets white space stand between the colons and the name, as other tools have it: `::: verse`. */
function spaced(original: Tokenizer): Tokenizer {
  return function (effects, ok, nok) {
    let inner = original.call(this, effects, ok, nok) as State | undefined;
    let colons = 0;
    return step;

    function step(code: Code): State | undefined {
      if (code === COLON) {
        colons += 1;
        inner = inner?.(code) as State | undefined;
        return step;
      }
      if (colons < 3 || code === null || !isSpace(code)) return inner?.(code) as State | undefined;
      effects.consume(code);
      return step;
    }
  };
}

function guard(original: Tokenizer): Tokenizer {
  return function (effects, ok, nok) {
    return effects.check({ tokenize: knownName, partial: true }, original.call(this, effects, ok, nok), nok);
  };
}

const knownName: Tokenizer = (effects, ok, nok) => {
  let name = '';
  return start;

  function start(code: Code): State | undefined {
    effects.enter('data');
    effects.consume(code);
    return inside;
  }

  function inside(code: Code): State | undefined {
    if (code !== null && (isLetter(code) || code === 45) && name.length < 32) {
      name += String.fromCharCode(code);
      effects.consume(code);
      return inside;
    }
    effects.exit('data');
    const opens = code === OPENING_BRACKET || code === OPENING_BRACE;
    return opens && isKnownDirective(name, 'text') ? ok(code) : nok(code);
  }
};

/** micromark writes a tab and the spaces that stand for it as -2 and -1. */
function isSpace(code: number): boolean {
  return code === 32 || code === -2 || code === -1;
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}
