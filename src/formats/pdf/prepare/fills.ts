/** Keys of the texts that only the finished pages give: written by the preparation, read by the furniture. */
export const FILL = {
  /** The folio of the page that an anchor stands on. */
  page: (id: string) => `page:${id}`,
  /** The pages of an entry of the index. */
  index: (entry: number) => `index:${entry}`,
  /** The label of a note that is numbered by the page. */
  label: (note: string) => `label:${note}`,
} as const;
