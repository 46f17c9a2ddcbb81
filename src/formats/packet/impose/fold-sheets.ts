import type { ImpositionRecord } from './record.js';

/** What a person must know to fold the sheets. */
export type Folding = Omit<ImpositionRecord, 'readingHash' | 'pages'>;

/** A page on a side of a sheet: its middle in points from the lower left corner. */
export interface Printed {
  readonly x: number;
  readonly y: number;
  /** It stands on its head. */
  readonly turned: boolean;
}

export interface PrintedSide<Page extends Printed> {
  readonly width: number;
  readonly height: number;
  readonly drawn: readonly Page[];
}

/** A leaf of the folded or cut sheets: its first and its second page; undefined where it is blank. */
type Leaf<Page> = readonly [recto: Page | undefined, verso: Page | undefined];

/** The places of a sheet, each a leaf with what is printed on its front and back. */
interface PrintedSheet<Page> {
  /** Rows of leaves as seen from the front. */
  readonly leaves: readonly (readonly { front: Page | undefined; back: Page | undefined }[])[];
}

/**
 * Does to the printed sheets what a person does: prints both sides, nests, folds or cuts, and turns the leaves.
 * Knows nothing of how the sheets were planned, only what stands where on the paper.
 * @returns The pages in the order in which they are read, blanks as undefined.
 */
export function foldSheets<Page extends Printed>(
  sides: readonly PrintedSide<Page>[],
  record: Folding,
): (Page | undefined)[] {
  const rows = record.fold === '4-up' ? 2 : 1;
  const sheets: PrintedSheet<Page>[] = [];
  for (let side = 0; side < sides.length; side += 2)
    sheets.push(printBothSides(sides[side]!, sides[side + 1]!, rows, record));
  if (record.signature > 0) {
    const perSignature = record.signature / 4;
    const signatures = Array.from({ length: sheets.length / perSignature }, (_, index) =>
      sheets.slice(index * perSignature, (index + 1) * perSignature),
    );
    return signatures.flatMap((signature) => foldSignature(signature, record.binding));
  }
  return record.stack ? cutAndStack(sheets, record.binding) : readSheets(sheets, record.binding);
}

function printBothSides<Page extends Printed>(
  front: PrintedSide<Page>,
  back: PrintedSide<Page>,
  rows: number,
  record: Folding,
): PrintedSheet<Page> {
  const { width, height } = front;
  const lying = width > height;
  const aboutUprightAxis = record.duplex === (lying ? 'short-edge' : 'long-edge');
  const cell = (x: number, y: number) =>
    ({ column: x < width / 2 ? 0 : 1, row: rows === 1 || y > height / 2 ? 0 : 1 }) as const;
  const leaves = Array.from({ length: rows }, () =>
    [0, 1].map(() => ({
      front: undefined as Page | undefined,
      back: undefined as Page | undefined,
    })),
  );
  const put = (form: Page, x: number, y: number, face: 'front' | 'back') => {
    const { row, column } = cell(x, y);
    const leaf = leaves[row]![column]!;
    if (leaf[face]) throw new Error('two pages stand in one place of a sheet');
    leaf[face] = form;
  };
  for (const form of front.drawn) {
    if (form.turned) throw new Error('a page on the front of a sheet stands on its head');
    put(form, form.x, form.y, 'front');
  }
  for (const form of back.drawn) {
    // Turned about the level axis, the foot of the back lies behind the head of the front.
    if (form.turned === aboutUprightAxis) throw new Error('a page on the back of a sheet stands on its head');
    if (aboutUprightAxis) put(form, width - form.x, form.y, 'back');
    else put(form, form.x, height - form.y, 'back');
  }
  return { leaves };
}

/**
 * Nests the sheets, the first outside, and folds them in the middle. Bound on the left, the half that lies right
 * of the fold is read first: down through the sheets, then up again through the other half.
 */
function foldSignature<Page>(sheets: readonly PrintedSheet<Page>[], binding: 'left' | 'right') {
  const [first, second] = binding === 'left' ? ([1, 0] as const) : ([0, 1] as const);
  const down = sheets.map((sheet): Leaf<Page> => {
    const leaf = sheet.leaves[0]![first]!;
    return [leaf.front, leaf.back];
  });
  const up = sheets.toReversed().map((sheet): Leaf<Page> => {
    const leaf = sheet.leaves[0]![second]!;
    return [leaf.back, leaf.front];
  });
  return [...down, ...up].flat();
}

/** Cuts each place out of the pile of sheets and lays the piles on one another. */
function cutAndStack<Page>(sheets: readonly PrintedSheet<Page>[], binding: 'left' | 'right') {
  const places = sheets[0]!.leaves.flatMap((row, index) =>
    row.map((_, column) => ({ row: index, column: binding === 'left' ? column : row.length - 1 - column })),
  );
  return places.flatMap(({ row, column }) =>
    sheets.flatMap((sheet): Leaf<Page> => {
      const leaf = sheet.leaves[row]![column]!;
      return [leaf.front, leaf.back];
    }),
  );
}

/** Reads the front of each sheet row by row, then its back, which shows the columns the other way round. */
function readSheets<Page>(sheets: readonly PrintedSheet<Page>[], binding: 'left' | 'right') {
  const inDirection = <T>(row: readonly T[]) => (binding === 'left' ? row : row.toReversed());
  return sheets.flatMap(({ leaves }) => [
    ...leaves.flatMap((row) => inDirection(row.map((leaf) => leaf.front))),
    ...leaves.flatMap((row) => inDirection(row.map((leaf) => leaf.back).toReversed())),
  ]);
}
