import { findMarks } from '../marks.js';
import type { Call, Candidate, Found, NoteSet } from '../model.js';
import { findNoteSets } from '../note-sets.js';
import { EXPLICIT } from '../settle.js';
import type { Survey } from '../survey.js';
import type { PairedConvention } from './convention.js';

/** The parser takes no label with a space in it. */
const LABEL = String.raw`([^\]\s^](?:[^\]\n^]{0,40}[^\]\s^])?)`;
const CALL = new RegExp(String.raw`\[\^${LABEL}\]`, 'g');
/** A definition that lacks its colon, or has a space in its label, is a paragraph for the parser. */
const OPENING = new RegExp(String.raw`^\s*\[\^${LABEL}\]\s*:?\s+`);

/** Definitions that stand together; a label that comes again begins a new group. */
function definitionSets(survey: Survey): NoteSet[] {
  const groups: {
    notes: Candidate[];
    labels: Set<string>;
    parent: NoteSet['parent'];
    last: number;
    end: number;
  }[] = [];
  for (const { node, parent, index, order } of survey.definitions) {
    const label = node.identifier.toLowerCase();
    let group = groups.at(-1);
    if (!group || group.parent !== parent || group.last !== index - 1 || group.labels.has(label)) {
      group = { notes: [], labels: new Set(), parent, last: index, end: 0 };
      groups.push(group);
    }
    group.notes.push({
      label,
      mark: '',
      order,
      place: node.position,
      from: { kind: 'definition', node },
      more: [],
    });
    group.labels.add(label);
    group.last = index;
    group.end = survey.end(node);
  }
  return groups.map(({ notes, parent, end }) => ({
    notes,
    form: 'marked',
    standing: 'headed',
    order: notes[0]!.order,
    end,
    parent,
    blocks: [],
  }));
}

/** “[^a-z ]” is a range of letters unless a line begins with it. */
const isDefined = (label: string, { source }: Survey): boolean => source.includes(`\n[^${label}]`);

const nameOf = (label: string): string => label.toLowerCase().replace(/\s+/g, '-');

/** What the parser knows as footnotes, and what it left as text because one half is missing. */
export const gfm: PairedConvention = {
  name: 'gfm',
  summary: '`word[^1]`, with `[^1]: text`',
  evidence: EXPLICIT,
  explicit: true,
  find(survey): Found {
    const references: Call[] = survey.references.map(({ node, order }) => ({
      label: node.identifier.toLowerCase(),
      mark: '',
      order,
      place: node.position,
      at: node,
    }));
    const written = findMarks(
      survey,
      CALL,
      ({ node, start, label }) =>
        !survey.places.escaped(node, start) && (!/\s/.test(label) || isDefined(label, survey)),
      nameOf,
    );
    const calls = [...references, ...written].sort((a, b) => a.order - b.order);
    const sets = [
      ...definitionSets(survey),
      ...findNoteSets(survey, { opening: OPENING, openingLabel: nameOf }, calls),
    ];
    return { calls, sets: sets.sort((a, b) => a.order - b.order) };
  },
};
