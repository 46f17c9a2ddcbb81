import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { directionOf } from '../../../edition/direction.js';
import type { Note, Picture, Section } from '../../../edition/edition.js';
import { withNotesBeside } from './beside.js';
import type { Collected } from './collected.js';
import { callOf, convertAll, type Surroundings } from './convert-text.js';
import { withDropCap } from './drop-cap.js';
import { withGuideWords } from './guide-words.js';
import { letterLabel } from './link-targets.js';
import { notesAtEnd, notesAtFoot } from './notes.js';

export interface SectionSettings {
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly anchors: ReadonlySet<string>;
  readonly notes: 'foot' | 'chapter' | 'book';
  readonly labelsByPage: boolean;
  /** Print the targets of links as notes. */
  readonly linksAsNotes: boolean;
  readonly direction: 'ltr' | 'rtl';
  /** Heading of the notes at a chapter's end. */
  readonly notesTitle: string;
  /** Chapters begin with a large initial. */
  readonly dropCaps: boolean;
  /** Notes for the margin stand in it. */
  readonly notesBeside: boolean;
  readonly collected: Collected;
}

export interface SectionText {
  readonly children: readonly ElementContent[];
  /** Notes that are to stand at the end of the book. */
  readonly endNotes: readonly ElementContent[];
  /** All notes, those made of link targets among them. */
  readonly notes: readonly Note[];
}

/** The text of a section with its notes where the edition wants them. */
export function prepareSection(section: Section, settings: SectionSettings): SectionText {
  const { collected } = settings;
  const linkNotes: Note[] = [];
  const atFoot = settings.notes === 'foot';
  const around: Surroundings = {
    section: section.id,
    pictures: settings.pictures,
    anchors: settings.anchors,
    notesAtFoot: atFoot,
    labelsByPage: settings.labelsByPage,
    collected,
    calls: collected.calls,
  };
  const withLinks = (calls: string[]): Surroundings => ({
    ...around,
    calls,
    ...(settings.linksAsNotes
      ? {
          afterLink: (id, target) => {
            const note = linkNote(`${id}--note`, letterLabel(linkNotes.length), target);
            linkNotes.push(note);
            calls.push(note.calls[0]!);
            collected.noteOf.set(note.calls[0]!, note.id);
            return [
              callOf(note.calls[0]!, note.id, note.label, { notesAtFoot: atFoot, labelsByPage: false }),
            ];
          },
        }
      : {}),
  });
  const converted = withGuideWords(
    convertAll(section.content.children, withLinks(collected.calls)),
    section.kind === 'glossary',
  );
  const opened = settings.dropCaps && section.kind === 'chapter' ? withDropCap(converted) : converted;
  const text = settings.notesBeside ? withNotesBeside(opened, section.id) : opened;
  const place = atFoot ? notesAtFoot : notesAtEnd;
  const own = place(section.notes, withLinks);
  const ofLinks = place(linkNotes, () => ({ ...around, labelsByPage: false, calls: [] }));
  const notes = [...own, ...ofLinks];
  const all = [...section.notes, ...linkNotes];
  if (!notes.length) return { children: text, endNotes: [], notes: all };
  if (atFoot) return { children: [...text, h('div.notes', notes)], endNotes: [], notes: all };
  if (settings.notes === 'book') return { children: text, endNotes: notes, notes: all };
  const id = `${section.id}--notes`;
  const heading = h('h2.notes-title', { id }, settings.notesTitle);
  return { children: [...text, h('div.endnotes', [heading, ...notes])], endNotes: [], notes: all };
}

function linkNote(id: string, label: string, target: string): Note {
  const content = [h('p', h('span.link-note', target))];
  return { id, label, series: 'editor', content, calls: [`${id}-call`] };
}

/** Attributes of a section whose language or direction is its own. */
export function languageOf(section: Section, direction: 'ltr' | 'rtl'): { lang?: string; dir?: string } {
  const own = section.direction ?? (section.language ? directionOf(section.language) : direction);
  return {
    ...(section.language ? { lang: section.language } : {}),
    ...(own === direction ? {} : { dir: own }),
  };
}
