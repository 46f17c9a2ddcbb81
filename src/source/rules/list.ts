import type { ListItem } from '../block.js';
import { endsShort } from '../chunk.js';
import { dedent, isBlank, type Line } from '../line.js';
import type { MappedText } from '../mapped-text.js';
import { follows, type LabelAtStart, type LabelForm, readLabel } from '../notes/label.js';
import type { ShapeReader, ShapeRule } from '../rule.js';
import { beginsInside, endsSentence } from '../sentence.js';

const BULLET = /^([-+*•·‣▪◦])\s+(?=\S)/;
const NUMBERS: readonly LabelForm[] = ['point', 'parenthesis', 'bracket', 'brace', 'superscript'];

interface FoundItem {
  readonly label: LabelAtStart;
  readonly marker: MappedText;
  readonly lines: readonly Line[];
  readonly indent: number;
  /** Columns before its words. */
  readonly inset: number;
}

/**
 * Items with bullets or with labels that count up. Whether a numbered list is one of notes, or paragraphs with
 * numbers, is settled later, when the whole text is known.
 */
export const list: ShapeRule = {
  stage: 'shapes',
  name: 'list',
  recognise(at, reader) {
    if (!mayBegin(at, reader)) return undefined;
    const items: FoundItem[] = [];
    let next = at;
    let loose = false;
    for (let label = labelOf(next, reader); label; ) {
      const { text, indent } = reader.lines[next]!;
      const end = endOfItem(next, label, items[0]?.indent ?? indent, reader);
      const first = {
        ...dedent(reader.lines[next]!, indent),
        text: text.slice(label.length),
        width: Math.max(0, reader.lines[next]!.width - indent - label.length),
      };
      const rest = reader.lines.slice(next + 1, end).map((line) => dedent(line, indent + label!.length));
      items.push({
        label,
        marker: text.slice(0, label.length),
        lines: [first, ...rest],
        indent,
        inset: indent + label.length,
      });
      next = end;
      let after = next;
      while (after < reader.lines.length && isBlank(reader.lines[after])) after++;
      label = isInside(after, items[0]!, reader) ? undefined : labelOf(after, reader, label);
      if (label && after > next) loose = true;
      if (label) next = after;
    }
    const ordered = items[0]?.label.form !== 'bullet';
    if (!isList(items, ordered, loose, reader)) return undefined;
    const read = items.map(
      ({ label, marker, lines, inset }): ListItem => ({
        label,
        marker,
        blocks: reader.readBlocks(lines, inset),
      }),
    );
    return { blocks: [{ type: 'list', ordered, loose, items: read }], next };
  },
};

function mayBegin(at: number, { lines, layout, dialect }: ShapeReader): boolean {
  const before = lines[at - 1];
  if (isBlank(before) || !layout.wrapped) return true;
  if (dialect === 'markdown' && /^(?:[-+*]|1[.)])\s/.test(lines[at]!.text.value)) return true;
  // In wrapped text a number may begin any line: a list begins only where the line before was meant to end.
  return endsShort(before!, lines[at]!, layout.measure) && /[.!?:;…]["”’»)\]]*$/.test(before!.text.value);
}

function labelOf(
  at: number,
  { lines, dialect }: ShapeReader,
  before?: LabelAtStart,
): LabelAtStart | undefined {
  const line = lines[at];
  if (isBlank(line)) return undefined;
  const { value } = line!.text;
  const bullet = BULLET.exec(value);
  if (bullet) {
    if (before && before.text !== bullet[1]) return undefined;
    if (/^(?:[-+*]\s*){2,}$/.test(value)) return undefined;
    return { text: bullet[1]!, form: 'bullet', length: bullet[0].length };
  }
  const label = readLabel(value, NUMBERS);
  if (!label || /^[*†‡§]/.test(label.text)) return undefined;
  // A contents page is no list, and a title with a number over its text is no item.
  if (/\.{4,}|(?:\. ){4,}/.test(value)) return undefined;
  if (dialect === 'markdown' && !/\s$/.test(value.slice(0, label.length))) return undefined;
  if (!before) return label;
  if (label.form !== before.form) return undefined;
  // Markdown counts by itself: every item may be written `1.`.
  if (dialect === 'markdown' && label.text === '1' && before.text === '1' && label.form === 'point')
    return label;
  return follows(label.text, before.text) ? label : undefined;
}

/** Whether a line with a label stands in the item above it: numbers that are set flush right do not. */
function isInside(
  at: number,
  { indent }: { readonly indent: number },
  { lines, dialect }: ShapeReader,
): boolean {
  const line = lines[at];
  if (isBlank(line)) return false;
  return line!.indent >= indent + 2 && (dialect === 'markdown' || BULLET.test(line!.text.value));
}

function endOfItem(at: number, label: LabelAtStart, margin: number, reader: ShapeReader): number {
  const { lines, layout, dialect } = reader;
  const inside = lines[at]!.indent + Math.min(label.length, 2);
  let next = at + 1;
  for (; next < lines.length; next++) {
    const line = lines[next]!;
    if (!isBlank(line)) {
      const isNested = isInside(next, { indent: margin }, reader);
      if (!isNested && (labelOf(next, reader, label) || labelOf(next, reader)?.text === '1')) break;
      if (isBlank(lines[next - 1]) || line.indent >= inside) continue;
      if (!layout.wrapped && dialect === 'plain') break;
      if (reader.isShaped(next)) break;
      continue;
    }
    let after = next;
    while (after < lines.length && isBlank(lines[after])) after++;
    const following = lines[after];
    const isNested = isInside(after, { indent: margin }, reader);
    if (!following || (!isNested && labelOf(after, reader, label))) break;
    const isSetIn = following.indent >= inside && following.indent > 0;
    const goesOn =
      layout.wrapped &&
      after - next <= 2 &&
      beginsInside(following.text.value) &&
      !endsSentence(lines[next - 1]!.text.value);
    if (!isSetIn && !goesOn) break;
    next = after - 1;
  }
  return next;
}

function isList(
  items: readonly FoundItem[],
  ordered: boolean,
  loose: boolean,
  { dialect, layout }: ShapeReader,
): boolean {
  const [first] = items;
  if (!first) return false;
  if (
    dialect === 'plain' &&
    items.length === 1 &&
    ordered &&
    first.lines.length > 1 &&
    isBlank(first.lines[1])
  )
    return false;
  // “(1)” alone is no item of Markdown, where “1)” is one.
  if (dialect === 'markdown' && items.length === 1 && first.marker.value.startsWith('(')) return false;
  if (dialect === 'markdown')
    return !ordered || first.label.form === 'point' || first.label.form === 'parenthesis' || items.length > 1;
  // A dash before each of several paragraphs is dialogue.
  if (first.label.text === '-' && loose) return false;
  return (
    items.length >= 2 ||
    (first.label.form === 'bracket' && /\d/.test(first.label.text) && layout.blankShare > 0)
  );
}
