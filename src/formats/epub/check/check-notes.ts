import type { Fault } from './fault.js';
import type { Survey } from './survey.js';

/**
 * note-pair: every call leads to a note, which has its label, every note back to each of its calls, one link a
 * call; notes stand in a list, which no reader hides.
 */
export function checkNotes(surveys: readonly Survey[]): Fault[] {
  const texts = surveys.filter(({ file }) => file.endsWith('.xhtml'));
  const all = texts.map(({ file, notes }) => ({ file, ...notes }));
  const faults: Fault[] = all.flatMap((found) => found.faults);
  const tell = (file: string, message: string, line?: number) =>
    faults.push({ file, line, rule: 'note-pair', message });
  const calls = new Map(
    all.flatMap(({ file, calls }) => calls.map(({ id, ...call }) => [id, { file, ...call }])),
  );
  const notes = new Map(
    all.flatMap(({ file, notes }) => notes.map(({ id, label }) => [id, { file, label }])),
  );
  const backsOf = new Map<string, number>();
  for (const { file, backs } of all)
    for (const { call, note, line } of backs) {
      const pair = `${call} ${note}`;
      backsOf.set(pair, (backsOf.get(pair) ?? 0) + 1);
      if (!calls.has(call)) tell(file, `A link back to ${call}, no call`, line);
    }
  for (const [call, { file, note, label }] of calls) {
    const found = notes.get(note);
    if (!found) tell(file, `Call ${call} leads to no note`);
    else if (found.label !== label) tell(file, `Call “${label}” leads to note “${found.label}”`);
    const own = backsOf.get(`${call} ${note}`) ?? 0;
    if (own !== 1) tell(file, `${own} links back to ${call}`);
  }
  const called = new Set([...calls.values()].map(({ note }) => note));
  for (const [note, { file }] of notes) if (!called.has(note)) tell(file, `Nothing calls ${note}`);
  return faults;
}
