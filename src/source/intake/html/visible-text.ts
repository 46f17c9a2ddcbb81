import type { Nodes, Text } from 'hast';
import { MappedText, MappedTextBuilder } from '../../mapped-text.js';
import { NONCHARACTERS } from '../../marks.js';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?/iy;

/** The characters of a text node with their offsets in the page's source. White space is as it stands. */
export function textOf(node: Text, page: string): MappedText {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return MappedText.inserted(node.value, 0);
  const raw = page.slice(start, end);
  const text = raw === node.value ? MappedText.source(raw, start) : align(raw, node.value, start);
  return text.replace(NONCHARACTERS, () => '');
}

/** Walks the source beside the value: they differ where the source has character references or other line ends. */
function align(raw: string, value: string, start: number): MappedText {
  const builder = new MappedTextBuilder();
  // The line end right after `<pre>` is no part of the text.
  let from = /^\r?\n/.test(raw) && !value.startsWith('\n') ? raw.indexOf('\n') + 1 : 0;
  let at = 0;
  while (at < value.length && from < raw.length) {
    if (raw[from] === value[at] && raw[from] !== '&') {
      let length = 1;
      while (
        at + length < value.length &&
        raw[from + length] === value[at + length] &&
        raw[from + length] !== '&'
      )
        length++;
      builder.add(MappedText.source(value.slice(at, at + length), start + from));
      from += length;
      at += length;
      continue;
    }
    ENTITY.lastIndex = from;
    const width = ENTITY.exec(raw)?.[0].length ?? (raw[from] === '\r' ? 0 : 1);
    if (width === 0) {
      from++;
      continue;
    }
    const point = value.codePointAt(at)!;
    const character = String.fromCodePoint(point);
    builder.add(MappedText.inserted(character, start + from));
    from += width;
    at += character.length;
  }
  if (at < value.length) builder.add(MappedText.inserted(value.slice(at), start + from));
  return builder.build();
}

/** All text below a node, words of neighbouring blocks kept apart, white space collapsed: for the log. */
export function allText(node: Nodes, page: string): MappedText {
  const parts: (MappedText | string)[] = [];
  collect(node, page, parts);
  return collapse(MappedText.concat(parts)).trim();
}

function collect(node: Nodes, page: string, parts: (MappedText | string)[]): void {
  if (node.type === 'text') parts.push(textOf(node, page));
  else if ('children' in node) {
    if (node.type === 'element' && /^(?:script|style|template|noscript)$/.test(node.tagName)) return;
    for (const child of node.children) {
      const apart = child.type === 'element' && (child.tagName === 'br' || !INLINE.has(child.tagName));
      if (apart) parts.push(' ');
      collect(child, page, parts);
      if (apart) parts.push(' ');
    }
  }
}

/** Elements that stand among words. */
export const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label map mark math nobr q ruby rp rt s samp small span strike strong sub sup svg time tt u var wbr'.split(
    ' ',
  ),
);

/** White space as a browser shows it. */
export const collapse = (text: MappedText) =>
  text.replace(/[ \t\n\r\f]+/g, (match) => (match[0] === ' ' ? undefined : ' '));
