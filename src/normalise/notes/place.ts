import type { Text } from 'mdast';
import type { Node, Point, Position } from 'unist';

/** Where something stands in the source: a point, or a stretch with an end. */
export type Place = Point | Position;

/** Source characters that stand for one character of a text: an escape, a reference, the mark of a quoted line. */
function sourceLength(rest: string, character: string): number {
  if (character === '\n') return /^[ \t]*\r?\n[ \t>]*/.exec(rest)?.[0].length ?? 1;
  if (rest[0] === '\\' && rest[1] === character) return 2;
  return /^&(?:#\d+|#x[\da-f]+|\w+);/i.exec(rest)?.[0].length ?? 1;
}

const STRIDE = 256;

/** Finds the points of the source that belong to offsets in a text node; each text is read once. */
export class TextPlaces {
  readonly #source: string;
  /** For each text, the points of every 256th character as far as they are known. */
  readonly #known = new WeakMap<Text, Required<Point>[]>();

  constructor(source: string) {
    this.#source = source;
  }

  /** The point of an offset in a text; undefined for a generated text. */
  point(node: Text, offset: number): Point | undefined {
    const start = node.position?.start;
    const end = node.position?.end.offset;
    if (start?.offset === undefined || end === undefined) return undefined;
    let known = this.#known.get(node);
    if (!known) {
      known = [{ line: start.line, column: start.column, offset: start.offset }];
      this.#known.set(node, known);
    }
    const from = Math.min(Math.floor(offset / STRIDE), known.length - 1);
    const point = { ...known[from]! };
    for (let index = from * STRIDE; index < offset && point.offset < end; ) {
      this.#advance(point, node.value[index]!);
      index++;
      if (index === known.length * STRIDE) known.push({ ...point });
    }
    return point;
  }

  #advance(point: Required<Point>, character: string): void {
    if (
      this.#source[point.offset] === character &&
      character !== '\n' &&
      character !== '&' &&
      character !== '\\'
    ) {
      point.offset++;
      point.column++;
      return;
    }
    const length = sourceLength(this.#source.slice(point.offset, point.offset + 40), character);
    const taken = this.#source.slice(point.offset, point.offset + length);
    const newline = taken.lastIndexOf('\n');
    if (newline >= 0) {
      point.line++;
      point.column = taken.length - newline;
    } else point.column += length;
    point.offset += length;
  }

  /** The position of a stretch of a text; undefined for a generated text. */
  position(node: Text, from: number, to: number): Position | undefined {
    const start = this.point(node, from);
    const end = this.point(node, to);
    return start && end && { start, end };
  }

  /** Whether the writer put a backslash before this character: then it is meant as it stands. */
  escaped(node: Text, offset: number): boolean {
    const at = this.point(node, offset)?.offset;
    if (at === undefined) return false;
    return this.#source[at] === '\\' && node.value[offset] !== '\\';
  }
}

/** The position from the start of one node to the end of another. */
export const positionAcross = (first?: Node, last?: Node): Position | undefined =>
  first?.position && last?.position && { start: first.position.start, end: last.position.end };
