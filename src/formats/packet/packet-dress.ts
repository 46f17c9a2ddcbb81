import type { PacketEdition } from '../../config/schema.js';
import type { Edition } from '../../edition/edition.js';
import { templateText } from '../../package-folder.js';
import type { Furniture, Layout } from '../../paginate/types.js';
import type { Dress } from '../pdf/prepare/dress.js';
import { coverSheet } from './cover-sheet.js';
import { originalPages } from './original-pages.js';
import { sourcesPage } from './sources-page.js';

/** A reading packet: a cover sheet with the contents, the texts, their sources, one numbering of folios. */
export function packetDress(edition: Edition, config: PacketEdition): Dress {
  const authors = edition.sections.flatMap(({ credit }) => credit.creators ?? []);
  return {
    front: (whole) => [coverSheet(whole, config)],
    hasTitlePages: false,
    back: sourcesPage,
    listsContents: true,
    folios: 'arabic',
    style: templateText('packet/packet.css'),
    characters: `[]${authors.map(({ name }) => name).join('')}`,
    furnish: (furniture, layout) => withOriginalPages(edition, furniture, layout),
  };
}

/** Sets the page of the original in brackets behind the folio, where it is known. */
function withOriginalPages(edition: Edition, furniture: Furniture, layout: Layout): Furniture {
  const originals = originalPages(edition, layout);
  return {
    ...furniture,
    folios: furniture.folios.map((folio, page) =>
      folio && originals[page] ? `${folio} [${originals[page]}]` : folio,
    ),
  };
}
