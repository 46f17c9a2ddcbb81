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
  return { flow: flow!, text: { [COLON]: { ...original, tokenize: guard(original.tokenize) } } };
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

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}
