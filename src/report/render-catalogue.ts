import { CATALOGUE } from './catalogue.js';

/** The catalogue of messages as a chapter of the handbook. */
export function renderCatalogue(): string {
  const groups = CATALOGUE.map(({ title, entries }) =>
    [
      `## ${title}`,
      '',
      ...entries.flatMap(({ code, meaning, remedy }) => [`\`${code}\``, `: ${meaning} ${remedy}`, '']),
    ].join('\n'),
  );
  return `${groups.join('\n')}`;
}
