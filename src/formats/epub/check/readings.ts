/** What can be made of the files of an EPUB, made anew each time it is asked for unless it is to be kept. */
export class Readings<Value> {
  private readonly known = new Map<string, Value>();
  private readonly names: ReadonlySet<string>;

  constructor(
    names: Iterable<string>,
    private readonly read: (name: string) => Value,
    private readonly kept: ReadonlySet<string> = new Set(),
  ) {
    this.names = new Set(names);
  }

  keys(): Iterable<string> {
    return this.names;
  }

  get(name: string): Value | undefined {
    if (!this.names.has(name)) return undefined;
    const value = this.known.get(name) ?? this.read(name);
    if (this.kept.has(name)) this.known.set(name, value);
    return value;
  }

  *[Symbol.iterator](): Generator<[name: string, value: Value]> {
    for (const name of this.names) yield [name, this.get(name)!];
  }
}
