import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { removeBackLinks } from './back-links.js';
import type { PairedConvention } from './conventions/convention.js';
import { CONVENTIONS } from './conventions/conventions.js';
import type { NoteSet } from './model.js';
import { nameNotes } from './name-notes.js';
import { joinRaisedMarks } from './raised-marks.js';
import { removeNotesHeadings } from './remove-headings.js';
import { reportGaps, reportRepairs, reportUnplaced, reportUntaken } from './report-notes.js';
import { seriesOf } from './series.js';
import { settle } from './settle.js';
import { type Survey, takeSurvey } from './survey.js';
import type { ConventionName, NoteSeries, NotesResult, RemovedText, UnplacedCall } from './types.js';
import { type Written, write } from './write.js';

/** What a person may say about the notes of a document. */
export interface NotesOptions {
  /**
   * For each convention: `auto` looks for it and judges by what stands round it (the default), `always` takes
   * every note that a call fits, `never` leaves its marks alone.
   */
  readonly conventions?: Readonly<Partial<Record<ConventionName, 'auto' | 'always' | 'never'>>>;
  /** Whose notes those of a convention are, where nothing else says so. */
  readonly series?: Readonly<Partial<Record<ConventionName, NoteSeries>>>;
}

/** Normalises every convention of notes in a tree to GFM footnotes, and says what found no partner. */
export function normaliseNotes(tree: Root, file: VFile, options: NotesOptions = {}): NotesResult {
  const source = String(file);
  const restoreTags = joinRaisedMarks(tree);
  const notes: Written[] = [];
  const unplacedCalls: UnplacedCall[] = [];
  const untaken: NoteSet[] = [];
  // Taken anew only where a convention has changed the tree.
  let survey: Survey | undefined;

  for (const convention of CONVENTIONS) {
    const choice = options.conventions?.[convention.name] ?? 'auto';
    if (choice === 'never') continue;
    if ('take' in convention) {
      survey ??= takeSurvey(tree, source);
      const written = convention.take(survey, file);
      if (written.length > 0) survey = undefined;
      notes.push(...written);
      continue;
    }
    survey ??= takeSurvey(tree, source);
    const taken = bringTogether(survey, convention, choice === 'always', file);
    if (taken.isChanged) survey = undefined;
    notes.push(...taken.notes);
    unplacedCalls.push(...taken.unplacedCalls);
    untaken.push(...taken.untaken);
  }
  restoreTags();

  const removed: RemovedText[] = notes
    .filter(({ definition }) => definition.data?.octavo?.convention !== 'gfm')
    .flatMap(({ definition }) => removeBackLinks(definition));
  settleSeries(notes, options);
  const reading = inReadingOrder(tree, notes);
  nameNotes(reading);
  removed.push(...removeNotesHeadings(tree, file));
  const unplaced = reading.filter((note) => note.references.length === 0);
  for (const { definition } of unplaced)
    definition.data!.octavo = { ...definition.data!.octavo!, unplaced: true };
  reportUnplaced(file, unplacedCalls, reading);
  reportUntaken(file, untaken, tree);

  return {
    placed: reading.length - unplaced.length,
    unplacedCalls,
    unplacedNotes: unplaced.map(({ definition }) => ({
      label: definition.data!.octavo!.originalLabel,
      convention: definition.data!.octavo!.convention,
      node: definition,
      place: definition.position,
    })),
    removed,
  };
}

function bringTogether(seen: Survey, convention: PairedConvention, forced: boolean, file: VFile) {
  const isPrepared = convention.prepare?.(seen) ?? false;
  const survey = isPrepared ? takeSurvey(seen.root, seen.source, seen.unfolded) : seen;
  const found = convention.find(survey);
  const settled = settle(found, survey.headings, convention.evidence, {
    explicit: convention.explicit,
    forced,
  });
  const accepted = new Set(settled.sets);
  if (!convention.explicit) reportGaps(file, settled);
  reportRepairs(file, settled);
  const notes = write(settled, convention.name, survey.places);
  return {
    notes,
    isChanged: isPrepared || notes.length > 0 || survey.unfolded.size > 0,
    unplacedCalls: settled.orphans.map(
      ({ label, place }): UnplacedCall => ({ label, place, convention: convention.name }),
    ),
    untaken: found.sets.filter((set) => !accepted.has(set)),
  };
}

function settleSeries(notes: readonly Written[], { series = {} }: NotesOptions): void {
  for (const { definition, references } of notes) {
    const data = definition.data!.octavo!;
    const known = data.series === 'author' ? seriesOf(definition) : data.series;
    const settled = known ?? series[data.convention] ?? 'author';
    for (const node of [definition, ...references]) {
      const { unplaced: _, ...rest } = node.data!.octavo!;
      node.data!.octavo = { ...rest, series: settled };
    }
  }
}

/** Notes in the order of their first calls; those without, where they stand. */
function inReadingOrder(tree: Root, notes: readonly Written[]): Written[] {
  const orders = new Map<Nodes, number>();
  const walk = (node: Nodes): void => {
    orders.set(node, orders.size);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  const orderOf = ({ definition, references }: Written) => orders.get(references[0] ?? definition) ?? 0;
  return [...notes].sort((a, b) => orderOf(a) - orderOf(b));
}
