import type { List, ListItem, Nodes, Paragraph, Parents, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { fromMangled, rankOf } from './labels.js';
import type { Block, Call, Candidate, NoteSet, Standing, Stretch } from './model.js';
import { isNotesHeading, seriesOfHeading } from './notes-heading.js';
import { positionAcross } from './place.js';
import type { Survey } from './survey.js';
import type { NoteSeries } from './types.js';

/** What blocks a convention reads as notes. */
export interface NoteForms {
  /** The label at the head of a note’s paragraph, with the label in its first group that matched. */
  readonly opening?: RegExp;
  /** The label at the head of a paragraph where it is not plain text. */
  readonly openingLink?: (paragraph: Paragraph) => { label: string; mark: string; at: Stretch } | undefined;
  /** The same as OCR may have it: read as a label only where the sequence asks for it. */
  readonly mangledOpening?: RegExp;
  /** Makes the label of what the opening’s group matched. */
  readonly openingLabel?: (written: string) => string;
  /** The head of a note that is put in brackets as a whole: `[Footnote 1: text]`. */
  readonly bracketedNote?: RegExp;
  /** `1. text`, or `* text` with the bullet as its label. */
  readonly list?: 'ordered' | 'star';
  readonly series?: NoteSeries;
}

type Entry = Candidate & {
  readonly form: NoteSet['form'];
  /** The number that a letter may be: OCR has `[l]` for `[1]`. */
  readonly number?: string;
};

const isNumber = (label: string): boolean => /^\d/.test(label);

const NEVER_PART_OF_A_NOTE = new Set([
  'heading',
  'thematicBreak',
  'html',
  'footnoteDefinition',
  'yaml',
  'toml',
]);

const labelIn = (match: RegExpExecArray): string => match.slice(1).find((group) => group !== undefined) ?? '';

/** Where in the reading order each label is first called. */
type CalledAt = ReadonlyMap<string, number>;

/** Notes that may be missing between two in one paragraph, if the later one has its call. */
const MOST_MISSING = 5;

/** Labels stand at the head of the paragraph, and of later lines of it when they count on. */
function openingsOf(paragraph: Paragraph, forms: NoteForms, survey: Survey, called: CalledAt): Entry[] {
  const entries: Entry[] = [];
  const read = (node: Text, start: number): void => {
    const rest = node.value.slice(start, start + 60);
    const last = entries.at(-1);
    const next = (rankOf(last?.label ?? '') ?? 0) + 1;
    const match = forms.opening?.exec(rest) ?? forms.mangledOpening?.exec(rest);
    if (!match) return;
    const written = labelIn(match);
    const label = forms.openingLabel?.(written) ?? written;
    const rank = rankOf(label);
    const mangled = forms.mangledOpening?.test(rest) && !isNumber(label) ? fromMangled(written) : undefined;
    const number = mangled && isNumber(mangled) ? mangled : undefined;
    const fits = rank === next || rankOf(number ?? '') === next || (rank === 1 && label.startsWith('*'));
    const skips = rank !== undefined && rank > next && rank <= next + MOST_MISSING;
    const isCalled = (called.get(label) ?? Number.POSITIVE_INFINITY) < survey.order(paragraph);
    if (last && !fits && !(skips && isCalled)) return;
    const end = start + match[0].length;
    const place = survey.places.position(node, start, end);
    entries.push({
      label,
      mark: match[0].trim(),
      order: survey.order(node) + start / (node.value.length + 1),
      place,
      from: { kind: 'piece', paragraph, label: { parent: paragraph, first: node, last: node, start, end } },
      more: [],
      form: 'marked',
      ...(forms.series && { series: forms.series }),
      ...(number && { number }),
    });
  };
  const link = forms.openingLink?.(paragraph);
  if (link) {
    return [
      {
        label: link.label,
        mark: link.mark,
        order: survey.order(paragraph),
        place: positionAcross(link.at.first, link.at.last),
        from: { kind: 'piece', paragraph, label: link.at },
        more: [],
        form: 'marked',
      },
    ];
  }
  const [first] = paragraph.children;
  if (first?.type !== 'text') return [];
  read(first, 0);
  if (!entries.length) return [];
  paragraph.children.forEach((child, index) => {
    if (child.type !== 'text') return;
    if (paragraph.children[index - 1]?.type === 'break') read(child, 0);
    for (let at = child.value.indexOf('\n'); at >= 0; at = child.value.indexOf('\n', at + 1))
      read(child, at + 1);
  });
  return entries;
}

/** A note in brackets, with the blocks up to the one that closes them. */
function bracketedNote(parent: Parents, index: number, pattern: RegExp, survey: Survey): Entry | undefined {
  const paragraph = parent.children[index]!;
  const first = paragraph.type === 'paragraph' ? paragraph.children[0] : undefined;
  const match = first?.type === 'text' ? pattern.exec(first.value.slice(0, 60)) : null;
  if (paragraph.type !== 'paragraph' || first?.type !== 'text' || !match) return undefined;
  let depth = 0;
  for (let at = index; at < parent.children.length && at < index + 30; at++) {
    const block = parent.children[at]!;
    if (block.type === 'heading') return undefined;
    const text = textOf(block);
    for (const character of text) depth += character === '[' ? 1 : character === ']' ? -1 : 0;
    if (depth > 0) continue;
    const last = block.type === 'paragraph' ? block.children.at(-1) : undefined;
    if (depth < 0 || last?.type !== 'text' || !/\]\s*$/.test(last.value)) return undefined;
    const end = last.value.lastIndexOf(']');
    return {
      label: labelIn(match),
      mark: match[0].trim(),
      order: survey.order(first),
      place: { start: paragraph.position!.start, end: block.position!.end },
      from: {
        kind: 'piece',
        paragraph,
        label: { parent: paragraph, first, last: first, start: 0, end: match[0].length },
        close: { parent: block as Paragraph, first: last, last, start: end, end: end + 1 },
      },
      more: parent.children.slice(index + 1, at + 1) as Block[],
      form: 'marked',
    };
  }
  return undefined;
}

