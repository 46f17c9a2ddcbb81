import { millimetres } from '../../config/lengths.js';
import type { PacketEdition, PdfEdition } from '../../config/schema.js';
import { PAPER_SIZES, TRIM_SIZES, type TrimName } from '../../config/trim-sizes.js';
import type { Size } from './impose/options.js';

/** ISO sizes are rounded to whole millimetres: half an A4 is an A5 and half a millimetre. */
const SAME = 0.6;

/** Size of the finished page of a printed edition, in millimetres. */
export function trimOf(config: PdfEdition | PacketEdition): Size {
  return sizeOf(config.format === 'packet' ? packetTrim(config) : config.trim, TRIM_SIZES);
}

/** The sheet of a packet, in millimetres. */
export function paperOf({ paper }: Pick<PacketEdition, 'paper'>): Size {
  return sizeOf(paper, PAPER_SIZES);
}

/** The trim of a packet: the one it states, or what the fold makes of the paper. */
export function packetTrim(config: PacketEdition): PdfEdition['trim'] {
  if (config.trim) return config.trim;
  const paper = paperOf(config);
  const [short, long] = [Math.min(paper.width, paper.height), Math.max(paper.width, paper.height)];
  const gutter = millimetres(config.gutter);
  const trim =
    config.fold === 'none'
      ? { width: short, height: long }
      : config.fold === '4-up'
        ? { width: (short - gutter) / 2, height: (long - gutter) / 2 }
        : { width: (long - gutter) / 2, height: short };
  const named = (Object.keys(TRIM_SIZES) as TrimName[]).find(
    (name) =>
      Math.abs(TRIM_SIZES[name].width - trim.width) < SAME &&
      Math.abs(TRIM_SIZES[name].height - trim.height) < SAME,
  );
  return named ?? { width: `${rounded(trim.width)}mm`, height: `${rounded(trim.height)}mm` };
}

type Named<Name extends string> = Name | { readonly width: string; readonly height: string };

function sizeOf<Name extends string>(size: Named<Name>, table: Readonly<Record<Name, Size>>): Size {
  return typeof size === 'string'
    ? table[size]
    : { width: millimetres(size.width), height: millimetres(size.height) };
}

/** Downwards, so that the pages still fit on the sheet. */
const rounded = (mm: number) => Math.floor(mm * 100) / 100;
