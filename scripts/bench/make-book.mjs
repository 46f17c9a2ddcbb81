// A Markdown book of 700 KB with 425 notes in 19 chapters, invented and the same each time.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { prose } from './sample-book.mjs';

const CHAPTERS = 19;
const NOTES = 425;
const SIZE = 700_000;

/** Writes the book and gives its files in reading order. */
export function makeBook(folder) {
  mkdirSync(path.join(folder, 'text'), { recursive: true });
  writeFileSync(
    path.join(folder, 'book.yaml'),
    `title: A Long Book
creators: Nobody in Particular
chapters: text/*.md
editions:
  ebook: { format: epub }
  print: { format: pdf, trim: a5, notes: foot }
`,
  );
  const { word, paragraph, roll } = prose(11);
  const files = [];
  let note = 0;
  for (let chapter = 1; chapter <= CHAPTERS; chapter += 1) {
    const blocks = [`# ${capital(word())} and ${capital(word())}`];
    const notes = [];
    const last = Math.round((NOTES * chapter) / CHAPTERS);
    const target = SIZE / CHAPTERS;
    for (let size = 0; size < target; ) {
      let text = paragraph(3 + Math.floor(roll() * 7));
      // Notes are spread over the chapter: the next one is due when its share of the text has gone by.
      const due = last - Math.round(((target - size) / target) * (NOTES / CHAPTERS));
      if (note < due) {
        note += 1;
        text += `[^${note}]`;
        notes.push(`[^${note}]: ${paragraph(1 + Math.floor(roll() * 3))}`);
      }
      if (blocks.length % 15 === 14) blocks.push(`## On ${word()} ${word()}`);
      blocks.push(text);
      size += text.length + (notes.at(-1)?.length ?? 0) * (text.endsWith(']') ? 1 : 0);
    }
    while (note < last) {
      note += 1;
      blocks[blocks.length - 1] += `[^${note}]`;
      notes.push(`[^${note}]: ${paragraph(1)}`);
    }
    const file = path.join(folder, 'text', `${String(chapter).padStart(2, '0')}.md`);
    writeFileSync(file, `${[...blocks, ...notes].join('\n\n')}\n`);
    files.push(file);
  }
  return files;
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);
