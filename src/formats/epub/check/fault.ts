/** Something wrong in a finished EPUB: with us, whatever the text was. */
export interface Fault {
  /** Path inside the EPUB. */
  readonly file: string;
  readonly line?: number | undefined;
  /** What rule is broken: a name of ours, or a code of epubcheck-ts. */
  readonly rule: string;
  readonly message: string;
}
