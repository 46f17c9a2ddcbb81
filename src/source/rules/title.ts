import type { Block, Heading } from '../block.js';
import type { Lexicon } from '../lexicon.js';
import { MappedText } from '../mapped-text.js';
import { plainText } from '../marks.js';
import type { BlockRule, RuleContext } from '../rule.js';
import { titleCase } from '../title-case.js';
import { namesPart } from './heading-plain.js';
import { isName } from './office.js';

const BY = /^(?:by|von|par|por|di|da|av|af|door)\s+/i;
/** How far from the top a title and its lines can stand. */
const TOP = 14;

/** Finds the title at the head of a text, the author under it, and a label above it. */
export const title: BlockRule = {
  stage: 'blocks',
  name: 'title',
  guesses: true,
  apply(blocks, context) {
    const { metadata, profile, log } = context;
    if (profile.title) metadata.title = profile.title;
    for (const { name, role } of profile.creators ?? []) metadata.addCreator(name, role);
    const settled = liftTitle(takeLabelAbove(blocks, context), context);
    if (!metadata.title) {
      metadata.title = titleFromName(context.source.name);
      log.warn(0, `The text gives no title; “${metadata.title}” was made of the file’s name.`);
    }
    metadata.language ??= context.lexicon.language;
    return settled;
  },
};

/** A short heading right above a deeper one, with nothing between, names a section of the journal. */
function takeLabelAbove(blocks: readonly Block[], { metadata, log }: RuleContext): readonly Block[] {
  const [first, second] = blocks;
  if (first?.type !== 'heading' || second?.type !== 'heading' || first.make !== 'hashes') return blocks;
  const value = plainText(first.text.value).trim();
  const isTitle = metadata.title !== undefined && squash(metadata.title) === squash(value);
  const isLabel =
    !isTitle &&
    !namesPart(plainText(second.text.value)) &&
    second.level > first.level &&
    value === value.toUpperCase() &&
    value.split(/\s+/).length <= 3;
  if (!isLabel) return blocks;
  metadata.provenance.push(first.text);
  log.removed(first.text, 'a label above the title, kept in the front matter', 0.8);
  log.warn(
    first.text,
    'A label stands above the title; it is kept in the front matter, not as the title.',
    value,
    0.8,
  );
  return blocks.slice(1);
}

/** The title and the lines under it become a heading of the first level and creators. */
function liftTitle(blocks: readonly Block[], context: RuleContext): readonly Block[] {
  const { metadata } = context;
  const found = metadata.title === undefined ? firstTitle(blocks) : sameTitle(blocks, metadata.title);
  if (!found) return takeByline(blocks, 0, context);
  const { at, text, end } = found;
  const heading: Heading = { type: 'heading', level: 1, text, make: 'title' };
  const words = plainText(text.value).replace(/\s+/g, ' ').trim();
  metadata.title ??= titleCase(words, context.lexicon.language, context.source.value);
  const rest = takeYear(takeByline(takeYear(blocks.slice(end), context), 0, context), context);
  return [...takeByline(blocks.slice(0, at), 0, context), heading, ...takeHalfTitle(rest, text, context)];
}

/** The title printed again over the first chapter; where more headings of its make follow, it is one of them. */
function takeHalfTitle(blocks: readonly Block[], title: MappedText, { log }: RuleContext): readonly Block[] {
  const again = blocks.findIndex(
    (one) => one.type === 'heading' && squash(one.text.value) === squash(title.value),
  );
  const heading = blocks[again];
  if (heading?.type !== 'heading' || heading.label || heading.make === 'profile') return blocks;
  const isOneOfMany = blocks.some(
    (one) =>
      one !== heading && one.type === 'heading' && one.make === heading.make && one.level === heading.level,
  );
  if (isOneOfMany || again === blocks.length - 1) return blocks;
  log.removed(heading.text, 'the title, printed again over the text', 0.9);
  return [...blocks.slice(0, again), ...blocks.slice(again + 1)];
}

