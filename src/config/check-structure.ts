import type { Detail } from '../report/errors.js';
import { nearestName } from '../report/nearest-name.js';
import { editionBefore } from './edition-before.js';
import type { BookConfig } from './schema.js';
import type { YamlSource } from './yaml-source.js';

/** What is wrong with a `book.yaml` whose every value is right by itself. */
export function checkStructure(source: YamlSource, config: BookConfig): Detail[] {
  const lists = (['chapters', 'parts', 'texts'] as const).filter((key) => config[key] !== undefined);
  return [
    ...(lists.some((key) => config[key]!.length > 0) ? [] : [source.at([], 'value', noChapters)]),
    ...lists.slice(1).map((key) => source.at([key], 'key', twoLists(lists[0]!, key))),
    ...(Object.keys(config.editions ?? { any: true }).length > 0
      ? []
      : [source.at(['editions'], 'key', noEditions)]),
    ...danglingReferences(source, config),
  ];
}

const noChapters: Detail = {
  code: 'empty-book',
  reason: 'The book has no chapters',
  note: 'Name the files, for example “chapters: [text/*.md]”.',
};

const noEditions: Detail = {
  code: 'no-editions',
  reason: 'The book has no editions',
  note: 'Name one, such as “print: { format: pdf }”, or leave “editions” out: then an EPUB and a PDF are made.',
};

const twoLists = (one: string, two: string): Detail => ({
  code: 'config-value',
  reason: `The book has both “${one}” and “${two}”`,
  note: 'Keep one of them; “front” and “back” are for what stands before and after it.',
});

/** An EPUB may take its page-list, and a cover its spine, from a printed edition of the same book. */
function danglingReferences(source: YamlSource, { editions = {} }: BookConfig): Detail[] {
  const printed = Object.keys(editions).filter((name) => ['pdf', 'packet'].includes(editions[name]!.format));
  return Object.entries(editions).flatMap(([name, edition]) => {
    const wanted = editionBefore(edition);
    if (wanted === undefined || printed.includes(wanted)) return [];
    const meant = nearestName(wanted, printed);
    const key = edition.format === 'epub' ? 'pageList' : 'of';
    return source.at(['editions', name, key], 'value', {
      code: 'config-value',
      reason: `There is no printed edition “${wanted}” to take pages from`,
      note: `${meant ? `Did you mean “${meant}”? ` : ''}Name a PDF edition of this book${key === 'pageList' ? ', or “source” for the page marks in the text' : ''}.`,
    });
  });
}
