import type { Face, PageState, TextBlock } from '../state.js';

export interface GatherInput {
  readonly language: string;
  readonly hyphenate: boolean;
  /** The late sections, or all others. */
  readonly late: boolean;
}

/** The words that a line could end in, by language, with spaces between them. */
export type GatheredWords = Readonly<Record<string, string>>;

/**
 * Runs in the page: finds the paragraphs that the engine sets itself, reads all that setting them needs to know,
 * and waits for their fonts. It writes nothing, so that the browser lays out once at the most; what stands in a
 * paragraph is hidden from layout meanwhile.
 */
export async function gatherText(input: GatherInput): Promise<GatheredWords> {
  const INLINE = new Set(
    'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR'.split(
      ' ',
    ),
  );
  // Scripts that are set by other rules: right to left, and those without spaces between words.
  const OTHER =
    /[\u0590-\u08ff\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufeff\u{1b000}-\u{323af}]/u;
  window.octavoPages ??= {
    texts: [],
    faces: new Map(),
    metrics: new Map(),
    ends: new Map(),
    others: new Map(),
    hyphens: new Map(),
    blocks: [],
    boxes: [],
    bottoms: [],
    notes: [],
    noteLeaves: [],
  };
  const state: PageState = window.octavoPages;
  const px = (value: string) => Number.parseFloat(value) || 0;
  const step = (element: Element) =>
    `>${element.tagName}.${element.className}${element.hasAttribute('style') ? `{${element.getAttribute('style')}}` : ''}`;

  const addFace = (element: Element, path: string, isBlock: boolean) => {
    if (state.faces.has(path)) return;
    const style = getComputedStyle(element);
    const spacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
    const look = {
      // Not style.font, which is empty where old-style figures or all small caps are set beside it.
      font: `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
      spacing,
      caps: style.fontVariantCaps,
      numerals: style.fontVariantNumeric,
      features: style.fontFeatureSettings,
    };
    const key = Object.values(look).join('|');
    let metrics = state.metrics.get(key);
    if (!metrics) {
      metrics = { words: new Map(), divided: new Map(), pairs: new Map() };
      state.metrics.set(key, metrics);
    }
    const outside = !isBlock && (style.position === 'absolute' || style.display === 'none');
    state.faces.set(path, {
      ...look,
      metrics,
      before: isBlock ? 0 : px(style.marginLeft) + px(style.paddingLeft) + px(style.borderLeftWidth),
      after: isBlock ? 0 : px(style.marginRight) + px(style.paddingRight) + px(style.borderRightWidth),
      settable:
        outside ||
        isBlock ||
        (style.display === 'inline' && style.float === 'none' && style.textTransform === 'none'),
      outside,
    });
  };
  /** Whether all in the block is text and inline elements that can be set. */
  const addFaces = (parent: Element, path: string): boolean => {
    for (const child of parent.children) {
      if (!INLINE.has(child.tagName)) return false;
      const childPath = path + step(child);
      addFace(child, childPath, false);
      const face = state.faces.get(childPath)!;
      if (!face.settable || (!face.outside && !addFaces(child, childPath))) return false;
    }
    return true;
  };

  // Blocks at the same path and after the same kind of box look alike, so few styles are read.
  interface Shape {
    readonly settable: boolean;
    readonly measure: number;
    readonly indent: number;
    readonly size: number;
    readonly hyphens: boolean;
  }
  const shapes = new Map<string, Shape>();
  const shapeOf = (block: HTMLElement, path: string): Shape => {
    const before = block.previousElementSibling;
    const key = `${path}|${before ? step(before) : '-'}|${block.nextElementSibling ? '' : '-'}|${block.id && block.parentElement?.tagName === 'BODY' ? block.id : ''}`;
    const inTable = path.includes('>T');
    const known = inTable ? undefined : shapes.get(key);
    if (known) return known;
    const style = getComputedStyle(block);
    const measure = block.clientWidth - px(style.paddingLeft) - px(style.paddingRight);
    const shape = {
      settable:
        style.textAlign === 'justify' &&
        style.textTransform === 'none' &&
        style.direction === 'ltr' &&
        style.whiteSpaceCollapse === 'collapse' &&
        style.display !== 'flex' &&
        style.display !== 'grid',
      measure,
      indent: style.textIndent.endsWith('%') ? (px(style.textIndent) * measure) / 100 : px(style.textIndent),
      size: px(style.fontSize),
      hyphens: style.hyphens !== 'none',
    };
    shapes.set(key, shape);
    return shape;
  };

  const texts: TextBlock[] = [];
  const words = new Map<string, Set<string>>();
  const addBlock = (element: HTMLElement, path: string, language: string) => {
    const shape = shapeOf(element, path);
    if (!shape.settable || shape.measure < 1) return;
    const text = element.textContent ?? '';
    if (text.length < 20 || OTHER.test(text)) return;
    addFace(element, path, true);
    if (!addFaces(element, path)) return;
    const { measure, indent, size } = shape;
    const hyphenate = input.hyphenate && shape.hyphens;
    if (hyphenate) {
      let known = words.get(language);
      if (!known) {
        known = new Set();
        words.set(language, known);
      }
      for (const word of text.match(/\p{L}{5,}/gu) ?? []) known.add(word);
    }
    texts.push({
      element,
      path,
      measure,
      indent,
      size,
      language,
      hyphenate,
    });
  };
  const visit = (parent: Element, path: string, language: string) => {
    for (const child of parent.children) {
      if (INLINE.has(child.tagName)) continue;
      const childPath = path + step(child);
      const childLanguage = child.getAttribute('lang') || language;
      let text = false;
      let boxes = false;
      for (let node = child.firstChild; node && !boxes; node = node.nextSibling) {
        if (node.nodeType === 3) text ||= /\S/.test((node as Text).data);
        else if (node.nodeType === 1)
          if (INLINE.has((node as Element).tagName)) text = true;
          else boxes = true;
      }
      if (boxes) visit(child, childPath, childLanguage);
      else if (text) addBlock(child as HTMLElement, childPath, childLanguage);
    }
  };
  for (const section of document.body.children)
    if (section.tagName === 'SECTION' && section.hasAttribute('data-late') === input.late)
      visit(
        section,
        `${step(section)}@${section.getAttribute('data-kind')}`,
        section.getAttribute('lang') || input.language,
      );
  state.texts = texts;

  const looks = new Map<Face['metrics'], Face>();
  for (const face of state.faces.values()) looks.set(face.metrics, face);
  await Promise.all([...looks.values()].map((face) => document.fonts.load(face.font, 'aé')));

  // A canvas knows neither old-style nor tabular figures: digits of such faces are measured as they print.
  const probes = document.createElement('div');
  probes.style.cssText = 'position:absolute;visibility:hidden;white-space:pre;text-indent:0';
  const probed = [...looks.values()].filter(
    (face) => !face.metrics.digits && (face.numerals !== 'normal' || face.features !== 'normal'),
  );
  for (const face of probed)
    for (let digit = 0; digit < 10; digit++) {
      const probe = document.createElement('span');
      probe.textContent = String(digit).repeat(8);
      probe.style.display = 'inline-block';
      probe.style.font = face.font;
      probe.style.fontVariantNumeric = face.numerals;
      probe.style.fontVariantCaps = face.caps;
      probe.style.fontFeatureSettings = face.features;
      probe.style.letterSpacing = face.spacing;
      probes.append(probe);
    }
  if (probed.length > 0) {
    document.body.append(probes);
    const widths = [...probes.children].map((probe) => probe.getBoundingClientRect().width / 8);
    probed.forEach((face, k) => {
      face.metrics.digits = widths.slice(k * 10, k * 10 + 10);
    });
    probes.remove();
  }
  return Object.fromEntries(Array.from(words, ([language, list]) => [language, [...list].join(' ')]));
}
