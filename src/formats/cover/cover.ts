import { millimetres } from '../../config/lengths.js';
import type { CoverEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import { pageGeometry } from '../../paginate/geometry.js';
import type { PageGeometry } from '../../paginate/types.js';
import { EXIT, OctavoError } from '../../report/errors.js';
import type { Format, FormatInput, FormatResult } from '../format.js';
import { reportMissingCharacters } from '../missing-characters.js';
import { trimOf } from '../packet/trim-of.js';
import { boxesOf } from '../pdf/boxes-of.js';
import { PdfFile } from '../pdf/file/pdf-file.js';
import { setMetadata } from '../pdf/finish/metadata.js';
import { setPageBoxes } from '../pdf/finish/page-boxes.js';
import { pageObjects } from '../pdf/finish/pages.js';
import { metadataOf } from '../pdf/metadata-of.js';
import { coverHtml, PX } from './cover-html.js';
import { coverPicture } from './cover-picture.js';
import { printCover } from './print-cover.js';
import { spineOf } from './spine.js';

/** Room beside the bleed for crop and fold marks, in pixels. */
const MARKS = 34;

/** A cover that goes round a printed edition: back, spine as wide as its leaves, front. */
export const cover: Format<CoverEdition> = {
  async render(input: FormatInput<CoverEdition>, context: Context): Promise<FormatResult> {
    const { edition, name, config, pageCounts } = input;
    const { book } = edition;
    const printed = book.editions[config.of];
    const pages = pageCounts.get(config.of);
    if (pages === undefined || !printed || printed.format === 'epub' || printed.format === 'cover')
      throw new OctavoError(
        {
          code: 'config-value',
          reason: `There is no printed edition “${config.of}” for the cover “${name}” to go round`,
          note: 'Let “of” name an edition of the format pdf or packet.',
        },
        EXIT.usage,
      );
    const page = trimOf(printed);
    const spine = spineOf(pages, config);
    const geometry = sheetOf(config, 2 * page.width + spine.width, page.height);
    const picture = await coverPicture(book);
    const { html, missing } = await coverHtml(book, config, { geometry, page, spine, picture });
    reportMissingCharacters(edition, missing, context.report);
    const bytes = await printCover(html, context);
    const file = new PdfFile(bytes);
    const objects = pageObjects(file);
    if (objects.length !== 1) throw new Error(`a cover of ${objects.length} pages`);
    setPageBoxes(file, objects, boxesOf(geometry, config));
    setMetadata(file, metadataOf(book, context.date), []);
    return { files: [{ name: `${book.slug}-${name}.pdf`, bytes: file.save(), pages: 1 }] };
  },
};

function sheetOf(config: CoverEdition, width: number, height: number): PageGeometry {
  const bleed = millimetres(config.bleed) * PX;
  return pageGeometry({
    width: width * PX,
    height: height * PX,
    top: 0,
    bottom: 0,
    inner: 0,
    outer: 0,
    size: 16,
    leading: 20,
    ...(config.cropMarks || bleed ? { around: bleed + (config.cropMarks ? MARKS : 0) } : {}),
  });
}
