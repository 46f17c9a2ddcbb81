import type { Block } from './block.js';
import type { MappedText } from './mapped-text.js';

type Change = (text: MappedText) => MappedText;

/** Applies a change to the words of every block; what is kept as it stands is not touched. */
export function mapBlockTexts(blocks: readonly Block[], change: Change): Block[] {
  return blocks.map((block) => mapBlock(block, change));
}

function mapBlock(block: Block, change: Change): Block {
  switch (block.type) {
    case 'heading':
      return {
        ...block,
        text: change(block.text),
        ...(block.label ? { label: change(block.label) } : {}),
      };
    case 'verse':
      return {
        ...block,
        stanzas: block.stanzas.map((stanza) => stanza.map((line) => ({ ...line, text: change(line.text) }))),
      };
    case 'container':
      return {
        ...block,
        blocks: mapBlockTexts(block.blocks, change),
        ...(block.label ? { label: change(block.label) } : {}),
      };
    case 'quotation':
    case 'note':
      return { ...block, blocks: mapBlockTexts(block.blocks, change) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: mapBlockTexts(item.blocks, change) })),
      };
    case 'speech':
      return {
        ...block,
        speaker: change(block.speaker),
        ...(block.direction ? { direction: change(block.direction) } : {}),
        lines: block.lines.map(change),
      };
    case 'preformatted':
    case 'scene-break':
      return block;
    default:
      return { ...block, text: change(block.text) };
  }
}
