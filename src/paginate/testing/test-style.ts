import { pathToFileURL } from 'node:url';

/** A plain style sheet that keeps to the engine's contract, with EB Garamond from the file that `resolve` finds. */
export function testStyle(resolve: (specifier: string) => string): string {
  const face = (folder: string, more: string) =>
    `@font-face { font-family: Book; src: url("${pathToFileURL(resolve(`@expo-google-fonts/eb-garamond/${folder}/EBGaramond_${folder}.ttf`)).href}"); ${more} }`;
  return `${face('400Regular', '')} ${face('400Regular_Italic', 'font-style: italic;')} ${face('700Bold', 'font-weight: bold;')}
html { font: 14.5px/18.625px Book; }
p { margin: 0; text-indent: 1.2em; text-align: justify; }
h1 { font: 20px/37.25px Book; margin: 0; padding: 74.5px 0 37.25px; text-align: center; }
h2, h3 { font: italic 1em/18.625px Book; margin: 18.625px 0 0; }
.note-call { font-size: .65em; vertical-align: super; line-height: 0; }
.note-label { font-size: .7em; vertical-align: super; line-height: 0; }
.note { font: 11.5px/14px Book; }
.note p { text-indent: 0; }
.entry { text-indent: 0; text-align: left; }
ul, ol, blockquote, pre, table, figure, .verse, dl { margin: 18.625px 0; }
li > ul, .note :is(ul, blockquote) { margin: 0; }
pre { font: inherit; white-space: pre-wrap; }
dd { margin-left: 24px; }
table { border-collapse: collapse; width: 100%; }
td, th { border: .5px solid; padding: 2px 4px; vertical-align: top; }
.stanza { text-indent: 0; text-align: left; margin: 0 0 18.625px 24px; }`;
}
