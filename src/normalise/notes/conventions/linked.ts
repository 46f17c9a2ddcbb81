import type { Nodes, Paragraph, Parents } from 'mdast';
import { unfoldHtmlNotes } from '../html-notes.js';
import { type LabelLink, labelLinks } from '../label-links.js';
import type { Call, Found } from '../model.js';
import { findNoteSets } from '../note-sets.js';
import { positionAcross } from '../place.js';
import { PLAIN } from '../settle.js';
import type { PairedConvention } from './convention.js';

/** An address that says itself that it is a note’s. */
const NOTE_ADDRESS =
  /^_?(?:ftn|edn|fn|en|n|note|footnote|endnote|nota|cite_note|sdfootnote|anm|fu(?:ß|ss)note)[-_:.]?\w*\d/i;

/** `[1] Text`, `1. Text`, `¹ Text` once the anchor before the label is gone. */
const OPENING = /^\s*(?:\[(\d{1,4}\*?|[a-z]|[ivx]+)\]|(\d{1,4}\*?)[.):]|([*†‡§]{1,3})(?=\s))[.:]?\s*/u;

const rangeOf = ({ parent, first, last }: LabelLink) => ({ parent, first, last });

/** Calls that are links to their notes, as web pages have them, whether written in HTML or in Markdown. */
export const linked: PairedConvention = {
  name: 'linked',
  summary: '`<a href="#fn1">1</a>` or `[1](#fn1)`, with the note where the link leads',
  evidence: PLAIN,
  prepare(survey) {
    const wanted = new Set(labelLinks(survey).map((link) => link.target));
    return wanted.size > 0 && unfoldHtmlNotes(survey, wanted);
  },
  find(survey): Found {
    const links = labelLinks(survey);
    const openings = new Map<Nodes, LabelLink>();
    for (const link of links) if (link.opens) openings.set(link.parent, link);
    const calls: Call[] = links
      .filter((link) => !link.opens && (NOTE_ADDRESS.test(link.target) || survey.unfolded.has(link.target)))
      .map((link) => ({
        label: link.label,
        mark: link.text,
        order: link.order,
        place: positionAcross(link.first, link.last),
        at: rangeOf(link),
      }));
    if (!calls.length) return { calls, sets: [] };
    const openingLink = (paragraph: Paragraph) => {
      const link = openings.get(paragraph as Parents);
      return (
        link && {
          label: link.label,
          mark: link.text,
          at: { ...rangeOf(link), first: paragraph.children[0]! },
        }
      );
    };
    return { calls, sets: findNoteSets(survey, { opening: OPENING, openingLink, list: 'ordered' }, calls) };
  },
};
