/**
 * Attributes that carry facts from the handlers to the assembly of the edition, which takes them off. Raw HTML
 * cannot set them: see raw/disarm-html.ts.
 */
export const INTERNAL = {
  /** On a call: identifier of its note. */
  call: 'dataOctavoCall',
  /** On a note: its identifier. */
  note: 'dataOctavoNote',
  /** On a heading: its title for running heads. */
  short: 'dataOctavoShort',
  /** On a heading: `no` keeps it out of the contents. */
  contents: 'dataOctavoContents',
} as const;
