import { isBlank } from '../line.js';
import type { ShapeRule } from '../rule.js';

/** Headings that are marked by hashes, or in Markdown underlined. */
export const headingMarkdown: ShapeRule = {
  stage: 'shapes',
  name: 'heading-markdown',
  recognise(at, reader) {
    const line = reader.lines[at]!;
    const hashes = /^(#{1,6})\s+(?=\S)/.exec(line.text.value);
    if (hashes && (reader.dialect === 'markdown' || isBlank(reader.lines[at + 1]))) {
      const text = line.text.slice(hashes[0].length);
      const closing = /(?:^|\s)#+$/.exec(text.value);
      const words = reader.inline(closing ? text.slice(0, closing.index).trimEnd() : text);
      return {
        blocks: [{ type: 'heading', level: hashes[1]!.length, text: words, make: 'hashes' }],
        next: at + 1,
      };
    }
    const underline = reader.lines[at + 1]?.text.value ?? '';
    if (reader.dialect !== 'markdown' || !/^(?:={2,}|-{2,})$/.test(underline)) return undefined;
    if (!isBlank(reader.lines[at - 1]) || /^(?:[-*_] *){3,}$|^[>|]/.test(line.text.value)) return undefined;
    const level = underline.startsWith('=') ? 1 : 2;
    return {
      blocks: [{ type: 'heading', level, text: reader.inline(line.text), make: 'underline' }],
      next: at + 2,
    };
  },
};
