/** What a kind of message means, and what to do about it. */
export interface CatalogueEntry {
  readonly code: string;
  readonly meaning: string;
  readonly remedy: string;
}

/** Messages that belong together, under a heading of the handbook. */
export interface CatalogueGroup {
  readonly title: string;
  readonly entries: readonly CatalogueEntry[];
}

const group = (
  title: string,
  rows: Readonly<Record<string, readonly [meaning: string, remedy: string]>>,
): CatalogueGroup => ({
  title,
  entries: Object.entries(rows).map(([code, [meaning, remedy]]) => ({ code, meaning, remedy })),
});

/** Every kind of message that Octavo has. A stage that says something new adds a row. */
export const CATALOGUE: readonly CatalogueGroup[] = [
  group('The command line', {
    'option-value': ['An option has a value that it cannot have.', 'See the help of the command.'],
    usage: ['Options that do not go together.', 'See the help of the command.'],
    'no-books': ['There is no book here.', 'Name a folder or a file, or begin a book with `octavo init`.'],
    'not-a-book': ['What was named is no book.', 'Name a folder with book.yaml, or a Markdown file.'],
    'unknown-edition': ['The book has no edition of this name.', 'Choose one of those that are named.'],
    'would-overwrite': ['A file of this name is there already.', 'Name another place; nothing was written.'],
    'foreign-folder': [
      'The output folder holds files of others.',
      'Choose another with `--out`, or give the book a `slug`.',
    ],
    'same-file': ['Two editions make a file of the same name.', 'Keep one of them.'],
    'same-slug': ['Two books would be written to one folder.', 'Give one of them another `slug`.'],
    'not-writable': ['The disk refuses a file.', 'Look at permissions and free space.'],
    'no-browser': ['There is no browser that works.', 'Run `octavo doctor`; name one with `--browser`.'],
    'browser-failed': [
      'The browser broke down or gave no answer, twice.',
      'Close other programs; name another browser with `--browser`.',
    ],
    bug: ['Octavo itself failed.', 'Run again with OCTAVO_DEBUG=1 and report what it prints.'],
  }),
  group('book.yaml', {
    'yaml-syntax': ['The file is not YAML.', 'Look at the line that is shown, and at the one before it.'],
    'unknown-key': ['A key that does not exist.', 'Correct its spelling; the nearest one is named.'],
    'missing-key': ['A key that must be there is not.', 'Add it.'],
    'config-value': ['A value that the key cannot have.', 'Write one of those that are named.'],
    'empty-book': ['The book names no chapters.', 'Name files or patterns under `chapters`.'],
    'no-editions': ['The book names no editions.', 'Name one, or leave `editions` out.'],
    'missing-file': ['A file that is named does not exist.', 'Correct the name; capitals count.'],
    'no-files': ['A pattern matches nothing.', 'Patterns are relative to the folder of book.yaml.'],
    'not-a-file': ['A folder stands where a file is wanted.', 'Write `folder/*.md`.'],
    'not-markdown': ['A chapter is not a Markdown file.', 'Make Markdown of it with `octavo clean`.'],
    'duplicate-file': ['A file is in the book twice.', 'Remove one of the entries.'],
    'outside-folder': ['A path leaves the folder of the book.', 'Copy the file into the folder.'],
    'too-many-files': ['The book has more files than are held in memory.', 'Divide it into volumes.'],
    'missing-section': [
      'A text of a packet has no such heading.',
      'Write the heading as it stands in the text.',
    ],
  }),
  group('Files', {
    'unreadable-file': ['A file cannot be read.', 'Look at its permissions.'],
    'file-too-large': ['A file is larger than is held in memory.', 'Split it.'],
    'empty-file': ['A file of the book is empty.', 'Write its text, or take it out of the book.'],
    'not-utf8': ['A text is in another encoding.', 'Save it as UTF-8, or give it to `octavo clean`.'],
    limit: [
      'A text is so long or nested so deep that it cannot be one.',
      'Look for marks that are never closed.',
    ],
    'too-deep': ['A web page nests elements without end.', 'Save the page again, from another program.'],
  }),
  group('Raw texts', {
    'empty-source': ['There is nothing to clean.', 'Look whether the file was saved.'],
    'not-a-text': ['The file is a picture, an archive or a program.', 'Take the text out of it first.'],
    'not-a-docx': ['The file is no Word document.', 'Save it again as .docx.'],
    'no-text': [
      'Nothing is left when the furniture of the page is gone.',
      'Look whether the page needs a browser to show its text.',
    ],
    'cut-off': ['The source ends in the middle.', 'Look for the rest of it.'],
    encoding: [
      'The source is not UTF-8; what it is was found out.',
      'See whether accents and quotation marks are right. If not, convert the file first.',
    ],
    'line-map': [
      'The `.map` beside a cleaned text cannot be used, and messages name no lines of the raw text.',
      'Clean the text again, or delete the `.map`.',
    ],
    'cleaning-doubt': ['A repair that may be wrong.', 'Look at the place, and force or forbid the rule.'],
  }),
  group('Front matter and headings', {
    'front-matter': [
      'The data at the head of a file is not understood.',
      'Write lines of the form `key: value`.',
    ],
    'no-title': ['A text has no heading.', 'Begin it with one, or give it a `title` in its front matter.'],
    'repeated-title': [
      'A text begins with a title that is said already.',
      'Nothing need be done; it is printed once.',
    ],
    'found-heading': [
      'A line was understood as a heading.',
      'If it is none, put a backslash before its first mark.',
    ],
    'empty-heading': ['A heading without words was removed.', 'Write its title, or take it out.'],
    'heading-level': ['Levels of headings were made regular.', 'Write the levels that are meant.'],
    'heading-case': [
      'A heading in capitals was set in the case of its language.',
      'Write it in the case that is meant.',
    ],
    'label-sequence': [
      'Numbers of chapters do not follow one another.',
      'Look for a chapter that is missing.',
    ],
    'duplicate-id': ['Two places have the same anchor.', 'Give one of them another name.'],
  }),
  group('Notes', {
    'call-without-note': [
      'A call has no note.',
      'Add the note or correct the label. The mark stays in the text.',
    ],
    'note-without-call': [
      'A note is not called.',
      'Put its call into the text. It is printed among the unplaced notes.',
    ],
    'duplicate-note': ['Two notes have the same label.', 'Give one of them another label.'],
    'note-label-gap': ['Labels of notes do not follow one another.', 'Look for a note that is missing.'],
    'note-label-repaired': [
      'A damaged label was mended by its neighbours.',
      'Look whether it is the right one.',
    ],
    'notes-without-calls': [
      'A list looks like notes, and nothing calls them.',
      'Put the calls in, or leave it as a list.',
    ],
    'notes-heading-removed': ['A heading over notes was removed with the list.', 'Nothing need be done.'],
    'inline-note-unclosed': ['A note in the text does not end.', 'Close its bracket.'],
  }),
  group('Markdown and HTML', {
    markdown: ['What a plugin of the parser says.', 'See the message.'],
    'directive-unclosed': [
      'A directive such as `:::verse` has no line `:::` to end it.',
      'Add the line; a directive round others needs more colons than they have.',
    ],
    'directive-unopened': [
      'A line of colons ends no directive.',
      'Remove it, or give the directive round others more colons than they have.',
    ],
    'unprintable-character': [
      'A control character, or a broken one, in the text.',
      'See how the file was encoded, if a letter is missing.',
    ],
    'unknown-attribute': [
      'An attribute that means nothing where it stands.',
      'Correct its name or value; the nearest name is suggested.',
    ],
    'unknown-directive': ['A directive that does not exist.', 'Correct its name; its text is kept.'],
    'language-unknown': [
      'A language is no tag of BCP 47.',
      'Write a tag such as fr or pt-BR; until then the language of the text around it holds.',
    ],
    'language-mismatch': [
      'The text is written in other letters than the language of the book.',
      'State the language of the text.',
    ],
    'code-language': [
      'Code in a language that is not known.',
      'Correct the name; the code is printed without colours.',
    ],
    math: ['A formula that cannot be read.', 'Correct the TeX; it is printed as it stands.'],
    'html-unclosed': ['An element has no end.', 'Close it.'],
    'html-unopened': ['An end has no element.', 'Remove it, or open the element.'],
    'html-removed': ['HTML that a book cannot hold was removed.', 'Use Markdown, or HTML that holds text.'],
    'broken-link': ['A link leads to nothing.', 'Correct it; its words are printed.'],
    'index-reference': [
      'A “see” of the index leads to no entry.',
      'Correct the name of the entry, or mark a place for it.',
    ],
    'index-passage': [
      'A passage in the index has one end only.',
      'Mark both ends, with `range=start` and `range=end`.',
    ],
  }),
  group('Pictures and fonts', {
    'missing-image': [
      'A picture does not exist.',
      'Correct the path; it is relative to the file that names it.',
    ],
    'image-without-alt': ['A picture has no description.', 'Say what it shows, or mark it `{.decorative}`.'],
    'image-reduced': [
      'A picture was made smaller for the EPUB.',
      'Nothing need be done; print has it as it is.',
    ],
    'written-image': ['A picture is written into the text as an address.', 'Save it as a file of the book.'],
    'remote-image': ['A picture is on the network.', 'Save it in the folder of the book.'],
    'unreadable-image': ['A picture is damaged, or of an unknown kind.', 'Save it as JPEG, PNG or SVG.'],
    'image-too-large': ['A picture is larger than any page needs.', 'Make it smaller.'],
    'active-image': ['A drawing holds a program or loads something.', 'Save it as plain SVG, or as PNG.'],
    'cover-missing': ['The picture of the cover is not in the folder of the book.', 'Correct the path.'],
    'cover-small': ['The cover is smaller than shops take.', 'Give it larger, best 1600 × 2560 pixels.'],
    'cover-letters': [
      'The cover has letters that no font of the book has.',
      'Name a font that has them, or give a cover of your own.',
    ],
    'cover-shape': ['The cover is wider than it is high.', 'Give one that stands upright.'],
    'cover-without-alt': ['The cover has no description.', 'Give `cover` an `alt`.'],
    'font-unknown': [
      'A family of fonts is not there.',
      'Use one of Octavo’s, or name its files under `fonts`.',
    ],
    'font-missing': ['A font file does not exist.', 'Correct the path.'],
    'font-unreadable': ['A font file cannot be read.', 'Use TTF, OTF or WOFF2.'],
    'character-without-font': ['No font has a character that is printed.', 'Use a family that has it.'],
  }),
  group('Shops and libraries', {
    'metadata-missing': [
      'A shop or a library would miss something. Told by `octavo check`.',
      'Add the keys that it names to book.yaml.',
    ],
    'language-assumed': ['The book does not state its language.', 'Give `language` in book.yaml.'],
    'isbn-wrong': ['An ISBN has a wrong check digit.', 'Compare it with the one that was given to you.'],
    'isbn-missing': ['The book has no ISBN.', 'Give it as `identifier`, if it is for sale.'],
    'sort-name-guessed': ['A name is sorted by its last word.', 'Give `sort`, if that is wrong.'],
    'page-list-missing': ['The EPUB could have the page numbers of the PDF.', 'Name the PDF as `pageList`.'],
  }),
  group('Pages', {
    'page-too-small': [
      'The margins or the size of the text leave too little room on the page.',
      'Make the margins or the letters smaller, or the page larger.',
    ],
    'too-wide': ['Something is wider than the page.', 'Make it narrower, or break its lines.'],
    'note-overleaf': [
      'A note begins on a page after that of its call.',
      'Shorten the notes before it, or call it further on.',
    ],
    'too-tall': ['Something is higher than the page.', 'Divide it, or make it smaller.'],
    'head-shortened': ['A title is too long for a running head.', 'Give it a short title: `{short="…"}`.'],
    'template-refused': [
      'A template of the book’s own cannot be used.',
      'Change what is named; templates read the book’s folder alone, and run nothing.',
    ],
    'pages-not-as-planned': [
      'The printed pages differ from the plan.',
      'Report it with the book, if you can.',
    ],
    'printed-smaller': [
      'Something stands so far beyond the text that every page would be printed smaller.',
      'Take back what sets it there, such as a rule of a template.',
    ],
    'drawn-font': ['A font was drawn rather than embedded.', 'Give the family all four faces.'],
    'page-list-unknown': [
      'The pages that the page-list is to give are not known.',
      'Name a printed edition, or `source`.',
    ],
    'thick-booklet': ['A booklet has too many sheets to fold.', 'Use `fold: signatures`.'],
    'narrow-margin': [
      'A margin is narrower than what most printers leave white, or than what stands in it.',
      'Make it wider, or print on larger paper and cut it.',
    ],
    'impose-option': ['Options of imposition that do not go together.', 'See the help of the command.'],
    'pdf-none': ['The file is no PDF.', 'Give a PDF file.'],
    'pdf-broken': ['The PDF is damaged.', 'Save it again.'],
    'pdf-encrypted': ['The PDF is locked.', 'Take the password off first.'],
    'pdf-not-imposed': [
      'The PDF was not imposed by Octavo.',
      'Only its own sheets can be turned back into pages.',
    ],
  }),
];
