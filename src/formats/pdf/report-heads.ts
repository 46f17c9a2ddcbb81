import type { Edition, Section } from '../../edition/edition.js';
import type { ShortenedHead } from '../../paginate/fit-heads.js';
import type { Place, Report } from '../../report/report.js';
import { headOf } from './prepare/printed.js';

/** Tells which running heads were too wide for the page, and what they were shortened to. */
export function reportHeads(edition: Edition, shortened: readonly ShortenedHead[], report: Report): void {
  for (const { head, as } of shortened) {
    const section = edition.sections.find(({ title }) => headOf(title) === head);
    const place = section && placeOf(section);
    report.add({
      severity: 'info',
      code: 'head-shortened',
      reason: `“${head}” is too long for a running head, where it stands as “${as}”`,
      ...(place ? { place } : {}),
      note: 'Give the heading a short title of your own: `{short="…"}` at its end.',
    });
  }
}

function placeOf({ path, content }: Section): Place {
  const heading = content.children.find((node) => node.type === 'element' && node.tagName === 'h1');
  const line = heading?.position?.start.line;
  return { path, ...(line ? { line } : {}) };
}
