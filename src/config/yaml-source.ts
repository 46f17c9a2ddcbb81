import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { codeFrame } from '../report/code-frame.js';
import { type Detail, EXIT, OctavoError } from '../report/errors.js';
import type { Place } from '../report/report.js';
import { yamlRemedy } from './yaml-remedies.js';

/** A YAML text whose values can be traced back to line and column. */
export class YamlSource {
  readonly #lines = new LineCounter();
  readonly #document;
  /** The plain value: mappings as objects, `undefined` for an empty text. */
  readonly data: unknown;

  /**
   * @param path Path of the file, as messages name it.
   * @param text The whole file, for code frames.
   * @param yaml The YAML in it, preceded by as many lines as precede it in the file.
   * @throws {OctavoError} `yaml-syntax` with every place.
   */
  constructor(
    readonly path: string,
    readonly text: string,
    yaml: string = text,
  ) {
    this.#document = parseDocument(yaml, { lineCounter: this.#lines, prettyErrors: false });
    const [first, ...rest] = this.#document.errors.map((error) =>
      this.detail(
        { code: 'yaml-syntax', reason: error.message.replace(/[.;].*$/s, ''), note: yamlRemedy(error.code) },
        error.pos,
      ),
    );
    if (first) throw new OctavoError([first, ...rest], EXIT.usage);
    try {
      this.data = this.#document.toJS({ maxAliasCount: 100 }) ?? undefined;
    } catch (error) {
      throw new OctavoError(
        this.detail(
          {
            code: 'yaml-syntax',
            reason: (error as Error).message,
            note: 'Aliases (*name) repeat what an anchor (&name) holds. Write the values out.',
          },
          [0, 0],
        ),
        EXIT.usage,
      );
    }
  }

  /** Puts the place and the code frame of a value, or of its key, into what is wrong with it. */
  at(path: readonly PropertyKey[], what: 'key' | 'value', detail: Detail): Detail {
    return this.detail(detail, this.#rangeOf(path, what) ?? [0, 0]);
  }

  detail(detail: Detail, [from, to]: readonly [number, number]): Detail {
    const start = this.#lines.linePos(from);
    const end = this.#lines.linePos(Math.max(to, from));
    const place: Place = {
      path: this.path,
      line: Math.max(start.line, 1),
      column: Math.max(start.col, 1),
      endLine: Math.max(end.line, 1),
      endColumn: Math.max(end.col, 1),
    };
    const frame = codeFrame(this.text, place);
    return { ...detail, place, ...(frame ? { frame } : {}) };
  }

  #rangeOf(path: readonly PropertyKey[], what: 'key' | 'value'): readonly [number, number] | undefined {
    const parent: unknown =
      path.length > 1 ? this.#document.getIn(path.slice(0, -1), true) : this.#document.contents;
    const last = path.at(-1);
    if (what === 'key' && isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last),
      );
      const range = (pair?.key as Node | undefined)?.range;
      if (range) return [range[0], range[1]];
    }
    const node = path.length > 0 ? this.#document.getIn(path, true) : this.#document.contents;
    const range = (node as Node | null | undefined)?.range;
    if (range) return [range[0], range[1]];
    // A value that is not there is looked for where it ought to be.
    return path.length > 0 ? this.#rangeOf(path.slice(0, -1), 'key') : undefined;
  }
}
