/** The four faces a family must have: one that is missing would be faked by the browser as a Type 3 font. */
export type Face = 'roman' | 'italic' | 'bold' | 'boldItalic';

export interface FontFamily {
  /** The name used in CSS and in `book.yaml`. */
  readonly name: string;
  readonly generic: 'serif' | 'sans-serif' | 'monospace';
  /** Files of the faces: package-relative specifiers, resolved from Octavo's own dependencies. */
  readonly faces: Readonly<Record<Face, string>>;
  /** The licence file that must travel with every copy. */
  readonly licence: string;
}

const expo = (slug: string, file: string, folder: string) =>
  `@expo-google-fonts/${slug}/${folder}/${file}.ttf`;

const google = (name: string, generic: FontFamily['generic'], slug: string, file: string): FontFamily => ({
  name,
  generic,
  faces: {
    roman: expo(slug, `${file}_400Regular`, '400Regular'),
    italic: expo(slug, `${file}_400Regular_Italic`, '400Regular_Italic'),
    bold: expo(slug, `${file}_700Bold`, '700Bold'),
    boldItalic: expo(slug, `${file}_700Bold_Italic`, '700Bold_Italic'),
  },
  licence: `@expo-google-fonts/${slug}/LICENSE_FONT`,
});

/** The families that come with Octavo. A row here is all that a new one needs. */
export const FAMILIES: readonly FontFamily[] = [
  google('EB Garamond', 'serif', 'eb-garamond', 'EBGaramond'),
  google('Literata', 'serif', 'literata', 'Literata'),
  google('Source Sans 3', 'sans-serif', 'source-sans-3', 'SourceSans3'),
  google('Atkinson Hyperlegible', 'sans-serif', 'atkinson-hyperlegible', 'AtkinsonHyperlegible'),
  google('JetBrains Mono', 'monospace', 'jetbrains-mono', 'JetBrainsMono'),
];
