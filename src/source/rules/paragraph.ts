import { endsOnFunctionWord, endsShort, nextText } from '../chunk.js';
import type { Line } from '../line.js';
import { MappedText } from '../mapped-text.js';
import type { ShapeReader, ShapeRule } from '../rule.js';
import { beginsInside, endsSentence, endsSoftly } from '../sentence.js';

/** Blank lines that a page or column break may leave inside a sentence. */
const WIDEST_GAP = 6;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF65]/u;

/** Takes whatever nothing else recognised, and joins its lines, also over page and column breaks. */
export const paragraph: ShapeRule = {
  stage: 'shapes',
  name: 'paragraph',
  recognise(at, reader) {
    const { lines } = reader;
    const parts: (MappedText | string)[] = [lines[at]!.text];
    let last = at;
    const opening = numberOf(lines[at]!);
    for (;;) {
      const next = nextText(last + 1, lines);
      if (next === undefined || !goesOn(last, next, reader) || reader.isShaped(next)) break;
      if (
        opening !== undefined &&
        numberOf(lines[next]!) === opening + 1 &&
        endsSentence(lines[last]!.text.value)
      )
        break;
      const line = lines[next]!;
      if (next > last + 1) {
        const before = `${lines[last]!.text.value.slice(-40)}\n\n${line.text.value.slice(0, 40)}`;
        reader.log.changed(line.text, before, before.replace('\n\n', ' '), 0.9);
      }
      parts.push(...separator(lines[last]!, line, reader), line.text);
      last = next;
    }
    const text = reader.inline(MappedText.concat(parts));
    return { blocks: [{ type: 'paragraph', text }], next: last + 1 };
  },
};

/** The number that a line begins with; the next number begins the next paragraph. */
function numberOf({ text }: Line): number | undefined {
  const number = /^(\d{1,3})(?:$|\s+[“"‘']?\p{Lu})/u.exec(text.value)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Between dashes nothing is needed; where Markdown breaks a line with two spaces or a backslash, the break stays. */
function separator(line: Line, next: Line, { dialect }: ShapeReader): string[] {
  if (/[—–]$|\S--$/.test(line.text.value) && !/\s[—–]$/.test(line.text.value)) {
    return /^[\p{Ll}]/u.test(next.text.value) || /—$|--$/.test(line.text.value) ? [] : [' '];
  }
  if (dialect === 'markdown') {
    if (/(?<!\\)(?:\\\\)*\\$/.test(line.text.value)) return ['\n'];
    if (line.breaks) return ['  \n'];
  }
  // Writing that does not part words has no space where a line ended.
  if (UNSPACED.test(line.text.value.at(-1) ?? '') && UNSPACED.test(next.text.value[0] ?? '')) return [];
  return [' '];
}

/** Whether the paragraph of one line goes on in another. */
function goesOn(at: number, next: number, reader: ShapeReader): boolean {
  const { lines, layout } = reader;
  const line = lines[at]!;
  const following = lines[next]!;
  if (line.cutsWord) return true;
  const value = line.text.value;
  const gap = next - at - 1;
  if (gap > 0 || following.opensPage) return goesOnOverBreak(line, following, gap, reader);
  // In Markdown lines without a blank line between are one paragraph, unless every line is one.
  const isLineAParagraph = !layout.wrapped && layout.blankShare < 0.3 && value.length > 80;
  if (reader.dialect === 'markdown' && !isLineAParagraph) return true;
  if (!layout.wrapped)
    return !endsSentence(value) && !endsSoftly(value) && beginsInside(following.text.value);
  // An indented first line begins a paragraph where the text has the habit.
  const step = following.indent - line.indent;
  if (layout.indentedParagraphs && step >= 2 && step <= 8)
    return !endsSentence(value) && beginsInside(following.text.value);
  const mayEnd = endsSentence(value) || endsSoftly(value);
  return !(
    mayEnd &&
    endsShort(line, following, layout.measure * 0.93) &&
    !beginsInside(following.text.value)
  );
}

function goesOnOverBreak(line: Line, following: Line, gap: number, reader: ShapeReader): boolean {
  const { layout } = reader;
  const value = line.text.value;
  if (reader.cleaned && gap > 0) return false;
  if (gap > WIDEST_GAP) return false;
  const begins = beginsInside(following.text.value);
  if (!layout.wrapped) {
    return begins && !endsSentence(value) && /[\p{L}\p{N},–—-][\])’”"]?$/u.test(value) && value.length > 40;
  }
  // Where paragraphs are told by their indents, a blank line that no indent follows is a break of the page.
  const isBreak = following.opensPage || (layout.indentedParagraphs && layout.blankShare < 0.3);
  if (endsSentence(value)) return isBreak && isRunOn(line, following, reader);
  const isFull = line.width >= layout.measure * 0.68;
  if (endsSoftly(value))
    return following.opensPage && ((begins && isFull) || isRunOn(line, following, reader));
  if (begins)
    return (
      line.width >= layout.measure * 0.5 ||
      /[,–—-]$/.test(value) ||
      following.opensPage ||
      endsOnFunctionWord(value, reader)
    );
  // A name or a number may begin the next page: the line must be full.
  return (
    isFull &&
    (following.opensPage || /^[\p{N}(]/u.test(following.text.value) || endsOnFunctionWord(value, reader))
  );
}

/** Whether a paragraph goes on over the turn of a page where a sentence ends: its last line would hardly be full. */
function isRunOn(line: Line, following: Line, { layout }: ShapeReader): boolean {
  if (layout.indentedParagraphs && following.indent > layout.margin + 1) return false;
  const word = /^\S*/.exec(following.text.value)![0].length;
  return line.width + 1 + word > layout.measure && line.width > layout.measure * 0.8;
}
