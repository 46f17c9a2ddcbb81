/** The printed file is not what was laid out: nothing that is wrong with the book, and nothing to go on with. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
}
