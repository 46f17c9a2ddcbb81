/** Reads the tables of a font file (TrueType or OpenType) by their names; throws for a table that it lacks. */
export function fontTables(sfnt: Uint8Array): (name: string) => DataView {
  const whole = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const found = new Map<string, DataView>();
  for (let record = 12, left = whole.getUint16(4); left > 0; record += 16, left--) {
    const name = String.fromCharCode(...sfnt.subarray(record, record + 4));
    const [offset, length] = [whole.getUint32(record + 8), whole.getUint32(record + 12)];
    found.set(name, new DataView(sfnt.buffer, sfnt.byteOffset + offset, length));
  }
  return (name) => {
    const table = found.get(name);
    if (!table) throw new Error(`a font without the table ${name}`);
    return table;
  };
}
