import type { Nodes } from 'hast';
import type { Edition } from '../../edition/edition.js';
import { nameMissing } from '../../fonts/missing-scripts.js';
import type { Place, Report } from '../../report/report.js';

/** Tells which characters no font of the book has, each or each writing system with its first place. */
export function reportCharacters(edition: Edition, missing: readonly number[], report: Report): void {
  for (const { name, first, family } of nameMissing(missing)) {
    const place = firstPlace(edition, first);
    report.add({
      severity: 'warning',
      code: 'character-without-font',
      reason: `No font has ${name.startsWith('the ') ? name : `the character ${name}`}`,
      ...(place ? { place } : {}),
      note: remedy(family),
    });
  }
}

/** What to write into book.yaml, word for word. */
function remedy(family: string | undefined): string {
  if (!family)
    return 'Name a font that has it in `typography.font`, with its files under `typography.fonts`.';
  const file = `fonts/${family.replaceAll(' ', '')}-Regular.ttf`;
  return [
    `Put the file of a font that has it into the book’s folder, such as ${family}, which is free (OFL),`,
    `and write into book.yaml: \`typography: { fonts: [{ name: ${family}, roman: ${file} }] }\`,`,
    `with \`font: ${family}\` before \`fonts\` if the whole text is to be set in it.`,
  ].join(' ');
}

function firstPlace({ sections }: Edition, character: string): Place | undefined {
  for (const { path, content, notes } of sections) {
    for (const root of [content, ...notes.flatMap((note) => note.content)]) {
      const line = lineOf(root, character);
      if (line) return { path, line };
    }
  }
  return undefined;
}

/** Line of the first text with this character. */
function lineOf(node: Nodes, character: string, above = 0): number {
  const line = node.position?.start.line ?? above;
  if (node.type === 'text') return node.value.includes(character) ? line : 0;
  if (!('children' in node)) return 0;
  for (const child of node.children) {
    const found = lineOf(child, character, line);
    if (found) return found;
  }
  return 0;
}
