import type { ErrorCode } from 'yaml';

/** What to do about YAML that is none, by the code of the library. */
const REMEDIES: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: 'A value that begins with * is an alias. Put it in quotes if it is text.',
  BAD_DIRECTIVE: 'A line that begins with % is for YAML itself. Take it out.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash begins an escape. Use single quotes, or write it twice.',
  BAD_INDENT: 'Keys of one level begin in the same column, and a list in brackets ends with ].',
  BAD_SCALAR_START: 'A value that begins with @, % or ` must be in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'A value that holds a colon and a space must be in quotes: title: "Night: A Play". Or a line is set in too far.',
  DUPLICATE_KEY: 'Keep one of the two lines.',
  MISSING_CHAR: 'Close the quote or the bracket that is open, or write the colon after the key.',
  MULTILINE_IMPLICIT_KEY:
    'Write “key: value”, with a colon and a space; a value of several lines is set in below its key.',
  MULTIPLE_DOCS: 'Keep one document: take out the line of three hyphens.',
  TAB_AS_INDENT: 'Set lines in with spaces; YAML takes no tabs.',
  TAG_RESOLVE_FAILED: 'A value that begins with ! is a tag. Put it in quotes if it is text.',
  UNEXPECTED_TOKEN: 'A value that holds a colon and a space, or begins with a sign, must be in quotes.',
};

/** The remedy for an error of YAML. */
export const yamlRemedy = (code: ErrorCode): string =>
  REMEDIES[code] ??
  'Write “key: value” lines; put a value that holds a colon or begins with a sign in quotes.';
