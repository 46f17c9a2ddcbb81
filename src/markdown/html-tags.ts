/** A piece of raw HTML: a tag, a comment, or another declaration. Offsets count from the start of the text. */
export interface HtmlToken {
  readonly kind: 'open' | 'close' | 'void' | 'comment' | 'declaration';
  /** In lower case; empty for comments and declarations. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** False for a comment or tag that the text ends in the middle of. */
  readonly complete: boolean;
}

/** Elements whose end HTML lets a writer leave out. */
export const OPTIONAL_END: ReadonlySet<string> = new Set(
  'p li dt dd rt rp optgroup option thead tbody tfoot tr td th colgroup caption html head body'.split(' '),
);

const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([A-Za-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)(>?)/y;

/** Finds the tags of raw HTML in one pass. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let at = html.indexOf('<');
  while (at !== -1) {
    const token = tokenAt(html, at);
    if (token) tokens.push(token);
    at = html.indexOf('<', token ? token.end : at + 1);
  }
  return tokens;
}

function tokenAt(html: string, start: number): HtmlToken | undefined {
  if (html.startsWith('<!--', start)) {
    // `<!-->` and `<!--->` are whole comments.
    const short = /^<!--(?:-?>)/.exec(html.slice(start, start + 6));
    const close = html.indexOf('-->', start + 4);
    const end = short ? start + short[0].length : close === -1 ? html.length : close + 3;
    return { kind: 'comment', name: '', start, end, complete: short !== null || close !== -1 };
  }
  if (/[!?]/.test(html[start + 1] ?? '')) {
    const closing = html.startsWith('<![CDATA[', start) ? ']]>' : html[start + 1] === '?' ? '?>' : '>';
    const close = html.indexOf(closing, start);
    const end = close === -1 ? html.length : close + closing.length;
    return { kind: 'declaration', name: '', start, end, complete: close !== -1 };
  }
  TAG.lastIndex = start;
  const match = TAG.exec(html);
  if (!match) return undefined;
  const name = match[2]!.toLowerCase();
  const closes = match[1] === '/';
  const single = VOID.has(name) || /\/\s*$/.test(match[3]!);
  return {
    kind: closes ? 'close' : single ? 'void' : 'open',
    name,
    start,
    end: TAG.lastIndex,
    complete: match[4] === '>',
  };
}
