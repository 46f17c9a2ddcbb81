import type { Face, TextBlock } from '../state.js';
import type { BreakPoints } from './break-lines.js';
import type { HangingMarks } from './hanging-marks.js';
import type { TextMeasurer } from './text-width.js';

/** A break point in the text of the page. */
export interface Mark {
  readonly node: Text;
  readonly offset: number;
  readonly hyphen: boolean;
  /** The space at `offset` is what the line breaks at. */
  readonly space: boolean;
  readonly face: Face;
  /** Pixels by which the mark that ends the line, and the one that begins the next, stand out of the text. */
  readonly hangs: number;
  readonly hangsNext: number;
}

export interface ParagraphPoints extends BreakPoints {
  /** Where each point stands, in the order of the points; the paragraph's end has none. */
  readonly marks: readonly Mark[];
  /** The paragraph's text nodes. */
  readonly nodes: readonly Text[];
}

/**
 * Runs in the page: all points at which a paragraph may be broken, with the widths before and after them. Words are
 * divided where `words` says so, and, where nothing else helps, `anywhere` if they are long, as addresses are.
 */
export function paragraphPoints(
  { element, path, measure }: TextBlock,
  faces: ReadonlyMap<string, Face>,
  { width, parts }: TextMeasurer,
  words: Readonly<Record<string, readonly number[]>> | undefined,
  anywhere: boolean,
  hanging: HangingMarks | undefined,
): ParagraphPoints {
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
  let hangingHere = hanging;
  const out = (parts: HangingMarks['end'] | undefined, mark: string | undefined, face: Face) => {
    const part = mark && parts?.[mark];
    return part ? part * width(mark, face) : 0;
  };
  const point = (
    place: Omit<Mark, 'hangs' | 'hangsNext'>,
    to: number,
    toSpaces: number,
    hyphenWidth: number,
    cost: number,
  ) => {
    const { node, offset, face } = place;
    const hangs = out(hangingHere?.end, place.hyphen ? '-' : node.data[offset - 1], face);
    const hangsNext = out(hangingHere?.start, node.data[place.space ? offset + 1 : offset], face);
    end.push(at - hangs);
    next.push(to + hangsNext);
    spaceEnd.push(spaces);
    spaceNext.push(toSpaces);
    hyphen.push(hyphenWidth);
    penalty.push(cost);
    marks.push({ ...place, hangs, hangsNext });
  };
  const step = (child: Element) =>
    `>${child.tagName}.${child.className}${child.hasAttribute('style') ? `{${child.getAttribute('style')}}` : ''}`;
  const CODE = new Set(['CODE', 'KBD', 'SAMP']);
  const walk = (parent: Element, parentPath: string, face: Face, isCode: boolean) => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const node = child as Text;
        nodes.push(node);
        hangingHere = isCode ? undefined : hanging;
        const text = node.data;
        const dash = width('-', face);
        const tokens = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
        for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
          const word = token[0];
          const start = token.index;
          const first = word.charCodeAt(0);
          if (first === 32 || (first >= 9 && first <= 13)) {
            if (afterSpace) continue;
            const space = width(' ', face);
            point(
              { face, node, offset: start, hyphen: false, space: true },
              at + space,
              spaces + space,
              0,
              0,
            );
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
            if (p > 0) point({ face, node, offset, hyphen: false, space: false }, at, spaces, 0, 30);
            if (isCode && piece.length > 8) {
              // Code takes no hyphen, which would be read as its own; it ends after a mark.
              const from = at;
              let sum = 0;
              for (let k = 1; k < piece.length; k++) {
                sum += width(piece[k - 1]!, face);
                if (!/[._=&?:,(]/.test(piece[k - 1]!) || !/[\p{L}\p{N}]/u.test(piece[k]!)) continue;
                at = from + sum;
                point({ face, node, offset: offset + k, hyphen: false, space: false }, at, spaces, 0, 90);
              }
              at = from;
            } else if (words && !(anywhere && whole > measure / 3)) {
              const letters = /\p{L}{5,}/gu;
              for (let run = letters.exec(piece); run; run = letters.exec(piece)) {
                const places = Object.hasOwn(words, run[0]) ? words[run[0]] : undefined;
                if (!places) continue;
                const from = at;
                const { before, after } = parts(piece, run.index, places, face);
                for (let k = 0; k < places.length; k++) {
                  const cut = offset + run.index + places[k]!;
                  at = from + before[k]!;
                  point(
                    { face, node, offset: cut, hyphen: true, space: false },
                    from + whole - after[k]!,
                    spaces,
                    dash,
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
                  { face, node, offset: offset + k, hyphen: false, space: false },
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
        const childPath = parentPath + step(child as Element);
        const inner = faces.get(childPath)!;
        if (inner.outside) continue;
        at += inner.before;
        walk(child as Element, childPath, inner, isCode || CODE.has((child as Element).tagName));
        at += inner.after;
      }
    }
  };
  walk(element, path, faces.get(path)!, CODE.has(element.tagName));
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
}
