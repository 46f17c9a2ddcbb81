/** In the order in which printers use them. */
const SIGNS = ['*', '†', '‡', '§', '‖', '¶'];

/** How often a sign is doubled and trebled before numbers with a star go on. */
const ROUNDS = 3;

/** The label of the nth note, from 1, of a series that stands beside a numbered one: `*`, `†` … `**` … `19*`. */
export function signOf(number: number): string {
  const round = Math.ceil(number / SIGNS.length);
  return round > ROUNDS ? `${number}*` : SIGNS[(number - 1) % SIGNS.length]!.repeat(round);
}

/** Whether a label is of such a series. */
export function isSign(label: string): boolean {
  return /^\d*[*†‡§‖¶]+$/.test(label);
}
