import type { Detail } from '../report/errors.js';
import { nearestName } from '../report/nearest-name.js';
import type { BookConfig } from './schema.js';
import type { YamlSource } from './yaml-source.js';

/** What is wrong with a `book.yaml` whose every value is right by itself. */
export function checkStructure(source: YamlSource, config: BookConfig): Detail[] {
  const lists = (['chapters', 'parts', 'texts'] as const).filter((key) => config[key] !== undefined);
  return [
    ...(lists.some((key) => config[key]!.length > 0) ? [] : [source.at([], 'value', noChapters)]),
    ...lists.slice(1).map((key) => source.at([key], 'key', twoLists(lists[0]!, key))),
    ...danglingPageLists(source, config),
  ];
}

const noChapters: Detail = {
  code: 'empty-book',
  reason: 'The book has no chapters',
  note: 'Name the files, for example “chapters: [text/*.md]”.',
};

const twoLists = (one: string, two: string): Detail => ({
  code: 'config-value',
  reason: `The book has both “${one}” and “${two}”`,
  note: 'Keep one of them; “front” and “back” are for what stands before and after it.',
});

/** An EPUB takes its page-list from a printed edition of the same book, or from the page marks of the source. */
function danglingPageLists(source: YamlSource, { editions = {} }: BookConfig): Detail[] {
  const printed = Object.keys(editions).filter((name) => editions[name]!.format !== 'epub');
  return Object.entries(editions).flatMap(([name, edition]) => {
    const pageList = edition.format === 'epub' ? edition.pageList : undefined;
    if (pageList === undefined || pageList === 'source' || printed.includes(pageList)) return [];
    const meant = nearestName(pageList, [...printed, 'source']);
    return source.at(['editions', name, 'pageList'], 'value', {
      code: 'config-value',
      reason: `There is no printed edition “${pageList}” to take pages from`,
      note: `${meant ? `Did you mean “${meant}”? ` : ''}Name a PDF edition of this book, or “source” for the page marks in the text.`,
    });
  });
}
