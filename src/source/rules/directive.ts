import type { Block, VerseLine } from '../block.js';
import { isBlank, type Line } from '../line.js';
import type { ShapeReader, ShapeRule } from '../rule.js';

const OPENING = /^(:{3,})\s*([a-z][\w-]*)(.*)$/;
const OFFICES = ['dateline', 'salutation', 'signature', 'attribution'] as const;

/** Reads the project's own containers: `:::verse` … `:::`. */
export const directive: ShapeRule = {
  stage: 'shapes',
  name: 'directive',
  recognise(at, reader) {
    const opening = OPENING.exec(reader.lines[at]!.text.value);
    if (!opening) return undefined;
    const closing = closingLine(at, opening[1]!.length, reader.lines);
    if (closing === undefined) return undefined;
    const inner = reader.lines.slice(at + 1, closing);
    return { blocks: [makeBlock(opening[2]!, opening[3]!, inner, reader)], next: closing + 1 };
  },
};

function closingLine(at: number, colons: number, lines: readonly Line[]): number | undefined {
  let depth = 1;
  for (let next = at + 1; next < lines.length; next++) {
    const { value } = lines[next]!.text;
    if (OPENING.test(value)) depth++;
    else if (/^:{3,}$/.test(value) && (--depth === 0 || value.length > colons)) return next;
  }
  return undefined;
}

function makeBlock(name: string, attributes: string, inner: readonly Line[], reader: ShapeReader): Block {
  if (name === 'verse') {
    const stanzas: VerseLine[][] = [[]];
    for (const line of inner) {
      if (isBlank(line)) {
        if (stanzas.at(-1)!.length > 0) stanzas.push([]);
      } else stanzas.at(-1)!.push({ text: reader.inline(line.text), indent: indentOf(line) });
    }
    return { type: 'verse', stanzas: stanzas.filter((stanza) => stanza.length > 0), attributes };
  }
  const blocks = reader.readBlocks(inner);
  const office = OFFICES.find((one) => one === name);
  const only = blocks[0];
  if (office && !attributes && blocks.length === 1 && only?.type === 'paragraph')
    return { ...only, type: office };
  return { type: 'container', name, attributes, blocks };
}

/** Em spaces and no-break spaces count one step each, plain spaces half a one. */
const indentOf = ({ lead }: Line) => lead.replace(/[ \t]{2}/g, '\u2003').replace(/[ \t]/g, '').length;
