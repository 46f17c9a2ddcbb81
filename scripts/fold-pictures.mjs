// Draws the handbook's pictures of sheets before and after folding, from the plan that imposes real booklets.
// Run after npm run compile; writes to sources/handbook/pictures/. Letters are drawn as outlines, since a picture
// in a book cannot count on fonts.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fontkit from '@cantoo/fontkit';
import { IMPOSE_DEFAULTS } from '../lib/formats/packet/impose/options.js';
import { planImposition } from '../lib/formats/packet/impose/plan.js';

const folder = path.resolve(import.meta.dirname, '../sources/handbook/pictures');
const file = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
const font = fontkit.create(readFileSync(createRequire(import.meta.url).resolve(file)));

const booklet = (pages, change = {}) =>
  planImposition(pages, {
    ...IMPOSE_DEFAULTS,
    fold: 'booklet',
    trim: { width: 148, height: 210 },
    paper: { width: 210, height: 297 },
    ...change,
  });

/** Text as one path, its middle at x and its base line at y. */
function text(words, x, y, size, { anchor = 'middle', grey = false, turned = false } = {}) {
  const { glyphs, positions } = font.layout(words);
  const scale = size / font.unitsPerEm;
  const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * scale;
  let pen = anchor === 'middle' ? -width / 2 : anchor === 'end' ? -width : 0;
  const parts = glyphs.map((glyph, index) => {
    const d = glyph.path.scale(scale, -scale).translate(pen, 0).toSVG();
    pen += positions[index].xAdvance * scale;
    return d;
  });
  const turn = turned ? ` rotate(180)` : '';
  const fill = grey ? '#666' : '#000';
  const at = turned ? `${round(x)} ${round(y - size * 0.68)}` : `${round(x)} ${round(y)}`;
  return `<path transform="translate(${at})${turn}" fill="${fill}" d="${parts.join('').replace(/(\d+\.\d\d)\d+/g, '$1')}"/>`;
}

const round = (value) => Math.round(value * 100) / 100;
const svg = (width, height, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">\n${parts.join(
    '\n',
  )}\n</svg>\n`;
const line = (x1, y1, x2, y2, style = '') =>
  `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" fill="none" stroke="#000" stroke-width="1"${style}/>`;
const box = (x, y, width, height) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="#fff" stroke="#000"/>`;

/** Both sides of every sheet, before folding. */
function sheets(plan) {
  const [width, height, gap, head, label] = [180, 127, 34, 24, 62];
  const parts = [
    text('Front', label + width / 2, 15, 13, { grey: true }),
    text('Back', label + 1.5 * width + gap, 15, 13, { grey: true }),
  ];
  const scale = width / plan.paper.width;
  plan.sheets.forEach((sheet, row) => {
    const top = head + row * (height + 26);
    parts.push(text(`Sheet ${sheet.number}`, 0, top + height / 2 + 4, 13, { anchor: 'start', grey: true }));
    [sheet.front, sheet.back].forEach((side, column) => {
      const left = label + column * (width + gap);
      parts.push(box(left, top, width, height));
      parts.push(
        line(left + width / 2, top - 6, left + width / 2, top + height + 6, ' stroke-dasharray="4 3"'),
      );
      for (const { page, trim, turned } of side.places) {
        const x = left + (trim.x + trim.width / 2) * scale;
        const words = page === null ? 'blank' : String(page);
        const size = page === null ? 12 : 30;
        parts.push(text(words, x, top + height / 2 + size * 0.35, size, { turned, grey: page === null }));
      }
    });
  });
  return svg(label + 2 * width + gap + 1, head + plan.sheets.length * (height + 26) - 10, parts);
}

/** The folded sheets from above, looking at the head of the spine: each leaf between its two pages. */
function folded(plan) {
  const [width, height, spine] = [460, 290, { x: 46, y: 145 }];
  const parts = [text('spine', 19, spine.y + 5, 16, { grey: true })];
  const leaves = 2 * plan.sheets.length;
  const length = 320;
  const spread = 54;
  const angle = (leaf) => (((leaf + 0.5) / leaves) * 2 - 1) * spread * (Math.PI / 180) * 0.5;
  const order = readingOrder(plan);
  for (let leaf = 0; leaf < leaves; leaf++) {
    const turn = angle(leaf);
    const end = { x: spine.x + length * Math.cos(turn), y: spine.y + length * Math.sin(turn) };
    parts.push(line(spine.x, spine.y, end.x, end.y, ' stroke-linecap="round" style="stroke-width:2"'));
    const across = { x: -Math.sin(turn), y: Math.cos(turn) };
    for (const [side, page] of [
      [-1, order[2 * leaf]],
      [1, order[2 * leaf + 1]],
    ]) {
      const along = length - 26;
      const x = spine.x + along * Math.cos(turn) + side * 13 * across.x;
      const y = spine.y + along * Math.sin(turn) + side * 13 * across.y;
      parts.push(text(page === null ? '–' : String(page), x, y + 6, 17));
    }
  }
  for (const sheet of plan.sheets) {
    const outer = sheet.number - 1;
    const at = spine.x + 118 + 62 * outer;
    const turn = angle(outer);
    parts.push(
      text(`sheet ${sheet.number}`, at, spine.y + (at - spine.x) * Math.tan(turn) - 16 + 10 * outer, 15, {
        grey: true,
      }),
    );
  }
  parts.push(text('fore-edge', width - 2, spine.y + 5, 16, { anchor: 'end', grey: true }));
  return svg(width, height, parts);
}

/** Down through the right halves of the fronts, up through the left ones: how a folded booklet is read. */
function readingOrder(plan) {
  const [down, up] = [[], []];
  for (const { front, back } of plan.sheets) {
    down.push(front.places[1].page, back.places[0].page);
    up.unshift(back.places[1].page, front.places[0].page);
  }
  return [...down, ...up];
}

writeFileSync(path.join(folder, 'booklet-sheets.svg'), sheets(booklet(8)));
writeFileSync(path.join(folder, 'booklet-folded.svg'), folded(booklet(8)));
writeFileSync(path.join(folder, 'booklet-long-edge.svg'), sheets(booklet(4, { duplex: 'long-edge' })));
