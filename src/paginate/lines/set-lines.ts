import type { PageState } from '../state.js';
import type { breakLines } from './break-lines.js';

/** What a turn of line setting is told. */
export interface SetLinesInput {
  readonly language: string;
  readonly hyphenate: boolean;
  /** Where words may be divided, by language, then word. Missing on the first turn: then only whole words are tried. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  /** Sections to set; all when absent. */
  readonly late: boolean;
}

export interface SetLinesResult {
  /** Words of the paragraphs that could not be set well without hyphens, by language. */
  readonly wanted: Readonly<Record<string, readonly string[]>>;
  readonly blocks: number;
  readonly set: number;
  /** Sum and sum of squares of the stretch of spaces (1 = natural), and number of lines, last lines left out. */
  readonly spread: { readonly lines: number; readonly sum: number; readonly squares: number };
}

/**
 * Runs in the page. Breaks every justified paragraph into lines as a whole and writes the breaks into its text as
 * line feeds, which `white-space-collapse: preserve-breaks` keeps. The text is measured word by word on a canvas,
 * so nothing is laid out here. A paragraph holding what cannot be measured so is left to the browser.
 */
export function setLines(input: SetLinesInput, tools: { breakLines: typeof breakLines }): SetLinesResult {
  interface Face {
    readonly font: string;
    readonly spacing: string;
    readonly caps: string;
    /** Digits of another style than a canvas draws: their true widths. */
    readonly digits?: readonly number[];
    readonly before: number;
    readonly after: number;
    readonly ok: boolean;
    readonly skip: boolean;
    readonly widths: Map<string, number>;
  }
  interface Mark {
    readonly node: Text;
    readonly offset: number;
    readonly hyphen: boolean;
    readonly space: boolean;
  }
  const INLINE = new Set(
    'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR'.split(
      ' ',
    ),
  );
  const CANNOT =
    /[\u0590-\u08ff\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufeff\u{1b000}-\u{323af}]/u;
  const STRETCH = 0.6;
  const SHRINK = 0.28;
  window.octavoPages ??= {
    ends: new Map(),
    hyphens: new Map(),
    blocks: [],
    bottoms: [],
    notes: [],
    noteLeaves: [],
  };
  const state: PageState = window.octavoPages;
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.textRendering = 'geometricPrecision';
  let current: Face | undefined;
  const px = (value: string) => Number.parseFloat(value) || 0;

  const width = (text: string, face: Face): number => {
    const known = face.widths.get(text);
    if (known !== undefined) return known;
    if (current !== face) {
      pen.font = face.font;
      pen.letterSpacing = face.spacing;
      pen.fontVariantCaps = face.caps as CanvasFontVariantCaps;
      current = face;
    }
    let measured: number;
    if (face.digits && /\d/.test(text)) {
      measured = 0;
      for (const part of text.match(/\d+|\D+/g) ?? [])
        if (/\d/.test(part)) for (const digit of part) measured += face.digits[+digit]!;
        else measured += pen.measureText(part).width;
    } else measured = pen.measureText(text).width;
    face.widths.set(text, measured);
    return measured;
  };

  // Faces are known by the path of elements to the text, so that few computed styles are read.
  const faces = new Map<string, Face>();
  const byStyle = new Map<string, Map<string, number>>();
  const digitWidths = (element: Element): number[] => {
    const probe = document.createElement('span');
    probe.style.cssText = 'position:absolute;white-space:pre;visibility:hidden';
    for (let digit = 0; digit < 10; digit++) {
      const one = document.createElement('span');
      one.textContent = String(digit).repeat(8);
      one.style.display = 'inline-block';
      probe.append(one);
    }
    element.append(probe);
    const found = [...probe.children].map((one) => one.getBoundingClientRect().width / 8);
    probe.remove();
    return found;
  };
  const digitsByStyle = new Map<string, number[]>();
  const faceOf = (element: Element, path: string, isBlock: boolean): Face => {
    const known = faces.get(path);
    if (known) return known;
    const style = getComputedStyle(element);
    const font = style.font;
    const caps = style.fontVariantCaps;
    const spacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
    const key = [font, caps, spacing, style.fontVariantNumeric, style.fontFeatureSettings].join('|');
    let widths = byStyle.get(key);
    if (!widths) {
      widths = new Map();
      byStyle.set(key, widths);
    }
    let digits: number[] | undefined;
    if (style.fontVariantNumeric !== 'normal' || style.fontFeatureSettings !== 'normal') {
      digits = digitsByStyle.get(key);
      if (!digits) {
        digits = digitWidths(element);
        digitsByStyle.set(key, digits);
      }
    }
    const out = style.position === 'absolute' || style.display === 'none';
    const face: Face = {
      font,
      spacing,
      caps,
      ...(digits ? { digits } : {}),
      before: isBlock ? 0 : px(style.marginLeft) + px(style.paddingLeft) + px(style.borderLeftWidth),
      after: isBlock ? 0 : px(style.marginRight) + px(style.paddingRight) + px(style.borderRightWidth),
      ok:
        out ||
        isBlock ||
        (style.display === 'inline' && style.float === 'none' && style.textTransform === 'none'),
      skip: out,
      widths,
    };
    faces.set(path, face);
    return face;
  };
  const stepOf = (element: Element) =>
    `>${element.tagName}.${element.className}${element.hasAttribute('style') ? element.getAttribute('style') : ''}`;

  const wanted: Record<string, Set<string>> = {};
  const spread = { lines: 0, sum: 0, squares: 0 };
  let blocks = 0;
  let done = 0;

  const setBlock = (block: Element, path: string) => {
    if (state.ends.has(block)) return;
    const style = getComputedStyle(block);
    if (style.textAlign !== 'justify' || style.textTransform !== 'none' || style.direction === 'rtl') return;
    if (!style.whiteSpaceCollapse.startsWith('collapse')) return;
    const content = block.textContent ?? '';
    if (CANNOT.test(content) || content.length < 20) return;
    blocks++;
    const box = block as HTMLElement;
    const measure = box.clientWidth - px(style.paddingLeft) - px(style.paddingRight);
    const indent = style.textIndent.endsWith('%')
      ? (px(style.textIndent) * measure) / 100
      : px(style.textIndent);
    const blockFace = faceOf(block, path, true);
    const em = px(style.fontSize);
    const language = block.closest('[lang]')?.getAttribute('lang') || input.language;
    const mayHyphenate = input.hyphenate && style.hyphens !== 'none';

    const gather = (words: Readonly<Record<string, readonly number[]>> | undefined, anywhere: boolean) => {
      const end: number[] = [];
      const next: number[] = [];
      const spaceEnd: number[] = [];
      const spaceNext: number[] = [];
      const hyphen: number[] = [];
      const penalty: number[] = [];
      const marks: Mark[] = [];
      const nodes: Text[] = [];
      let at = 0;
      let spaces = 0;
      let afterSpace = true;
      const point = (mark: Mark, to: number, toSpaces: number, hyphenWidth: number, cost: number) => {
        end.push(at);
        next.push(to);
        spaceEnd.push(spaces);
        spaceNext.push(toSpaces);
        hyphen.push(hyphenWidth);
        penalty.push(cost);
        marks.push(mark);
      };
      const walk = (parent: Element, parentPath: string, face: Face): boolean => {
        for (let child = parent.firstChild; child; child = child.nextSibling) {
          if (child.nodeType === 3) {
            const node = child as Text;
            nodes.push(node);
            const text = node.data;
            const tokens = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
            for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
              const word = token[0];
              const start = token.index;
              const first = word.charCodeAt(0);
              if (first === 32 || (first >= 9 && first <= 13)) {
                if (afterSpace) continue;
                const space = width(' ', face);
                point({ node, offset: start, hyphen: false, space: true }, at + space, spaces + space, 0, 0);
                at += space;
                spaces += space;
                afterSpace = true;
                continue;
              }
              afterSpace = false;
              const pieces = /[-\u2010\u2013\u2014/]/.test(word)
                ? word.split(
                    /(?<=\p{L}[-\u2010])(?=\p{L})|(?<=[\u2013\u2014](?![\u201d\u2019]))(?=.)|(?<=[^/]\/)(?=[^/])/u,
                  )
                : [word];
              let offset = start;
              for (let p = 0; p < pieces.length; p++) {
                const piece = pieces[p]!;
                const whole = width(piece, face);
                if (p > 0) point({ node, offset, hyphen: false, space: false }, at, spaces, 0, 30);
                if (words) {
                  const letters = /\p{L}{5,}/gu;
                  for (let run = letters.exec(piece); run; run = letters.exec(piece)) {
                    const places = words[run[0]];
                    if (!places) continue;
                    const from = at;
                    for (const place of places) {
                      const cut = run.index + place;
                      at = from + width(piece.slice(0, cut), face);
                      point(
                        { node, offset: offset + cut, hyphen: true, space: false },
                        from + whole - width(piece.slice(cut), face),
                        spaces,
                        width('-', face),
                        50,
                      );
                    }
                    at = from;
                  }
                }
                if (anywhere && whole > measure / 3) {
                  const from = at;
                  let sum = 0;
                  for (let k = 1; k < piece.length; k++) {
                    sum += width(piece[k - 1]!, face);
                    at = from + sum;
                    const nice = /[/?&=_.#%-]/.test(piece[k - 1]!);
                    point(
                      { node, offset: offset + k, hyphen: false, space: false },
                      at,
                      spaces,
                      0,
                      nice ? 80 : 400,
                    );
                  }
                  at = from;
                }
                at += whole;
                offset += piece.length;
              }
            }
          } else if (child.nodeType === 1) {
            const element = child as Element;
            if (!INLINE.has(element.tagName)) return false;
            const childPath = parentPath + stepOf(element);
            const inner = faceOf(element, childPath, false);
            if (!inner.ok) return false;
            if (inner.skip) continue;
            at += inner.before;
            if (!walk(element, childPath, inner)) return false;
            at += inner.after;
          }
        }
        return true;
      };
      if (!walk(block, path, blockFace)) return undefined;
      // A trailing space is no break but the end.
      if (afterSpace && end.length > 0) {
        at = end.pop()!;
        spaces = spaceEnd.pop()!;
        for (const list of [next, spaceNext, hyphen, penalty, marks]) list.pop();
      }
      end.push(at);
      next.push(at);
      spaceEnd.push(spaces);
      spaceNext.push(spaces);
      hyphen.push(0);
      penalty.push(0);
      return { end, next, spaceEnd, spaceNext, hyphen, penalty, marks, nodes };
    };

    const shape = {
      width: measure,
      indent,
      stretch: STRETCH,
      shrink: SHRINK,
      shortest: Math.max(1.8 * em, indent * 1.2),
    };
    const table = input.words?.[language];
    let points = gather(table, false);
    if (!points) return;
    let breaks: readonly number[] | undefined;
    if (!table && mayHyphenate) {
      breaks = tools.breakLines(points, shape, 1);
      if (!breaks) {
        wanted[language] ??= new Set();
        const list = wanted[language];
        for (const word of content.match(/\p{L}{5,}/gu) ?? []) list.add(word);
        return;
      }
    } else {
      breaks = tools.breakLines(points, shape, 1.25) ?? tools.breakLines(points, shape, 2.5);
      if (!breaks) {
        points = gather(table, true)!;
        breaks = tools.breakLines(points, shape, 5) ?? tools.breakLines(points, shape, 1e3);
      }
    }
    if (!breaks) return;

    // Line feeds keep the offsets of a node's text when they take a space's place, and move them elsewhere.
    const { marks, nodes, end, next, spaceEnd, spaceNext, hyphen } = points;
    const ends: { node: Text; offset: number }[] = [];
    let b = 0;
    for (const node of nodes) {
      const text = node.data.replace(/[\t\n\r\f]/g, ' ');
      let out = '';
      let from = 0;
      let inserted: number[] | undefined;
      for (; b < breaks.length && marks[breaks[b]!]!.node === node; b++) {
        const mark = marks[breaks[b]!]!;
        out += text.slice(from, mark.offset);
        if (mark.hyphen) {
          inserted ??= [];
          inserted.push(out.length);
          out += '-';
        }
        ends.push({ node, offset: out.length });
        out += '\n';
        from = mark.space ? mark.offset + 1 : mark.offset;
      }
      out += text.slice(from);
      if (out !== node.data) node.data = out;
      if (inserted) state.hyphens.set(node, inserted);
    }
    state.ends.set(block, ends);
    let a = -1;
    for (const at of breaks) {
      const natural = end[at]! + hyphen[at]! - (a < 0 ? -indent : next[a]!);
      const spaces = spaceEnd[at]! - (a < 0 ? 0 : spaceNext[a]!);
      if (spaces > 0) {
        const stretch = (measure - natural) / spaces;
        spread.lines++;
        spread.sum += stretch;
        spread.squares += stretch * stretch;
      }
      a = at;
    }
    // The last line ends with a filler, so that justifying it gives its spaces their natural width.
    const last = end.length - 1;
    const natural = end[last]! - (a < 0 ? -indent : next[a]!);
    const tight = width(' ', blockFace) * SHRINK;
    box.classList.add('set');
    box.style.setProperty('word-spacing', `${-tight.toFixed(3)}px`);
    box.style.setProperty('--fill', `${Math.max(0, measure - natural - 0.02).toFixed(2)}px`);
    done++;
  };

  const visit = (element: Element, path: string) => {
    for (const child of element.children) {
      if (INLINE.has(child.tagName)) continue;
      const childPath = path + stepOf(child);
      let text = false;
      let boxes = false;
      for (let node = child.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === 3) text ||= /\S/.test((node as Text).data);
        else if (node.nodeType === 1)
          if (INLINE.has((node as Element).tagName)) text = true;
          else boxes = true;
      }
      if (text && !boxes) setBlock(child, childPath);
      else if (boxes) visit(child, childPath);
    }
  };
  for (const section of document.body.children)
    if (section.hasAttribute('data-late') === input.late) visit(section, stepOf(section));

  return {
    wanted: Object.fromEntries(Object.entries(wanted).map(([language, list]) => [language, [...list]])),
    blocks,
    set: done,
    spread,
  };
}
