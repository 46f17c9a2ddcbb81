/** A text as it was found: its name, its characters, and where its lines begin. */
export class SourceText {
  private readonly lineStarts: number[] = [0];

  constructor(
    /** The file's name, as messages give it. */
    readonly name: string,
    readonly value: string,
  ) {
    // A line ends at a line feed, a carriage return, or both together.
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      if (code === 10 || (code === 13 && value.charCodeAt(at + 1) !== 10)) this.lineStarts.push(at + 1);
    }
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** Line and column, counted from 1, of an offset. */
  placeAt(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.lineStarts[low]! + 1 };
  }

  lineAt(offset: number): number {
    return this.placeAt(offset).line;
  }
}
