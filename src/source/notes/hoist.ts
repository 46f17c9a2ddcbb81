import type { Block, Note } from '../block.js';

/** Takes notes out of quotations, lists and plays and sets them after the block that they stood in. */
export function hoistNotes(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    const notes: Note[] = [];
    const rest = without(block, notes);
    return [...(rest ? [rest] : []), ...notes];
  });
}

/** The block without the loose notes in it; undefined where nothing else is left. */
function without(block: Block, notes: Note[]): Block | undefined {
  const inner = (blocks: readonly Block[]) =>
    blocks.flatMap((one) => {
      if (one.type === 'note' && one.place === 'foot') {
        notes.push(one);
        return [];
      }
      return without(one, notes) ?? [];
    });
  if (block.type === 'quotation' || block.type === 'container') {
    const left = inner(block.blocks);
    return left.length > 0 || block.blocks.length === 0 ? { ...block, blocks: left } : undefined;
  }
  if (block.type === 'list')
    return { ...block, items: block.items.map((item) => ({ ...item, blocks: inner(item.blocks) })) };
  return block;
}
