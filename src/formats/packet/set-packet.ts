import type { PacketEdition, PdfEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import type { Edition } from '../../edition/edition.js';
import { type Typeset, typeset } from '../pdf/typeset.js';
import { withBylines } from './bylines.js';
import { packetDress } from './packet-dress.js';
import { packetTrim } from './trim-of.js';

/** Packets that are set already, by the edition and by all that the setting depends on. */
const known = new WeakMap<Edition, Map<string, Promise<Typeset>>>();

/**
 * Sets a packet on its pages. Packets of one book that differ only in how the sheets are folded are set once.
 */
export function setPacket(edition: Edition, config: PacketEdition, context: Context): Promise<Typeset> {
  const setting = settingOf(config);
  const own = known.get(edition) ?? new Map<string, Promise<Typeset>>();
  known.set(edition, own);
  // Keys that book.yaml leaves out come in another order than those that it states.
  const sorted = Object.entries(setting).sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify([sorted, config.group, config.course]);
  const before = own.get(key);
  if (before) return before;
  const whole = withBylines(edition);
  const made = typeset(whole, setting, context, packetDress(whole, config));
  own.set(key, made);
  // What failed is tried anew when it is asked for again.
  made.catch(() => own.delete(key));
  return made;
}

/** Keys of a packet that decide nothing about its pages, once they have decided the trim. */
const OF_THE_SHEETS = [
  'group',
  'course',
  'paper',
  'fold',
  'signature',
  'creep',
  'gutter',
  'duplex',
  'binding',
  'stack',
  'marks',
] as const satisfies readonly (keyof PacketEdition)[];

/** What the pages depend on: all that a PDF edition has, and nothing of the sheets. */
export function settingOf(config: PacketEdition): PdfEdition {
  const setting: Record<string, unknown> = { ...config };
  for (const key of OF_THE_SHEETS) delete setting[key];
  return { ...(setting as unknown as PdfEdition), format: 'pdf', trim: packetTrim(config) };
}