interface FoundTitle {
  readonly at: number;
  readonly end: number;
  readonly text: MappedText;
}

function firstTitle(blocks: readonly Block[]): FoundTitle | undefined {
  const turned = titleUnderName(blocks);
  if (turned) return turned;
  for (let at = 0; at < Math.min(4, blocks.length); at++) {
    const block = blocks[at]!;
    if (block.type === 'heading') {
      // “Chapter I” is no title of the whole, and neither is one of many headings of its make.
      if (block.label || /^label|^number|^named/.test(block.make)) return undefined;
      return { at, end: at + 1, text: block.text };
    }
    if (block.type === 'paragraph' && isTitleLike(block.text.value, blocks[at + 1]))
      return { at, end: at + 1, text: block.text };
    if (block.type !== 'paragraph' || block.text.length > 60) return undefined;
  }
  return undefined;
}

/** The author over the title, as archives set it: “Ada Writer”, “On the Lamps”, “(1921)”. */
function titleUnderName(blocks: readonly Block[]): FoundTitle | undefined {
  const [first, second, third] = blocks;
  if (first?.type !== 'paragraph' || (second?.type !== 'paragraph' && second?.type !== 'heading'))
    return undefined;
  const [name, title] = [plainText(first.text.value), plainText(second.text.value)];
  if (!isName(name) || !isPerson(name) || (isName(title) && isPerson(title))) return undefined;
  const isShort = title.length <= 110 && !/[.;,:]$/.test(title) && !BY.test(title);
  return isShort && third !== undefined ? { at: 1, end: 2, text: second.text } : undefined;
}

