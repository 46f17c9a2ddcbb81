import type { Face, TextBlock } from '../state.js';
import type { BreakPoints } from './break-lines.js';
import type { Word } from './word-cuts.js';

/** Points of a paragraph as they stand in its text; all lists run parallel, and the paragraph's end has none. */
export interface ParagraphPoints extends BreakPoints {
  /** The text node, as an index into `nodes`, and the place in it. */
  readonly node: readonly number[];
  readonly offset: readonly number[];
  /** Whether the space at `offset` is what the line breaks at. */
  readonly space: readonly boolean[];
  /** Pixels by which the mark that ends the line, and the one that begins the next, stand out of the text. */
  readonly hangs: readonly number[];
  readonly hangsNext: readonly number[];
  /** The paragraph's text nodes. */
  readonly nodes: readonly Text[];
}

/** What is known of words: their widths and cuts in a face, in code or in prose. */
export interface Lexicon {
  word(word: string, face: Face, isCode: boolean): Word;
  /** Width of a space, and of a hyphen. */
  space(face: Face): number;
  hyphen(face: Face): number;
}

/** Runs in the page: all points at which a paragraph may be broken, with the widths before and after them. */
export function paragraphPoints(
  { element, path }: TextBlock,
  faces: ReadonlyMap<string, Face>,
  lexicon: Lexicon,
): ParagraphPoints {
  const end: number[] = [];
  const next: number[] = [];
  const spaceEnd: number[] = [];
  const spaceNext: number[] = [];
  const hyphen: number[] = [];
  const penalty: number[] = [];
  const nodeOf: number[] = [];
  const offsets: number[] = [];
  const atSpace: boolean[] = [];
  const hangsOf: number[] = [];
  const hangsNextOf: number[] = [];
  const nodes: Text[] = [];
  // Justifying gives or takes as much at each space, whatever its face: as at those of the paragraph itself.
  const elastic = lexicon.space(faces.get(path)!);
  let at = 0;
  let spaces = 0;
  let afterSpace = true;
  const isWhite = (code: number) => code === 32 || (code >= 9 && code <= 13);
  const read = (node: Text, face: Face, isCode: boolean) => {
    const index = nodes.push(node) - 1;
    const text = node.data;
    const space = lexicon.space(face);
    const dash = lexicon.hyphen(face);
    let last: Word | undefined;
    // A break at a space is completed by the word after it, whose first mark may hang.
    let open = false;
    for (let from = 0; from < text.length; ) {
      let to = from + 1;
      if (isWhite(text.charCodeAt(from))) {
        while (to < text.length && isWhite(text.charCodeAt(to))) to++;
        if (!afterSpace) {
          const hangs = last ? last.hangsLast : 0;
          end.push(at - hangs);
          at += space;
          next.push(at);
          spaceEnd.push(spaces);
          spaces += elastic;
          spaceNext.push(spaces);
          hyphen.push(0);
          penalty.push(0);
          nodeOf.push(index);
          offsets.push(from);
          atSpace.push(true);
          hangsOf.push(hangs);
          hangsNextOf.push(0);
          afterSpace = true;
          open = to === from + 1;
        }
        from = to;
        continue;
      }
      while (to < text.length && !isWhite(text.charCodeAt(to))) to++;
      const word = lexicon.word(text.slice(from, to), face, isCode);
      if (open && word.hangsFirst) {
        next[next.length - 1]! += word.hangsFirst;
        hangsNextOf[hangsNextOf.length - 1] = word.hangsFirst;
      }
      open = false;
      afterSpace = false;
      for (const cut of word.cuts) {
        end.push(at + cut.end);
        next.push(at + cut.next);
        spaceEnd.push(spaces);
        spaceNext.push(spaces);
        hyphen.push(cut.hyphen ? dash : 0);
        penalty.push(cut.penalty);
        nodeOf.push(index);
        offsets.push(from + cut.offset);
        atSpace.push(false);
        hangsOf.push(cut.hangs);
        hangsNextOf.push(cut.hangsNext);
      }
      at += word.width;
      last = word;
      from = to;
    }
  };
  const step = (child: Element) =>
    `>${child.tagName}.${child.className}${child.hasAttribute('style') ? `{${child.getAttribute('style')}}` : ''}`;
  const CODE = new Set(['CODE', 'KBD', 'SAMP']);
  const walk = (parent: Element, parentPath: string, face: Face, isCode: boolean) => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) read(child as Text, face, isCode);
      else if (child.nodeType === 1) {
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
    at = end.pop()! + hangsOf.pop()!;
    spaces = spaceEnd.pop()!;
    for (const list of [next, spaceNext, hyphen, penalty, nodeOf, offsets, atSpace, hangsNextOf]) list.pop();
  }
  end.push(at);
  next.push(at);
  spaceEnd.push(spaces);
  spaceNext.push(spaces);
  hyphen.push(0);
  penalty.push(0);
  return {
    end,
    next,
    spaceEnd,
    spaceNext,
    hyphen,
    penalty,
    node: nodeOf,
    offset: offsets,
    space: atSpace,
    hangs: hangsOf,
    hangsNext: hangsNextOf,
    nodes,
  };
}
