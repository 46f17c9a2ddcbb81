import type { FileEntry } from './find-manuscripts.js';
import type { BookConfig } from './schema.js';

/** The entries of `book.yaml` that name files, in reading order. */
export function fileEntries(config: BookConfig): FileEntry[] {
  const list = (
    patterns: readonly string[],
    at: readonly PropertyKey[],
    rest: Pick<FileEntry, 'matter' | 'part'>,
  ) => patterns.map((pattern, index) => ({ pattern, at: [...at, index], ...rest }));
  return [
    ...list(config.front, ['front'], { matter: 'front' }),
    ...list(config.chapters ?? [], ['chapters'], { matter: 'body' }),
    ...(config.parts ?? []).flatMap((part, index): FileEntry[] => [
      ...(part.file
        ? [
            {
              pattern: part.file,
              at: ['parts', index, 'file'],
              matter: 'body' as const,
              part: index,
              isPartText: true as const,
            },
          ]
        : []),
      ...list(part.chapters, ['parts', index, 'chapters'], { matter: 'body', part: index }),
    ]),
    ...list(config.back, ['back'], { matter: 'back' }),
  ];
}
