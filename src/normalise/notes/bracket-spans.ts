import type { FootnoteDefinition, FootnoteReference, PhrasingContent, Text } from 'mdast';
import { groupBy } from './group-by.js';
import { positionAcross, type TextPlaces } from './place.js';
import type { Run, Survey } from './survey.js';
import type { ConventionName } from './types.js';
import type { Written } from './write.js';

/** What a convention of notes in brackets needs. */
export interface BracketSpec {
  readonly convention: ConventionName;
  /** Characters of the opening, bracket included, if one begins at the offset of a text; else 0. */
  opens(run: Run, offset: number): number;
  /** Whether a backslash takes a bracket out of the count; many converters put one before every bracket. */
  readonly heedsEscapes: boolean;
  /** Told of an opening that nothing closes. */
  unclosed?(run: Run, offset: number): void;
}

interface Point {
  readonly child: number;
  readonly offset: number;
}
interface Span {
  /** First character of the opening, and of what is inside. */
  readonly from: Point;
  readonly inside: Point;
  /** The closing bracket. */
  readonly to: Point;
  readonly order: number;
}

/** Spans between brackets among the children of one parent, across emphasis and links; nested ones inside out. */
function spansIn(runs: readonly Run[], spec: BracketSpec, places: TextPlaces): Span[] {
  const spans: Span[] = [];
  const counts = (run: Run, offset: number) => !spec.heedsEscapes || !places.escaped(run.node, offset);
  const open: ({ from: Point; inside: Point; run: Run } | undefined)[] = [];
  for (const run of runs) {
    const { value } = run.node;
    for (let offset = 0; offset < value.length; offset++) {
      const character = value[offset];
      const opening = character === '^' || character === '[' ? spec.opens(run, offset) : 0;
      if (opening) {
        const child = run.index;
        open.push({ from: { child, offset }, inside: { child, offset: offset + opening }, run });
        offset += opening - 1;
      } else if (character === '[') {
        if (counts(run, offset)) open.push(undefined);
      } else if (character === ']' && open.length && counts(run, offset)) {
        const begun = open.pop();
        const empty = begun && begun.inside.child === run.index && begun.inside.offset === offset;
        if (begun && !empty) {
          const order = begun.run.order + begun.from.offset / (begun.run.node.value.length + 1);
          spans.push({ from: begun.from, inside: begun.inside, to: { child: run.index, offset }, order });
        }
      }
    }
  }
  for (const begun of open) if (begun) spec.unclosed?.(begun.run, begun.from.offset);
  return spans;
}

const isBefore = (a: Point, b: Point): boolean =>
  a.child < b.child || (a.child === b.child && a.offset < b.offset);

/** Takes what stands between the brackets out of the text and makes notes of it, nested notes included. */
export function takeBracketed(survey: Survey, spec: BracketSpec): Written[] {
  const written: Written[] = [];
  const after = new Map<Run['top'], FootnoteDefinition[]>();
  for (const [parent, runs] of groupBy(survey.runs, (run) => run.parent)) {
    const spans = spansIn(runs, spec, survey.places).sort((a, b) => a.order - b.order);
    if (!spans.length) continue;
    const old = parent.children as PhrasingContent[];
    const own: Written[] = [];
    let next = 0;

    /** Copies children from one point to another, with references in place of the spans between. */
    const copy = (from: Point, to: Point): PhrasingContent[] => {
      const copied: PhrasingContent[] = [];
      let at = from;
      while (next < spans.length && isBefore(spans[next]!.from, to)) {
        const span = spans[next++]!;
        copied.push(...slice(old, at, span.from, survey.places));
        closeUp(copied);
        const position = positionOf(old, span, survey.places);
        const place = position && { position };
        const data = {
          octavo: { series: 'author' as const, originalLabel: '', convention: spec.convention, mark: '' },
        };
        const reference: FootnoteReference = { type: 'footnoteReference', identifier: '', data, ...place };
        const definition: FootnoteDefinition = {
          type: 'footnoteDefinition',
          identifier: '',
          children: [],
          data: { ...data },
          ...place,
        };
        own.push({ definition, references: [reference], order: span.order });
        const children = trimmed(copy(span.inside, span.to));
        const whole = positionAcross(children[0], children.at(-1));
        definition.children = [{ type: 'paragraph', children, ...(whole && { position: whole }) }];
        copied.push(reference);
        at = { child: span.to.child, offset: span.to.offset + 1 };
      }
      copied.push(...slice(old, at, to, survey.places));
      return copied;
    };
    parent.children = copy(
      { child: 0, offset: 0 },
      { child: old.length, offset: 0 },
    ) as typeof parent.children;
    written.push(...own);
    const top = runs[0]!.top;
    after.set(top, [...(after.get(top) ?? []), ...own.map((one) => one.definition)]);
  }
  if (after.size) {
    survey.root.children = survey.root.children.flatMap((child) => [child, ...(after.get(child) ?? [])]);
  }
  return written;
}

function positionOf(children: readonly PhrasingContent[], span: Span, places: TextPlaces) {
  const start = places.point(children[span.from.child] as Text, span.from.offset);
  const end = places.point(children[span.to.child] as Text, span.to.offset + 1);
  return start && end && { start, end };
}

function slice(
  children: readonly PhrasingContent[],
  from: Point,
  to: Point,
  places: TextPlaces,
): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let child = from.child; child <= to.child && child < children.length; child++) {
    const node = children[child]!;
    if (node.type !== 'text') {
      if (child < to.child) result.push(node);
      continue;
    }
    const start = child === from.child ? from.offset : 0;
    const end = child === to.child ? to.offset : node.value.length;
    if (start >= end) continue;
    const position = places.position(node, start, end);
    result.push({ ...node, value: node.value.slice(start, end), ...(position && { position }) });
  }
  return result;
}

/** A call stands close to its word. */
function closeUp(children: PhrasingContent[]): void {
  const last = children.at(-1);
  if (last?.type !== 'text') return;
  const value = last.value.trimEnd();
  if (value) children[children.length - 1] = { ...last, value };
  else if (children.length > 1) children.pop();
}

/** The content of a note without the white space at its ends. */
function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const first = children[0];
  if (first?.type === 'text') children[0] = { ...first, value: first.value.trimStart() };
  const last = children.at(-1);
  if (last?.type === 'text') children[children.length - 1] = { ...last, value: last.value.trimEnd() };
  return children.filter((child) => child.type !== 'text' || child.value !== '');
}
