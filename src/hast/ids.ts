import type { Element } from 'hast';
import type { VFile } from 'vfile';
import { slugOf } from '../config/slug.js';
import { tell } from '../report/file-messages.js';

const START = /^[\p{L}_]/u;
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u;

/**
 * Every anchor of an edition comes from here (invariant ids): unique, an XML name, the same in every build. First
 * the anchors that people wrote are claimed in all texts, then the others are made round them.
 */
export class Anchors {
  readonly #taken = new Map<string, { file: VFile; node: Element } | undefined>();
  /** Anchors that people wrote, as they wrote them. */
  readonly #written = new Map<string, string>();

  /** Takes an anchor that a person wrote. One that is taken already is an error, and none. */
  claim(id: string, node: Element, file: VFile): string | undefined {
    const first = this.#taken.get(id);
    if (first) {
      const line = first.node.position?.start.line;
      const where = `${first.file.path ?? 'the text'}${line === undefined ? '' : `:${line}`}`;
      tell(file, {
        severity: 'error',
        code: 'duplicate-id',
        reason: `Unexpected second anchor \`#${id}\`, expected one that no other element has`,
        place: node,
        note: `The first is at ${where}. Links go there; give this one another name.`,
      });
      return undefined;
    }
    const name = NAME.test(id) ? id : this.#free(nameOf(id));
    this.#taken.set(name, { file, node });
    this.#written.set(id, name);
    return name;
  }

  /** Makes an anchor of a title or other text; further ones of the same text have the prefix, then a number. */
  make(text: string, prefix?: string): string {
    const base = nameOf(text);
    const free = !this.#taken.has(base) || prefix === undefined ? base : `${prefix}-${base}`;
    return this.reserve(free);
  }

  /** Takes a name, or the next free one with a number. */
  reserve(name: string): string {
    const free = this.#free(name);
    this.#taken.set(free, undefined);
    return free;
  }

  /** The anchor that a written one became. */
  written(id: string): string | undefined {
    return this.#written.get(id);
  }

  /** All that people wrote. */
  get names(): Iterable<string> {
    return this.#written.keys();
  }

  #free(base: string): string {
    if (!this.#taken.has(base)) return base;
    for (let number = 2; ; number++) if (!this.#taken.has(`${base}-${number}`)) return `${base}-${number}`;
  }
}

/** The text as an XML name: its letters and digits, hyphens between them. */
export function nameOf(text: string): string {
  const slug = /[\p{L}\p{N}]/u.test(text) ? slugOf(text) : 'section';
  return START.test(slug) ? slug : `s-${slug}`;
}
