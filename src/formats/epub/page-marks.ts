import type { Element } from 'hast';
import type { PageStart } from '../../edition/page-start.js';

/** A page-break marker as it stands in a file. */
export interface PageMark {
  readonly id: string;
  /** The folio: `12`, `xii`. */
  readonly label: string;
}

/** How many characters of a text count for an offset: white space and soft hyphens do not. */
const IGNORED = /[\s\u00ad\u200b]/u;

/**
 * Follows the text of a section or a note as it is copied, and says where pages begin in it: each at the
 * exact character, so that a text node is cut where a page begins in its middle.
 */
export class PageMarker {
  private counted = 0;
  private next = 0;

  constructor(
    private readonly starts: readonly PageStart[],
    private readonly mark: (start: PageStart) => PageMark,
  ) {}

  /** Markers of the pages that begin right here, before an element. */
  here(): Element[] {
    const found: Element[] = [];
    while (this.next < this.starts.length && this.starts[this.next]!.offset <= this.counted)
      found.push(this.markerOf(this.starts[this.next++]!));
    return found;
  }

  /** Passes over a text; gives it back cut where pages begin, with their markers between. */
  text(value: string): (Element | string)[] {
    if (this.next >= this.starts.length) return [value];
    const pieces: (Element | string)[] = [];
    let from = 0;
    for (let at = 0; at < value.length; at++) {
      if (IGNORED.test(value[at]!)) continue;
      const marks = this.here();
      if (marks.length > 0) {
        if (at > from) pieces.push(value.slice(from, at));
        pieces.push(...marks);
        from = at;
      }
      this.counted++;
    }
    if (from < value.length) pieces.push(value.slice(from));
    return pieces;
  }

  /** Passes over the text of something that cannot be cut, such as a formula. */
  skip(value: string): void {
    for (const character of value) if (!IGNORED.test(character)) this.counted += character.length;
  }

  /** Markers of pages that no text follows any more. */
  rest(): Element[] {
    return this.starts.slice(this.next).map((start) => {
      this.next++;
      return this.markerOf(start);
    });
  }

  private markerOf(start: PageStart): Element {
    const { id, label } = this.mark(start);
    return pageBreak(id, label);
  }
}

export function pageBreak(id: string, label: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel: label },
    children: [],
  };
}
