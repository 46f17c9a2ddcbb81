import type { Block, VerseLine } from '../../block.js';
import type { MappedText } from '../../mapped-text.js';

/** Lines of a poem that stand in fixed type only to keep their ends: words, capitals, no columns and no code. */
export function isFixedVerse(lines: readonly MappedText[]): boolean {
  const filled = lines.map(({ value }) => value).filter((value) => value.trim() !== '');
  const letters = filled.join('').replace(/[^\p{L}]/gu, '').length;
  const all = filled.join('').replace(/\s/g, '').length;
  return (
    filled.length >= 2 &&
    letters >= all * 0.8 &&
    filled.every(
      (value) => value.length <= 80 && !/\t|\S {3,}\S|[{}<>=|\\;]\s*[{}<>=|\\]|\.{4}/.test(value),
    ) &&
    filled.filter((value) => /^\s*[“"‘'«([_]*\p{Lu}/u.test(value)).length >= filled.length * 0.8 &&
    filled.some((value) => /\p{Ll}{2}/u.test(value)) &&
    filled.filter((value) => /[,.;:!?—-]["'”’]*\s*$/.test(value)).length >= filled.length * 0.4
  );
}

export function setVerse(lines: readonly MappedText[]): Block[] {
  const indents = lines.filter(({ value }) => value.trim() !== '').map(({ value }) => value.search(/\S/));
  const margin = Math.min(...indents);
  const stanzas: VerseLine[][] = [[]];
  for (const line of lines) {
    const indent = line.value.search(/\S/);
    if (indent >= 0)
      stanzas.at(-1)!.push({ text: line.trim(), indent: Math.min(8, Math.round((indent - margin) / 2)) });
    else if (stanzas.at(-1)!.length > 0) stanzas.push([]);
  }
  return [{ type: 'verse', stanzas: stanzas.filter((stanza) => stanza.length > 0) }];
}
