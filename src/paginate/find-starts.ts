import type { naturalEnd } from './natural-end.js';

/** A page's first line: of a block of the text, or of a note. */
export interface StartQuery {
  readonly block?: number;
  readonly note?: number;
  readonly line: number;
}

export interface FoundStart {
  /** Id of the section. */
  readonly section: string;
  readonly offset: number;
  /** Set where the page begins in a note at the end of a chapter or of the book. */
  readonly endnote?: string;
  /** Set where it begins with an entry of a list that print makes: what the entry leads to, or is called. */
  readonly entry?: string;
}

/**
 * Runs in the page, before anything is placed: how many characters of the edition's text stand before each page.
 * Not counted: white space, soft hyphens, the hyphens of the line breaker, whatever the print edition has added.
 */
export function findStarts(
  queries: readonly StartQuery[],
  tools: { naturalEnd: typeof naturalEnd },
): readonly FoundStart[] {
  const state = window.octavoPages!;
  const count = (text: string) => {
    let letters = 0;
    for (let k = 0; k < text.length; k++) {
      const code = text.charCodeAt(k);
      if (
        code > 32 &&
        code !== 0xad &&
        code !== 0xa0 &&
        !(code >= 0x2000 && code <= 0x200b) &&
        !(code >= 0x2028 && code <= 0x2029) &&
        code !== 0x1680 &&
        code !== 0x202f &&
        code !== 0x205f &&
        code !== 0x3000 &&
        code !== 0xfeff
      )
        letters++;
    }
    return letters;
  };
  const upTo = (node: Text, offset: number) => {
    const hyphens = state.hyphens.get(node)?.filter((at) => at < offset).length ?? 0;
    return count(node.data.slice(0, offset)) - hyphens;
  };
  // Stars, page numbers and calls for the targets of links are in print alone.
  const printed = '.scene-break, .page-ref[data-fill], .note-call[id$="--note-call"]';
  // Characters before each text node, counted from the beginning of its section or note.
  const before = new Map<Text, number>();
  const firstOf = new Map<Element, number>();
  const counted = new Set<Element>();
  const countAll = (root: Element) => {
    if (counted.has(root)) return;
    counted.add(root);
    let sum = 0;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node.nodeType === 1 && (node as Element).matches('.notes, .endnote, [data-added], .note-label')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === 1) firstOf.set(node as Element, sum);
      else {
        before.set(node as Text, sum);
        if (!node.parentElement!.closest(printed)) sum += upTo(node as Text, (node as Text).data.length);
      }
    }
  };
  // The index stands in boxes, one a page.
  const firstEntry = (leaf: Element) =>
    leaf.matches('.index-entry') ? (leaf as HTMLElement) : leaf.querySelector<HTMLElement>('.index-entry');
  /** The note at the end that a page begins in, or before which it begins with a heading. */
  const endnoteAt = (leaf: Element, root: Element) => {
    const own = leaf.closest('.endnote');
    if (own || !leaf.closest('.endnotes, #octavo-notes')) return own;
    const all = [...root.querySelectorAll('.endnote')];
    return all.find((one) => leaf.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? null;
  };
  return queries.map(({ block, note, line }) => {
    let leaf: Element;
    let root: Element;
    let inside = line;
    let bottoms: readonly number[];
    if (note === undefined) {
      leaf = state.blocks[block!]!;
      root = leaf.closest('body > section')!;
      bottoms = state.bottoms[block!]!;
    } else {
      root = state.notes[note]!;
      const leaves = state.noteLeaves[note]!;
      let k = 0;
      while (k < leaves.length - 1 && inside >= leaves[k]!.bottoms.length)
        inside -= leaves[k++]!.bottoms.length;
      leaf = leaves[k]!.block;
      bottoms = leaves[k]!.bottoms;
    }
    const section = root.closest('body > section')!.id;
    const listed = leaf.closest<HTMLElement>('.entry') ?? firstEntry(leaf);
    const entry = listed?.dataset.entry ?? listed?.querySelector('a')?.getAttribute('href')?.slice(1);
    const endnote = note === undefined ? endnoteAt(leaf, root) : null;
    if (endnote && !endnote.contains(leaf)) return { section, offset: 0, endnote: endnote.id };
    root = endnote ?? root;
    countAll(root);
    let offset = firstOf.get(leaf) ?? 0;
    if (inside > 0) {
      const end = state.ends.get(leaf)?.[inside - 1];
      if (end) offset = (before.get(end.node) ?? 0) + upTo(end.node, end.offset);
      else {
        const natural = tools.naturalEnd(leaf, leaf.getBoundingClientRect().top + bottoms[inside - 1]!);
        if (natural) {
          const rest = /^\S*/.exec(natural.node.data.slice(natural.offset))![0].length;
          offset = (before.get(natural.node) ?? 0) + upTo(natural.node, natural.offset + rest);
        }
      }
    }
    return {
      section,
      offset,
      ...(endnote ? { endnote: endnote.id } : {}),
      ...(entry ? { entry } : {}),
    };
  });
}
