import type { Block } from './block.js';
import { mapBlockTexts } from './block-texts.js';
import { CleaningLog, type CleaningReport } from './cleaning-log.js';
import { decode } from './decode.js';
import { findDialect, wasCleaned } from './dialect.js';
import { readHtml } from './intake/html/read-html.js';
import { findLayout } from './layout.js';
import { Lexicon } from './lexicon.js';
import { flush, type Line, splitLines } from './line.js';
import { MappedText } from './mapped-text.js';
import { readInline } from './markdown-inline.js';
import { Metadata } from './metadata.js';
import { type ProfileInput, profileSchema } from './profile.js';
import { readBlocks } from './read-blocks.js';
import type { LooseNote, Rule, RuleContext } from './rule.js';
import { RULES } from './rules/index.js';
import { SourceText } from './source-text.js';
import { writeFrontMatter } from './write-front-matter.js';
import { writeMarkdown } from './write-markdown.js';

/** A text as it was found: characters, or the bytes of its file. */
export type RawText = {
  /** The file's name, for messages and for a title where the text gives none. */
  readonly name: string;
  /** `html` for a web page; a text by default. */
  readonly form?: 'text' | 'html';
  /** How the characters were encoded in their file, for the log; found out where bytes are given. */
  readonly encoding?: string;
} & ({ readonly text: string } | { readonly bytes: Uint8Array });

export interface CleanOptions {
  /** What is known of the text beforehand. */
  readonly profile?: ProfileInput;
  /** Hash of the file as found (hex SHA-256), recorded in the front matter. */
  readonly sha256?: string;
}

export interface Cleaned {
  /** The text as it was found, with its lines. */
  readonly source: SourceText;
  /** Markdown with front matter. */
  readonly markdown: string;
  readonly log: CleaningReport;
  /** Line of the source for each line of `markdown`, both counted from 1 (index 0 is the first line). */
  readonly lines: readonly number[];
  /** The Markdown with the source offset of every character. */
  readonly mapped: MappedText;
}

/**
 * Turns a raw text into clean Markdown and a log of everything that was changed or removed. Pure: the same
 * input gives the same result.
 */
export function clean(input: RawText, options: CleanOptions = {}): Cleaned {
  const found = 'text' in input ? { text: input.text, encoding: input.encoding } : decode(input.bytes);
  const source = new SourceText(input.name, found.text);
  const profile = profileSchema.parse(options.profile ?? {});
  const cleaned = wasCleaned(source);
  const log = new CleaningLog(source, found.encoding, cleaned);
  const metadata = new Metadata();
  const isPage = input.form === 'html';
  const dialect = isPage ? 'markdown' : (profile.dialect ?? findDialect(source));
  const notes: LooseNote[] = [];
  const lexicon = new Lexicon(source.value, profile.language);
  const rules = RULES.filter((rule) => {
    const wish = profile.rules[rule.name];
    return wish === 'force' || (wish !== 'forbid' && !(cleaned && rule.guesses));
  });
  const contextOf = (rule: Rule): RuleContext => ({
    source,
    profile,
    metadata,
    notes,
    dialect,
    cleaned,
    lexicon,
    log: log.of(rule.name),
    forced: profile.rules[rule.name] === 'force',
  });

  let text = isPage ? readHtml(source.value, input.name, log, metadata) : MappedText.source(source.value);
  for (const rule of rules) if (rule.stage === 'characters') text = rule.apply(text, contextOf(rule));

  let lines: readonly Line[] = splitLines(text);
  for (const rule of rules) if (rule.stage === 'lines') lines = rule.apply(lines, contextOf(rule));

  const shapes = rules.flatMap((rule) =>
    rule.stage === 'shapes' ? [{ rule, context: contextOf(rule) }] : [],
  );
  const inline = dialect === 'markdown' ? readInline : (plain: MappedText) => plain;
  const layout = findLayout(lines);
  const proseShapes = shapes.filter(({ rule }) => rule.name !== 'verse');
  const readNote = ({ label, marker, lines: [first, ...rest] }: LooseNote): Block => {
    const inner = [{ ...first!, text: first!.text.slice(marker.length) }, ...rest];
    // Lines that go on in small letters were broken at the measure of the notes, which may be narrower than the text's.
    const isProse = rest.some((line) => /^\p{Ll}/u.test(line.text.value));
    return {
      type: 'note',
      label,
      marker,
      place: 'foot',
      blocks: readBlocks(flush(inner), isProse ? proseShapes : shapes, inline, layout),
    };
  };
  let blocks: readonly Block[] = [...readBlocks(lines, shapes, inline), ...notes.map(readNote)];

  for (const rule of rules) if (rule.stage === 'blocks') blocks = rule.apply(blocks, contextOf(rule));
  for (const rule of rules) {
    if (rule.stage !== 'words') continue;
    const context = contextOf(rule);
    blocks = mapBlockTexts(blocks, (words) => rule.apply(words, context));
  }

  const report = log.report();
  const mapped = MappedText.concat([
    writeFrontMatter(metadata, { source: input.name, sha256: options.sha256, log: report }),
    writeMarkdown(blocks),
  ]);
  return { source, markdown: mapped.value, log: report, mapped, lines: sourceLines(mapped, source) };
}

/** The source line of each line: that of its first word that was there, or of what stands before a line without. */
function sourceLines(mapped: MappedText, source: SourceText): number[] {
  const runs: { start: number; origin: number }[] = [];
  mapped.eachRun((start, origin, inserted) => {
    if (!inserted) runs.push({ start, origin });
  });
  const lines: number[] = [];
  let at = 0;
  let run = 0;
  for (const line of mapped.value.split('\n')) {
    const end = at + line.length;
    while (run + 1 < runs.length && runs[run + 1]!.start <= at) run++;
    const next = runs[run]?.start !== undefined && runs[run]!.start < at ? runs[run + 1] : runs[run];
    const own = source.lineAt(mapped.originAt(at));
    lines.push(next && next.start > at && next.start < end ? source.lineAt(next.origin) : own);
    at = end + 1;
  }
  return lines;
}
