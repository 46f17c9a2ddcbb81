import type { Block } from './block.js';
import { findLayout, type Layout } from './layout.js';
import { isBlank, type Line } from './line.js';
import type { MappedText } from './mapped-text.js';
import type { RuleContext, Shape, ShapeReader, ShapeRule } from './rule.js';

/** A shape rule that may run, with its context. */
export interface ActiveShape {
  readonly rule: ShapeRule;
  readonly context: RuleContext;
}

/**
 * Reads lines as blocks: at each line the first shape rule that recognises something takes it. The last rule of
 * the table, the paragraph, takes whatever is left. The inside of a block is set as the text round it (`outer`).
 */
export function readBlocks(
  lines: readonly Line[],
  shapes: readonly ActiveShape[],
  inline: (text: MappedText) => MappedText,
  outer?: Layout,
): Block[] {
  const layout = outer ? { ...outer, margin: 0 } : findLayout(lines);
  const known = new Map<number, Shape | undefined>();
  const readers = shapes.map(({ rule, context }) => ({ rule, reader: makeReader(context) }));
  const special = readers.slice(0, -1);
  const fallback = readers.at(-1);
  if (!fallback) return [];

  function makeReader(context: RuleContext): ShapeReader {
    return {
      ...context,
      lines,
      layout,
      inline,
      readBlocks: (inner, inset = 0) =>
        readBlocks(inner, shapes, inline, { ...layout, measure: Math.max(24, layout.measure - inset) }),
      isShaped: (at) => shapeAt(at) !== undefined,
      isShapedBy: (at, names) =>
        special.some(({ rule, reader }) => names.includes(rule.name) && rule.recognise(at, reader)),
    };
  }
  function shapeAt(at: number): Shape | undefined {
    if (known.has(at)) return known.get(at);
    // Asked again while it is being found: not a shape, which ends the circle.
    known.set(at, undefined);
    let found: Shape | undefined;
    for (const { rule, reader } of special) {
      found = rule.recognise(at, reader);
      if (found) break;
    }
    known.set(at, found);
    return found;
  }

  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    if (isBlank(lines[at])) {
      at++;
      continue;
    }
    const shape = shapeAt(at) ?? fallback.rule.recognise(at, fallback.reader);
    if (!shape || shape.next <= at) throw new Error(`no shape at line ${at}`);
    blocks.push(...shape.blocks);
    at = shape.next;
  }
  return blocks;
}
