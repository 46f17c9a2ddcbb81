/** Gives file names and anchors that no other has, also where letters of either case are one. */
export class Names {
  private readonly taken = new Set<string>();

  constructor(taken: Iterable<string> = []) {
    for (const name of taken) this.taken.add(name.toLowerCase());
  }

  /** The wished name, or the same with `-2`, `-3`, … before its extension. */
  take(wished: string): string {
    const dot = wished.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [wished.slice(0, dot), wished.slice(dot)] : [wished, ''];
    let name = wished;
    for (let n = 2; this.taken.has(name.toLowerCase()); n++) name = `${stem}-${n}${extension}`;
    this.taken.add(name.toLowerCase());
    return name;
  }
}

/** A name of ASCII letters, digits and hyphens alone, which every packer and file system takes. */
export function asciiName(text: string, otherwise: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain || otherwise;
}