function itemsOf(list: List, forms: NoteForms, survey: Survey): Entry[] {
  const written = (item: ListItem) =>
    /^\s*(\d+)[.)]/.exec(
      survey.source.slice(item.position?.start.offset, (item.position?.start.offset ?? 0) + 12),
    )?.[1];
  const numbers = list.children.map((item) => Number(written(item) ?? Number.NaN));
  const rising = numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);
  return list.children.map((item, index) => ({
    label: forms.list === 'star' ? '*' : String(rising ? numbers[index]! : (list.start ?? 1) + index),
    mark: '',
    order: survey.order(item),
    place: item.position,
    from: { kind: 'blocks', content: item.children as readonly Block[] },
    more: [],
    form: 'listed',
    ...(forms.series && { series: forms.series }),
  }));
}

function entriesOf(node: Nodes, forms: NoteForms, survey: Survey, called: CalledAt): Entry[] {
  if (node.type === 'paragraph') return openingsOf(node, forms, survey, called);
  if (node.type !== 'list' || !forms.list) return [];
  if (node.children.some((item) => item.checked !== null && item.checked !== undefined)) return [];
  if (forms.list === 'ordered') return node.ordered ? itemsOf(node, forms, survey) : [];
  const star = !node.ordered && survey.source[node.position?.start.offset ?? -1] === '*';
  return star ? itemsOf(node, forms, survey) : [];
}

/** A letter that counts on as a number is that number. */
function asNumber(entry: Entry, open: Draft | undefined): Entry {
  const last = open?.notes.at(-1)?.label ?? '';
  if (!entry.number || !isNumber(last) || rankOf(last)! + 1 !== Number(entry.number)) return entry;
  return { ...entry, label: entry.number, repairedFrom: entry.label };
}

interface Draft {
  readonly notes: Entry[];
  readonly labels: Set<string>;
  readonly blocks: Nodes[];
  readonly from: number;
  to: number;
  readonly headed: boolean;
}

