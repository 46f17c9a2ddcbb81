import fc from 'fast-check';
import type { Nodes as HastNodes } from 'hast';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { editionOf } from '../edition/testing/edition-of.js';
import { textOf } from '../edition/text-of.js';
import { parseMarkdown } from '../markdown/parse-markdown.js';
import { toEditionHast } from './to-edition-hast.js';

/** Every word is another, so that each can be told from all others. */
let count = 0;
const word = fc.constantFrom('kite', 'Pond', 'MILL', 'wädli', 'река').map((stem) => `${stem}${count++}`);
const inline: fc.Arbitrary<string> = fc.oneof(
  word,
  word.map((text) => `*${text}*`),
  word.map((text) => `**${text}**`),
  word.map((text) => `:sc[${text}]`),
  word.map((text) => `:index[${text}]`),
  word.map((text) => `:lang[${text}]{lang=fr}`),
  word.map((text) => `:nothing[${text}]`),
  word.map((text) => `[${text}](https://example.com)`),
  word.map((text) => `\`${text}\``),
  word.map((text) => `<b>${text}</b>`),
  word.map((text) => `<i>${text}`),
  word.map((text) => `${text}</i>`),
  word.map((text) => `<form>${text}</form>`),
  word.map((text) => `{${text}}`),
  fc.tuple(word, word).map(([a, b]) => `"${a}" -- ${b} ...`),
  word.map((text) => `~~${text}~~`),
);
const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const block: fc.Arbitrary<string> = fc.oneof(
  line,
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  line.map((text) => `> ${text}`),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => `:::verse\n${lines.join('\n')}\n:::`),
  fc.tuple(word, line).map(([name, text]) => `:::drama\n**${name}** ${text}\n:::`),
  fc.tuple(line, line).map(([label, text]) => `:::figure[${label}]\n${text}\n:::`),
  line.map((text) => `::signature[${text}]`),
  line.map((text) => `:::unknown\n${text}\n:::`),
  line.map((text) => `:::aside\n${text}`),
  fc.tuple(word, word).map(([term, text]) => `${term}\n: ${text}`),
  fc.tuple(word, word).map(([a, b]) => `| ${a} |\n| - |\n| ${b} |`),
  word.map((text) => `<div>${text}`),
  word.map((text) => `<section>\n\n${text}\n\n</section>`),
  word.map((text) => `\`\`\`js\n${text}\n\`\`\``),
);
const text = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.join('\n\n'));

/** The words of a text, whatever stands between and round them. */
function words(source: string): string[] {
  return (source.match(/[\p{L}\p{M}]+\d+/gu) ?? []).sort();
}

function mdastText(tree: Nodes): string {
  const parts: string[] = [];
  visit(tree, (node) => {
    if ('value' in node && node.type !== 'yaml') parts.push(node.value as string);
  });
  return parts.join(' ');
}

test('no word is lost between Markdown and HTML', () => {
  fc.assert(
    fc.property(text, (markdown) => {
      const file = new VFile(markdown);
      const tree = parseMarkdown(file);
      const before = words(mdastText(tree));
      expect(words(markdown).every((one) => before.includes(one))).toBe(true);
      const hast = toEditionHast(tree, file);
      expect(words(textOf(hast as HastNodes))).toEqual(before);
    }),
    { numRuns: 800, seed: 12 },
  );
});

test('every word is in the edition, every id is unique, no level skips', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), async (texts) => {
      const markdown = Object.fromEntries(
        texts.map((one, index) => [`chapter-${index}.md`, `# Title t${index}\n\n${one}`]),
      );
      const { edition } = await editionOf({ markdown });
      const ids: string[] = [];
      const all: string[] = [];
      for (const section of edition.sections) {
        ids.push(section.id);
        all.push(textOf(section.content as HastNodes), ...section.notes.map((note) => textOf(note.content)));
        let before = 0;
        visit(section.content, 'element', ({ tagName, properties }) => {
          if (typeof properties.id === 'string') ids.push(properties.id);
          const level = Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
          if (level > 0) {
            expect(level).toBeLessThanOrEqual(before + 1);
            before = level;
          }
        });
      }
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u);
      const expected = words(texts.join('\n')).map((one) => one.toLowerCase());
      const found = words(all.join(' ')).map((one) => one.toLowerCase());
      expect(found.filter((one) => !/^t\d/.test(one)).sort()).toEqual(expected.sort());
    }),
    { numRuns: 300, seed: 12 },
  );
});