/** A short line without a stop, over another short line or a heading. */
function isTitleLike(value: string, next: Block | undefined): boolean {
  if (
    value.length > 110 ||
    /[.;,:]$/.test(value) ||
    BY.test(value) ||
    !/^[“"‘'«([\uFDD0\uFDD2¿¡]?[\p{Lu}\p{N}]/u.test(value)
  )
    return false;
  if (next === undefined) return false;
  if (next.type === 'heading' || next.type === 'dateline' || next.type === 'signature') return true;
  if (next.type === 'verse' || (next.type === 'container' && next.name === 'drama')) return true;
  return (
    next.type === 'paragraph' &&
    next.text.length <= 80 &&
    (BY.test(next.text.value) || isName(plainText(next.text.value)))
  );
}

function sameTitle(blocks: readonly Block[], title: string): FoundTitle | undefined {
  const wanted = squash(title);
  for (let at = 0; at < Math.min(TOP, blocks.length); at++) {
    const block = blocks[at]!;
    if (block.type !== 'heading' && block.type !== 'paragraph') continue;
    let text = block.text;
    for (let end = at + 1; end <= at + 3; end++) {
      const have = squash(text.value);
      if (
        have.length >= 3 &&
        (have === wanted ||
          (have.length > 6 &&
            wanted.startsWith(have) &&
            end === at + 1 &&
            !squash(textAt(blocks[end]) ?? '').length))
      )
        return { at, end, text };
      const next = blocks[end];
      if ((next?.type !== 'heading' && next?.type !== 'paragraph') || !wanted.startsWith(have)) break;
      text = MappedText.concat([text, ' ', next.text]);
    }
  }
  return undefined;
}

/** Letters and digits alone, for comparing. */
const squash = (value: string) =>
  plainText(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const textAt = (block: Block | undefined) => (block && 'text' in block ? block.text.value : undefined);

/** “by Ada Writer”, or a name alone, right under the title. */
function takeByline(blocks: readonly Block[], from: number, context: RuleContext): readonly Block[] {
  const { metadata, log } = context;
  const first = blocks[from];
  if (!first || (first.type !== 'paragraph' && first.type !== 'heading' && first.type !== 'signature'))
    return blocks;
  const value = plainText(first.text.value).trim();
  // “ACT I” is made of capitals like a name.
  if ((first.type === 'heading' && first.label) || namesPart(value)) return blocks;
  const bare = value.replace(BY, '').replace(/[.,]$/, '');
  if (metadata.title && squash(metadata.title).includes(squash(bare))) return blocks;
  // “by” may stand in a line of its own above the name.
  if (/^(?:by|von|par|di)$/i.test(value)) {
    const rest = takeByline(blocks.slice(from + 1), 0, context);
    if (rest.length === blocks.length - from - 1) return blocks;
    log.removed(first.text, 'the author, kept in the front matter');
    return [...blocks.slice(0, from), ...rest];
  }
  const known = metadata.creators.some(({ name }) => name.toLowerCase() === bare.toLowerCase());
  const says = BY.test(value) && isName(bare);
  const isAuthor =
    metadata.title !== undefined && isAuthorAlone(bare, first, blocks.slice(from + 1), context);
  if (!says && !known && !isAuthor) return blocks;
  metadata.addCreator(bare === bare.toUpperCase() ? titleCase(bare, 'en') : bare, 'author');
  log.removed(first.text, 'the author, kept in the front matter', known || says ? 0.95 : 0.8);
  return [...blocks.slice(0, from), ...blocks.slice(from + 1)];
}

/**
 * Whether a name without “by” is the author’s. A heading of two words looks the same: it stands over prose, other
 * headings of its make follow, and its words are in the dictionary.
 */
function isAuthorAlone(
  value: string,
  block: Block,
  rest: readonly Block[],
  { metadata, lexicon }: RuleContext,
): boolean {
  if (!isName(value) || !isPerson(value) || metadata.creators.some(({ role }) => role === 'author'))
    return false;
  const isOverProse = rest[0]?.type === 'paragraph' && rest[0].text.length > 100;
  if (!isOverProse) return block.type !== 'heading' || !isPlainWords(value, lexicon);
  const { type } = block;
  const others = rest.some((one) => one.type === 'heading' && type === 'heading' && one.make === block.make);
  return !others && !isPlainWords(value, lexicon);
}

/** Whether every word is a common one of the language, so that nothing speaks for a name. */
function isPlainWords(value: string, lexicon: Lexicon): boolean {
  return value.split(/\s+/).every((word) => {
    const bare = word.replace(/[.’']s?$/, '');
    return bare.length > 1 && (lexicon.isCommon(bare) ?? lexicon.count(bare) > 1);
  });
}

/** A year in brackets under the title is its date. */
function takeYear(blocks: readonly Block[], { metadata, log }: RuleContext): readonly Block[] {
  const first = blocks[0];
  const year =
    first?.type === 'paragraph'
      ? /^\(((?:1[4-9]|20)\d{2}(?:[-–]\d{2,4})?)\)\.?$/.exec(first.text.value)?.[1]
      : undefined;
  if (first?.type !== 'paragraph' || !year) return blocks;
  metadata.date ??= year;
  log.removed(first.text, 'the year, kept in the front matter', 0.9);
  return blocks.slice(1);
}

const isPerson = (value: string) => {
  const words = value.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    !/^(?:The|A|An|La|Le|Les|Der|Die|Das|In|On|To)$/i.test(words[0]!) &&
    // “I. The Quay” has a number, not an initial.
    !(
      /^[IVXLC]+\.$/.test(words[0]!) && /^(?:The|A|An|La|Le|Les|Der|Die|Das|In|On|Of)$/i.test(words[1] ?? '')
    ) &&
    !words.slice(1).some((word) => /^(?:of|to|and|in|on|at|for|the)$/i.test(word)) &&
    !/\d/.test(value)
  );
};

function titleFromName(name: string): string {
  const bare = name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return bare === '' ? 'Untitled' : bare.charAt(0).toUpperCase() + bare.slice(1);
}
