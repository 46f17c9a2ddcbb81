import type { Edition } from '../../edition/edition.js';
import type { Layout } from '../../paginate/types.js';
import type { Report } from '../../report/report.js';

/** Tells which notes could not begin on the page of their call, because notes called before them fill it. */
export function reportLateNotes({ sections }: Edition, { spots, pages }: Layout, report: Report): void {
  for (const { notes, path } of sections)
    for (const { id, label, calls, content } of notes) {
      const called = spots.get(calls[0]!)?.page;
      const begins = spots.get(id)?.page;
      if (called === undefined || begins === undefined || begins <= called) continue;
      const line = content[0]?.position?.start.line;
      report.add({
        severity: 'warning',
        code: 'note-overleaf',
        reason: `Note ${label} is called on page ${pages[called]!.label} and begins on page ${pages[begins]!.label}: the notes before it fill the page`,
        place: { path, ...(line ? { line } : {}) },
        note: 'Shorten them, call it further on, or set `notes: chapter` in this edition.',
      });
    }
}
