/**
 * A text that remembers, for every character, the offset in the source that it came from.
 *
 * Immutable. The map is a list of runs: a run of copied characters advances through the source, a run of
 * inserted characters stays at one offset. Slicing and joining cost the runs touched, never the whole source.
 */
export class MappedText {
  static readonly empty = new MappedText('', [], []);

  private constructor(
    readonly value: string,
    /** Offset in `value` where each run begins. */
    private readonly starts: readonly number[],
    /** Offset in the source of a run's first character; inserted runs hold its complement (`~offset`). */
    private readonly origins: readonly number[],
  ) {}

  /** The text of a whole source, or of a part of it that begins at `offset`. */
  static source(value: string, offset = 0): MappedText {
    return value === '' ? MappedText.empty : new MappedText(value, [0], [offset]);
  }

  /** A text that stands for one place of the source. */
  static inserted(value: string, offset: number): MappedText {
    return value === '' ? MappedText.empty : new MappedText(value, [0], [~offset]);
  }

  /** Joins texts; a plain string is taken as inserted at the end of what stands before it. */
  static concat(parts: readonly (MappedText | string)[]): MappedText {
    const builder = new MappedTextBuilder();
    for (const part of parts) builder.add(part);
    return builder.build();
  }

  /** For the builder alone. */
  static ofRuns(value: string, starts: readonly number[], origins: readonly number[]): MappedText {
    return value === '' ? MappedText.empty : new MappedText(value, starts, origins);
  }

  get length(): number {
    return this.value.length;
  }

  /** Offset in the source of the character at `index`; past the end, of what follows the last one. */
  originAt(index: number): number {
    if (this.starts.length === 0) return 0;
    const run = this.runAt(Math.min(Math.max(index, 0), this.value.length));
    const origin = this.origins[run]!;
    return origin < 0 ? ~origin : origin + (index - this.starts[run]!);
  }

  slice(start: number, end = this.value.length): MappedText {
    if (start <= 0 && end >= this.value.length) return this;
    if (end <= start) return MappedText.empty;
    const starts: number[] = [];
    const origins: number[] = [];
    for (let run = this.runAt(start); run < this.starts.length && this.starts[run]! < end; run++) {
      const from = Math.max(this.starts[run]!, start);
      const origin = this.origins[run]!;
      starts.push(from - start);
      origins.push(origin < 0 ? origin : origin + (from - this.starts[run]!));
    }
    return new MappedText(this.value.slice(start, end), starts, origins);
  }

  /**
   * Replaces every match of a global expression. What the replacer returns is inserted at the origin of the
   * match; `undefined` leaves the match as it is.
   */
  replace(
    pattern: RegExp,
    replacer: (match: RegExpExecArray) => string | MappedText | undefined,
  ): MappedText {
    let builder: MappedTextBuilder | undefined;
    let done = 0;
    for (const match of this.value.matchAll(pattern)) {
      const by = replacer(match);
      if (by === undefined) continue;
      builder ??= new MappedTextBuilder();
      builder.add(this.slice(done, match.index));
      builder.add(typeof by === 'string' ? MappedText.inserted(by, this.originAt(match.index)) : by);
      done = match.index + match[0].length;
    }
    if (!builder) return this;
    return builder.add(this.slice(done)).build();
  }

  /** Replaces the characters from `start` to `end`. */
  splice(start: number, end: number, by: string | MappedText): MappedText {
    const middle = typeof by === 'string' ? MappedText.inserted(by, this.originAt(start)) : by;
    return MappedText.concat([this.slice(0, start), middle, this.slice(end)]);
  }

  trim(): MappedText {
    const { value } = this;
    return this.slice(value.length - value.trimStart().length, value.trimEnd().length);
  }

  trimEnd(): MappedText {
    return this.slice(0, this.value.trimEnd().length);
  }

  /** The lines, without their ends; every line end must be a bare line feed. */
  lines(): MappedText[] {
    const lines: MappedText[] = [];
    let from = 0;
    for (let at = this.value.indexOf('\n'); at !== -1; at = this.value.indexOf('\n', from)) {
      lines.push(this.slice(from, at));
      from = at + 1;
    }
    lines.push(this.slice(from));
    return lines;
  }

  /** Calls back for each run: where it begins in the text, where in the source, whether it was inserted. */
  eachRun(visit: (start: number, origin: number, inserted: boolean) => void): void {
    this.starts.forEach((start, run) => {
      const origin = this.origins[run]!;
      visit(start, origin < 0 ? ~origin : origin, origin < 0);
    });
  }

  private runAt(index: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Gathers a `MappedText` from left to right. */
export class MappedTextBuilder {
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly origins: number[] = [];
  private size = 0;
  /** Where a plain string is taken to come from: the source just after the last character added. */
  private last = 0;

  get length(): number {
    return this.size;
  }

  add(part: MappedText | string): this {
    if (part.length === 0) return this;
    if (typeof part === 'string') {
      this.run(this.size, ~this.last);
      this.parts.push(part);
    } else {
      part.eachRun((start, origin, inserted) => {
        this.run(this.size + start, inserted ? ~origin : origin);
      });
      this.parts.push(part.value);
      this.last = part.originAt(part.length - 1);
    }
    this.size += part.length;
    return this;
  }

  build(): MappedText {
    return MappedText.ofRuns(this.parts.join(''), this.starts, this.origins);
  }

  private run(start: number, origin: number): void {
    const before = this.origins.at(-1);
    if (before !== undefined) {
      // A run that goes on where the last one ended is the same run.
      if (before < 0 ? origin === before : origin === before + (start - this.starts.at(-1)!)) return;
    }
    this.starts.push(start);
    this.origins.push(origin);
  }
}
