import type { PageGeometry } from './types.js';

/** Space between the text and the notes below it, with the rule in it. */
export const noteGap = (geometry: PageGeometry) => Math.round(geometry.leading * 0.9);

/** What sticks out of the text on purpose, in pixels: marks that hang, and the sign of a note that goes on. */
const HANG = 8;

/** The rules that the page engine itself stands on; how things look is the format's own style sheet's affair. */
function engineCss(geometry: PageGeometry): string {
  const { sheet, margins, measure, leading } = geometry;
  const gap = noteGap(geometry);
  // What is painted beyond the page's area would be cut off, so that it reaches into the margins: what is too wide
  // stands there to be seen.
  const room = Math.max(0, Math.floor(Math.min(margins.inner, margins.outer)));
  const [inner, outer] = [margins.inner - room, margins.outer - room];
  return `
@page {
  size: ${sheet.width}px ${sheet.height}px; margin: ${margins.top}px ${outer}px ${margins.bottom}px ${inner}px;
  @top-left { margin-left: ${room}px; }
  @top-right { margin-right: ${room}px; }
  @bottom-left { margin-left: ${room}px; }
  @bottom-right { margin-right: ${room}px; }
}
@page :left { margin-left: ${outer}px; margin-right: ${inner}px; }
@page :right { margin-left: ${inner}px; margin-right: ${outer}px; }
html { --leading: ${leading}px; text-rendering: geometricPrecision; overflow-wrap: anywhere; }
html { margin: 0; padding: 0 ${room}px; }
body { margin: 0; padding: 0; }
body { width: ${measure}px; orphans: 1; widows: 1; }
/* Chromium prints everything smaller for what is wider than the area. */
body > section { display: flow-root; break-before: page; overflow: clip; overflow-clip-margin: ${room}px; }
body > section:first-child { break-before: auto; }
body > section[data-opening="run-on"] { break-before: auto; }
.octavo-blank { break-before: page; height: 1px; }
tr, figure:not(.table, :has(pre)), .octavo-whole { break-inside: avoid; }
tfoot, thead.octavo-head { display: table-row-group; }
/* While lines are set only the widths of paragraphs matter. */
.octavo-measuring section p { content-visibility: hidden; }
.set { white-space-collapse: preserve-breaks; text-wrap-mode: nowrap; text-align-last: justify; }
.set::after { content: ""; margin-inline-start: var(--fill, 0); }
.octavo-indent { display: inline-block; white-space: pre; }
.octavo-page { break-before: page !important; }
.octavo-top { margin-top: 0 !important; }
.octavo-bottom { margin-bottom: 0 !important; }
.octavo-full { text-align-last: justify; }
.octavo-cut { margin-bottom: 0 !important; padding-bottom: 0 !important; }
.octavo-full.set { --fill: 0px !important; }
.octavo-ends { margin-bottom: 0 !important; }
.octavo-begins { margin-top: 0 !important; }
table.octavo-ends { border-bottom: hidden !important; }
table.octavo-begins { border-top: hidden !important; }
.octavo-ends > tr:last-child > * { padding-bottom: 0 !important; }
.octavo-begins > tr:first-child > * { padding-top: 0 !important; }
/* A box that a page ends in has no space above and below it there: its lines alone were measured. */
.octavo-goes-on { text-indent: 0 !important; margin-top: 0 !important; padding-top: 0 !important; }
.octavo-foot {
  float: left; width: 100%; box-sizing: border-box; break-inside: avoid;
  font-style: normal; font-weight: normal; font-variant: normal; letter-spacing: normal; word-spacing: 0;
  text-align: start; text-align-last: auto; text-indent: 0; text-transform: none; color: #000;
  white-space-collapse: collapse; text-wrap-mode: wrap;
}
/* Its foot stays a float, so that a line under or through the words round it does not run through the notes. */
.octavo-end { display: block; break-inside: avoid; }
.octavo-over { break-after: page; }
div.octavo-foot { float: none; width: auto; }
.octavo-foot .note { display: block; margin: 0; }
.octavo-foot.ruled > :first-child::before {
  content: ""; display: block; width: 30%; border-top: .5px solid; margin: ${-(gap / 2 + 0.5)}px 0 ${gap / 2}px;
}
.octavo-foot.continued > :first-child::before { width: 100%; }
/* A note that goes on overleaf: an arrow head beside the end of its last line, and a long rule above the rest of it.
   It is drawn, since a sign in the text would not be the text's. */
.octavo-to-go-on { position: relative; }
.octavo-to-go-on::after {
  content: ""; position: absolute; inset-inline-end: -${Math.min(HANG, room)}px; bottom: .4em;
  border-block: .22em solid transparent; border-inline-start: ${HANG / 2}px solid;
}
/* Where a note goes on below another one, the short rule stands above it. */
.octavo-rest:not(:first-child) { position: relative; }
.octavo-rest:not(:first-child)::before {
  content: ""; position: absolute; inset-inline-start: 0; top: -1px; width: 2.4em; border-top: .5px solid;
}
.octavo-cell { padding: 0 !important; border: 0 none !important; border-bottom: hidden !important; }
html:not(.octavo-open) body { display: none; }
/* Its boxes stay as they are, so that their text need not be shaped once more. */
html.octavo-placed body { content-visibility: hidden; }
@media screen { html.octavo-printing body { content-visibility: hidden; } }
`;
}

/**
 * The document with the engine's rules in it. Its text stays hidden until `paginate` sets it, so that loading it
 * lays nothing out.
 */
export function withEngine(html: string, geometry: PageGeometry): string {
  return html.replace('<head>', () => `<head><style>${engineCss(geometry)}</style>`);
}
