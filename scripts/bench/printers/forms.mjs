// The sample book as each printer of pages likes it best, for one page: trim, margins, measure, size and leading in
// CSS pixels, and the folder and files of one family. Notes stand at the foot wherever the printer can do that.

const bp = (px) => `${(px * 0.75).toFixed(3)}bp`;
const pt = (px) => `${(px * 0.75).toFixed(3)}pt`;

/** HTML for the printers that take CSS for pages, with `float: footnote`, and hyphenation where they have it. */
export function asPagedHtml(book, { sheet, margins, size, leading, family, faces }) {
  const sections = book.map(({ title, blocks }) => {
    const text = blocks.map(({ heading, before, after, note }) =>
      heading
        ? `<h2>${heading}</h2>`
        : `<p>${before}${note ? `<span class="note">${note}</span>` : ''}${after}</p>`,
    );
    return `<section><h1>${title}</h1>\n${text.join('\n')}</section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sample</title><style>
${faces}
@page { size: ${sheet.width}px ${sheet.height}px; margin: ${margins.top}px ${margins.outer}px ${margins.bottom}px ${margins.inner}px;
  @bottom-center { content: counter(page); } }
@page :left { margin-left: ${margins.outer}px; margin-right: ${margins.inner}px; }
html { font: ${size}px/${leading}px "${family}"; } body { margin: 0; }
section { break-before: page; } p { margin: 0; text-indent: 1.25em; text-align: justify; hyphens: auto; orphans: 2; widows: 2; }
h1 { font-weight: 400; text-align: center; } h2 { font-weight: 400; break-after: avoid; }
.note { float: footnote; font-size: 0.82em; line-height: ${leading * 0.8}px; }
</style></head><body>${sections.join('\n')}</body></html>`;
}

/** Markdown in one text for pandoc, and what makes its LaTeX set the page. */
export function asPandoc(book, { sheet, margins, size, leading, fonts }) {
  let count = 0;
  const chapters = book.map(({ title, blocks }) => {
    const notes = [];
    const text = blocks.map(({ heading, before, after, note }) => {
      if (heading) return `## ${heading}`;
      if (!note) return before + after;
      count++;
      notes.push(`[^${count}]: ${note}`);
      return `${before}[^${count}]${after}`;
    });
    return [`# ${title}`, ...text, ...notes].join('\n\n');
  });
  const geometry = {
    paperwidth: sheet.width,
    paperheight: sheet.height,
    top: margins.top,
    bottom: margins.bottom,
    inner: margins.inner,
    outer: margins.outer,
  };
  const header = `\\renewcommand\\normalsize{\\fontsize{${bp(size)}}{${bp(leading)}}\\selectfont}
\\renewcommand\\footnotesize{\\fontsize{${bp(size * 0.82)}}{${bp(leading * 0.8)}}\\selectfont}
\\AtBeginDocument{\\normalsize\\frenchspacing\\parindent=1.25em\\parskip=0pt}`;
  const settings = [
    '--top-level-division=chapter',
    ...['documentclass=book', 'indent=true', 'lang=en-US', `mainfont=${fonts.roman}`],
    ...[`Path=${fonts.folder}/`, `ItalicFont=${fonts.italic}`, `BoldFont=${fonts.bold}`].map(
      (option) => `mainfontoptions=${option}`,
    ),
    ...['Ligatures=TeX', 'Numbers={OldStyle,Proportional}'].map((option) => `mainfontoptions=${option}`),
    ...Object.entries(geometry).map(([name, px]) => `geometry=${name}=${bp(px)}`),
  ].flatMap((setting) => (setting.startsWith('--') ? [setting] : ['-V', setting]));
  return { text: `${chapters.join('\n\n')}\n`, header, settings };
}

/** Typst's own markup. */
export function asTypst(book, { sheet, margins, size, leading, family }) {
  const plain = (text) => text.replace(/[\\#$*_`<>@~[\]=/+-]/g, '\\$&');
  const chapters = book.map(({ title, blocks }) => {
    const text = blocks.map(({ heading, before, after, note }) =>
      heading
        ? `== ${plain(heading)}`
        : plain(before) + (note ? `#footnote[${plain(note)}]` : '') + plain(after),
    );
    return [`#pagebreak(weak: true)\n= ${plain(title)}`, ...text].join('\n\n');
  });
  // Typst measures the space between lines, not from base line to base line, which the edges of text make the same.
  return `#set page(width: ${pt(sheet.width)}, height: ${pt(sheet.height)}, margin: (top: ${pt(margins.top)}, bottom: ${pt(margins.bottom)}, inside: ${pt(margins.inner)}, outside: ${pt(margins.outer)}), numbering: "1")
#set text(font: "${family}", size: ${pt(size)}, lang: "en", hyphenate: true, number-type: "old-style", top-edge: 0.7em, bottom-edge: -0.3em)
#set par(justify: true, leading: ${pt(leading - size)}, first-line-indent: 1.25em)
#show par: set block(spacing: ${pt(leading - size)})
#show heading: set text(weight: "regular")

${chapters.join('\n\n')}
`;
}
