import type { Fault } from './fault.js';

const XHTML = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<!DOCTYPE html>\s*<html\s/;
/** Without an encoding it is UTF-8 by the rules of XML. */
const XML = /^(<\?xml version="1\.0"( encoding="UTF-8")?\s*\?>)?\s*<\w/;

/** An XML file says what it is, in UTF-8, and holds no instruction to a programme. */
export function checkDeclaration(file: string, text: string): Fault[] {
  const faults: Fault[] = [];
  const tell = (line: number, message: string) => faults.push({ file, line, rule: 'declaration', message });
  if (!(file.endsWith('.xhtml') ? XHTML : XML).test(text))
    tell(1, 'Expected XML 1.0 in UTF-8, and HTML as such');
  const at = text.indexOf('<?', 2);
  if (at > 0) tell(text.slice(0, at).split('\n').length, 'An instruction to a programme');
  return faults;
}
