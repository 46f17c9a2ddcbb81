import { millimetres } from '../../config/lengths.js';
import type { PacketEdition } from '../../config/schema.js';
import type { ImposeRequest } from './impose/impose-pdf.js';
import type { ImposedFold } from './impose/options.js';
import { paperOf } from './trim-of.js';

/**
 * How `book.yaml` wants the pages laid on sheets; undefined where they are not.
 *
 * @param closing Pages that stay at the back, blanks before them.
 */
export function imposeRequest(
  config: PacketEdition,
  direction: 'ltr' | 'rtl',
  closing: number,
): { readonly fold: ImposedFold; readonly request: ImposeRequest } | undefined {
  const { fold, duplex } = config;
  if (fold === 'none') return undefined;
  return {
    fold,
    request: (trim) => ({
      fold,
      trim,
      paper: paperOf(config),
      signature: config.signature,
      creep: millimetres(config.creep),
      gutter: millimetres(config.gutter),
      ...(duplex ? { duplex } : {}),
      binding: config.binding ?? (direction === 'rtl' ? 'right' : 'left'),
      closing,
      stack: config.stack,
      marks: config.marks,
      bleed: millimetres(config.bleed),
    }),
  };
}
