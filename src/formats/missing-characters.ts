import type { ElementContent } from 'hast';
import type { Edition } from '../edition/edition.js';
import { nameMissing } from '../fonts/missing-scripts.js';
import type { Place, Report } from '../report/report.js';

/**
 * Tells which characters no font of the book has: each, or each writing system, once with its first place, however
 * many editions lack it.
 */
export function reportMissingCharacters(
  { sections }: Edition,
  missing: Iterable<number>,
  report: Report,
): void {
  for (const { name, first, family } of nameMissing([...missing])) {
    const reason = `No font of the book has ${name.startsWith('the ') ? name : `the character ${name}`}`;
    if (report.messages.some((message) => message.reason === reason)) continue;
    let place: Place | undefined;
    for (const { path, content, notes } of sections) {
      const position = positionOf(
        [...(content.children as ElementContent[]), ...notes.flatMap((note) => note.content)],
        first,
      );
      if (position) {
        place = { path, ...position };
        break;
      }
    }
    report.add({
      severity: 'warning',
      code: 'character-without-font',
      reason,
      ...(place && { place }),
      note: remedy(family),
    });
  }
}
/** What to write into book.yaml, word for word. */
function remedy(family: string | undefined): string {
  const otherwise = 'Without one print shows an empty box, and an EPUB the reader’s own font.';
  if (!family)
    return `Name a font that has it in \`typography.font\`, with its files under \`typography.fonts\`. ${otherwise}`;
  const file = `fonts/${family.replaceAll(' ', '')}-Regular.ttf`;
  return [
    `Put the file of a font that has it into the book’s folder, such as ${family}, which is free (OFL),`,
    `and write into book.yaml: \`typography: { fonts: [{ name: ${family}, roman: ${file} }] }\`,`,
    `with \`font: ${family}\` before \`fonts\` if the whole text is to be set in it. ${otherwise}`,
  ].join(' ');
}

function positionOf(
  nodes: readonly ElementContent[],
  character: string,
  above?: number,
): { line?: number; column?: number } | undefined {
  for (const node of nodes) {
    const start = node.position?.start;
    if (node.type === 'text' && node.value.includes(character)) {
      if (!start) return above === undefined ? {} : { line: above };
      const before = node.value.slice(0, node.value.indexOf(character)).split('\n');
      return {
        line: start.line + before.length - 1,
        column: before.length > 1 ? before.at(-1)!.length + 1 : start.column + before[0]!.length,
      };
    }
    const found =
      node.type === 'element' ? positionOf(node.children, character, start?.line ?? above) : undefined;
    if (found) return found;
  }
  return undefined;
}
