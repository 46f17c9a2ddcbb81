import type { SectionKind } from '../../edition/edition.js';

interface KindRow {
  /** Of the EPUB structural semantics vocabulary. */
  readonly type: string;
  /** Of DPUB-ARIA. */
  readonly role?: string;
  /** Whether it stands among the landmarks, the first of its kind. */
  readonly landmark?: boolean;
}

/** What each kind of section is called in EPUB. */
export const SECTION_KINDS: Readonly<Record<SectionKind, KindRow>> = {
  dedication: { type: 'dedication', role: 'doc-dedication' },
  epigraph: { type: 'epigraph', role: 'doc-epigraph' },
  foreword: { type: 'foreword', role: 'doc-foreword', landmark: true },
  preface: { type: 'preface', role: 'doc-preface', landmark: true },
  acknowledgments: { type: 'acknowledgments', role: 'doc-acknowledgments', landmark: true },
  introduction: { type: 'introduction', role: 'doc-introduction', landmark: true },
  prologue: { type: 'prologue', role: 'doc-prologue', landmark: true },
  part: { type: 'part', role: 'doc-part' },
  chapter: { type: 'chapter', role: 'doc-chapter' },
  epilogue: { type: 'epilogue', role: 'doc-epilogue', landmark: true },
  afterword: { type: 'afterword', role: 'doc-afterword', landmark: true },
  conclusion: { type: 'conclusion', role: 'doc-conclusion', landmark: true },
  appendix: { type: 'appendix', role: 'doc-appendix', landmark: true },
  glossary: { type: 'glossary', role: 'doc-glossary', landmark: true },
  bibliography: { type: 'bibliography', role: 'doc-bibliography', landmark: true },
  colophon: { type: 'colophon', role: 'doc-colophon', landmark: true },
};