const holdsCall = (block: Nodes, callOrders: readonly number[], survey: Survey): boolean => {
  const from = survey.order(block);
  let low = 0;
  let high = callOrders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (callOrders[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < callOrders.length && callOrders[low]! <= survey.end(block) + 1;
};

/** The groups of notes in one container. */
function draftsIn(
  parent: Parents,
  forms: NoteForms,
  survey: Survey,
  callOrders: readonly number[],
  called: CalledAt,
): Draft[] {
  const drafts: Draft[] = [];
  let open: Draft | undefined;
  let pending: Nodes[] = [];
  let headed = false;
  let depth = 6;
  let series: NoteSeries | undefined;

  const goesOn = (entry: Entry): boolean => {
    if (!open || open.notes[0]!.form !== entry.form || open.labels.has(entry.label)) return false;
    const last = rankOf(open.notes.at(-1)!.label);
    const rank = rankOf(entry.label);
    if (isNumber(entry.label) !== isNumber(open.notes[0]!.label)) return false;
    if (rank !== undefined && last !== undefined && rank < last) return false;
    if (!pending.length) return true;
    return (
      rank === (last ?? 0) + 1 &&
      pending.every((block) => open!.headed || !holdsCall(block, callOrders, survey))
    );
  };
  const close = (): void => {
    if (open?.headed) {
      // Under its heading nothing but notes stands: a quotation, a table or verse goes on with the last of them.
      for (const block of pending) {
        if (block.type === 'paragraph') break;
        open.notes.at(-1)!.more.push(block as Block);
        open.blocks.push(block);
        open.to++;
      }
    }
    open = undefined;
    pending = [];
  };

  let taken = -1;
  parent.children.forEach((child, index) => {
    if (index <= taken) return;
    if (isNotesHeading(child)) {
      close();
      headed = true;
      depth = child.type === 'heading' ? child.depth : 6;
      series = seriesOfHeading(child);
      return;
    }
    const whole = forms.bracketedNote && bracketedNote(parent, index, forms.bracketedNote, survey);
    const entries = whole ? [whole] : entriesOf(child, forms, survey, called);
    if (!entries.length) {
      if (NEVER_PART_OF_A_NOTE.has(child.type)) close();
      else if (open) pending.push(child);
      // Under “Notes” the notes of each chapter may have its title over them.
      if (child.type === 'heading' && child.depth <= depth) headed = false;
      return;
    }
    for (const [at, plain] of entries.entries()) {
      const entry = asNumber(series && !plain.series ? { ...plain, series } : plain, open);
      const [first] = open?.notes ?? [];
      if (
        first?.number &&
        open?.notes.length === 1 &&
        isNumber(entry.label) &&
        rankOf(entry.label) === Number(first.number) + 1
      ) {
        open.notes[0] = { ...first, label: first.number, repairedFrom: first.label };
        open.labels.add(first.number);
      }
      if (!goesOn(entry)) {
        if (at === 0) close();
        open = { notes: [], labels: new Set(), blocks: [], from: index, to: index, headed };
        drafts.push(open);
      }
      if (pending.length) {
        open!.notes.at(-1)!.more.push(...(pending as Block[]));
        open!.blocks.push(...pending);
        pending = [];
      }
      open!.notes.push(entry);
      open!.labels.add(entry.label);
      if (open!.blocks.at(-1) !== child) open!.blocks.push(child);
      open!.to = index;
    }
    if (whole) {
      open!.blocks.push(...whole.more);
      taken = index + whole.more.length;
      open!.to = taken;
    }
  });
  close();
  return drafts;
}

/** The nearest sibling that is not a note already. */
function beside(parent: Parents, index: number, step: 1 | -1): Nodes | undefined {
  let at = index + step;
  while (parent.children[at]?.type === 'footnoteDefinition') at += step;
  return parent.children[at];
}

/** Finds the blocks that may be notes, in groups in which each label stands once. */
export function findNoteSets(survey: Survey, forms: NoteForms, calls: readonly Call[]): NoteSet[] {
  const callOrders = calls.map((call) => call.order);
  const called = new Map<string, number>();
  for (const { label, order } of calls) if (!called.has(label)) called.set(label, order);
  const sets: NoteSet[] = [];
  for (const { node: parent, inNote } of survey.containers) {
    if (inNote || parent.type === 'footnoteDefinition' || parent.type === 'listItem') continue;
    const drafts = draftsIn(parent, forms, survey, callOrders, called);
    const starts = new Set(drafts.map((draft) => draft.from));
    let ruledTo = -1;
    for (const draft of drafts) {
      const before = beside(parent, draft.from, -1);
      const after = beside(parent, draft.to, 1);
      const ruled = before?.type === 'thematicBreak' || (ruledTo >= 0 && ruledTo >= draft.from - 1);
      if (ruled) ruledTo = draft.to;
      const closing =
        !after || after.type === 'heading' || after.type === 'thematicBreak' || starts.has(draft.to + 1);
      const standing: Standing = draft.headed ? 'headed' : ruled ? 'ruled' : closing ? 'closing' : 'loose';
      sets.push({
        notes: draft.notes,
        form: draft.notes[0]!.form,
        standing,
        order: draft.notes[0]!.order,
        end: survey.end(draft.blocks.at(-1)!),
        parent,
        blocks: draft.blocks,
        ...(before?.type === 'thematicBreak' && { rule: before }),
      });
    }
  }
  return sets.sort((a, b) => a.order - b.order);
}
