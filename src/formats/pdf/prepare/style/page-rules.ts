import type { PageGeometry } from '../../../../paginate/types.js';

/** The text area on a sheet whose lower left corner is that of the finished page, or that has room all round. */
export interface SheetMargins {
  readonly top: number;
  readonly bottom: number;
  readonly inner: number;
  readonly outer: number;
}

/**
 * `@page` rules of the geometry. Recto pages have their gutter at the spine: on the left, or on the right in a
 * book that is read from right to left.
 */
export function pageRules({ sheet, margins }: PageGeometry, direction: 'ltr' | 'rtl'): string {
  const [recto, verso] = direction === 'ltr' ? ['right', 'left'] : ['left', 'right'];
  const { top, bottom, inner, outer } = margins;
  const sides = (left: number, right: number) => `margin:${top}px ${right}px ${bottom}px ${left}px`;
  const [rectoSides, versoSides] =
    direction === 'ltr'
      ? [sides(inner, outer), sides(outer, inner)]
      : [sides(outer, inner), sides(inner, outer)];
  return [
    `@page{size:${sheet.width}px ${sheet.height}px}`,
    `@page:${recto}{${rectoSides}}`,
    `@page:${verso}{${versoSides}}`,
  ].join('\n');
}
