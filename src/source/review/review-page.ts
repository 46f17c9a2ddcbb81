import { createHash } from 'node:crypto';
import ejs from 'ejs';
import { templateText } from '../../package-folder.js';
import type { Cleaned } from '../clean.js';
import { marksOf } from './marked-lines.js';
import { reviewRows } from './review-rows.js';

const template = (name: string) => templateText(`review/${name}`);

/**
 * One HTML page, complete in itself, that shows a source and its cleaned form side by side: what is gone marked
 * in the source, what is new marked in the result, and the log, whose entries lead to their places.
 */
export function reviewPage(cleaned: Cleaned): string {
  const script = template('review-script.html');
  const rows = reviewRows(cleaned);
  const { source, result } = marksOf(cleaned);
  const kinds = [
    { name: 'removed', title: 'Removed' },
    { name: 'changed', title: 'Changed' },
    { name: 'unplaced', title: 'Unplaced notes and calls' },
    { name: 'warning', title: 'Warnings' },
  ].map((kind) => ({ ...kind, count: rows.filter((row) => row.kind === kind.name).length }));
  return ejs.render(template('review.ejs'), {
    name: cleaned.source.name,
    summary: `${source.length} lines became ${result.length}`,
    style: template('review.css'),
    script,
    // Only this script may run on the page, whatever the text contains.
    scriptHash: `sha256-${createHash('sha256').update(script).digest('base64')}`,
    kinds,
    source,
    result,
    rows,
  });
}
