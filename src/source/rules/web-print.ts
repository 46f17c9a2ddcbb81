import { isBlank } from '../line.js';
import type { LineRule } from '../rule.js';

const DATE = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{2,4}`;
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?`;
const URL = String.raw`(?:https?://|file:///|www\.)\S+`;

/** Lines that a browser, a printer driver or a web site puts round a text. Each must be the whole line. */
const LINES: readonly {
  readonly pattern: RegExp;
  readonly reason: string;
  readonly needsCompany?: boolean;
}[] = [
  {
    pattern: new RegExp(`^${URL}\\s+(?:\\d+\\s*(?:/|of)\\s*\\d+|${DATE}.*|\\[?\\d+\\]?)$`, 'i'),
    reason: 'foot line of a print-out',
  },
  {
    pattern: new RegExp(`^${DATE},?\\s+(?:${CLOCK}\\s+)?\\S.*${URL}.*$`, 'i'),
    reason: 'head line of a print-out',
  },
  { pattern: new RegExp(`^${DATE},\\s+${CLOCK}(?:\\s.*)?$`, 'i'), reason: 'head line of a print-out' },
  { pattern: new RegExp(`^${DATE}\\s+${URL}$`, 'i'), reason: 'head line of a print-out' },
  { pattern: /^Page \d+ (?:of|\/) \d+$/i, reason: 'page number' },
  {
    pattern:
      /^(?:Back|Return|Jump|Skip) to (?:the )?(?:top|main content|content|index|contents)(?: of (?:the )?page)?\.?$/i,
    reason: 'navigation',
  },
  { pattern: /^(?:Attachment|Attachments?)\s+Size$/i, reason: 'table of attachments' },
  {
    pattern: /^\S.*\.(?:pdf|epub|mobi|docx?|odt|txt|rtf|zip)\s+\(?\d+(?:[.,]\d+)?\s?[KMG]i?B\)?$/i,
    reason: 'attachment',
  },
  { pattern: /^[\w%() .-]{1,60}\.(?:jpe?g|png|gif|webp|svg|tiff?|bmp)$/i, reason: 'file name of an image' },
  {
    pattern: /^(?:Home|Start|Library|Archive|Index)(?:\s*(?:>|»|›|→|::)\s*\S[^>»›→]{0,50}){1,6}$/,
    reason: 'breadcrumbs',
  },
  {
    pattern:
      /^(?:Printer-friendly version|Print this page|Email this page|Share this(?: page)?|Log ?in or register to post comments|Add new comment|Read more)$/i,
    reason: 'navigation',
  },
  {
    pattern:
      /^(?:Tweet|Share|Print|Email|Next|Previous|Login|Search)(?:\s*[|·•]\s*(?:Tweet|Share|Print|Email|Next|Previous|Login|Search))+$/i,
    reason: 'navigation',
  },
];

/** Takes out what a print-out or a web site put into the text, and lines that the profile names. */
export const webPrint: LineRule = {
  stage: 'lines',
  name: 'web-print',
  guesses: true,
  apply(lines, { log, profile, metadata }) {
    const named = profile.furniture.map((pattern) => new RegExp(`^(?:${pattern})$`, 'u'));
    let inCode = false;
    return lines.map((line) => {
      if (isBlank(line)) return line;
      const { value } = line.text;
      if (/^(?:```|~~~)/.test(value)) inCode = !inCode;
      if (inCode || value.length > 300) return line;
      const reason = named.some((pattern) => pattern.test(value))
        ? 'named in the profile'
        : LINES.find(({ pattern }) => pattern.test(value))?.reason;
      if (!reason) return line;
      const url = /https?:\/\/[^\s\])>]+/.exec(value)?.[0];
      if (url && !metadata.source) metadata.source = url;
      log.removed(line.text, reason);
      if (reason === 'file name of an image')
        log.warn(line.text, 'A picture stood here whose file is not part of the text.', value);
      return { ...line, text: line.text.slice(0, 0), indent: 0, width: 0, opensPage: line.opensPage };
    });
  },
};
