import type { Layout } from '../../paginate/types.js';
import type { Report } from '../../report/report.js';

/** Tells what stands wider than the text or higher than a page. */
export function reportOverflows({ overflows }: Layout, report: Report): void {
  for (const { path, line, what, element, text, by } of overflows) {
    const millimetres = (by * 25.4) / 96;
    const beyond =
      what === 'tall'
        ? 'Too tall for a page, so made smaller,'
        : element === 'table'
          ? 'Too wide for the text, so words are divided in it,'
          : 'Too wide for the text';
    report.add({
      severity: 'warning',
      code: what === 'wide' ? 'too-wide' : 'too-tall',
      reason: `${beyond} by ${millimetres.toFixed(1)} mm: ${element} “${text}”`,
      ...(path ? { place: { path, ...(line ? { line } : {}) } } : {}),
      note:
        what === 'wide'
          ? 'Shorten it, set it in fewer columns, or choose a larger trim size.'
          : 'Divide it, make it smaller, or choose a larger trim size.',
    });
  }
}
