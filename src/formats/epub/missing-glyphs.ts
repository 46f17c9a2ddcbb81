import type { Element, ElementContent } from 'hast';
import type { Typography } from '../../config/schema.js';
import type { Edition, Section } from '../../edition/edition.js';
import { nameMissing } from '../../fonts/missing-scripts.js';
import type { Report } from '../../report/report.js';

/** Reports characters that no font of the book has, each, or each writing system, once and with its first place. */
export function reportMissing(
  edition: Edition,
  missing: ReadonlySet<number>,
  typography: Typography,
  report: Report,
) {
  for (const { name, first } of nameMissing(missing)) {
    const found = edition.sections
      .map((section) => ({ section, position: positionOf(section, first) }))
      .find(({ position }) => position !== undefined);
    report.add({
      severity: 'warning',
      code: 'glyph-missing',
      reason: `No glyph for ${name} in ${typography.font} or in any other font of the book`,
      ...(found && {
        place: {
          path: found.section.path,
          line: found.position!.line,
          column: found.position!.column,
        },
      }),
      note: 'Name a font that has it under typography.fonts; without one the reader’s own font will show it, or an empty box.',
    });
  }
}

function positionOf(section: Section, character: string): { line?: number; column?: number } | undefined {
  const search = (nodes: readonly ElementContent[]): { line?: number; column?: number } | undefined => {
    for (const node of nodes) {
      if (node.type === 'text' && node.value.includes(character)) {
        const start = node.position?.start;
        const before = node.value.slice(0, node.value.indexOf(character)).split('\n');
        if (!start) return {};
        return {
          line: start.line + before.length - 1,
          column: before.length > 1 ? before.at(-1)!.length + 1 : start.column + before[0]!.length,
        };
      }
      const found = node.type === 'element' ? search((node as Element).children) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return search([
    ...(section.content.children as ElementContent[]),
    ...section.notes.flatMap((note) => note.content),
  ]);
}
