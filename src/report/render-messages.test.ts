import { expect, test } from 'vitest';
import { codeFrame } from './code-frame.js';
import { renderAnnotations } from './render-annotations.js';
import { countMessages, renderMessages } from './render-messages.js';
import { type Message, Report } from './report.js';

const message: Message = {
  severity: 'warning',
  code: 'note-without-call',
  reason: 'Nothing calls the note “x”',
  place: { path: 'text/one.md', line: 2, column: 3, endLine: 2, endColumn: 6 },
  note: 'Write [^x] where it belongs.',
};

function reportOf(...messages: Message[]): Report {
  const report = new Report();
  for (const one of messages) report.add(one);
  return report;
}

test('shows the place, the lines round it, and the remedy', () => {
  const report = reportOf(message);
  report.sources.set('text/one.md', 'First\nab[^x]: note\nThird\n');
  expect(renderMessages(report.messages, report, false)).toBe(
    [
      'text/one.md:2:3 warning Nothing calls the note “x” (note-without-call)',
      '    1 | First',
      '  > 2 | ab[^x]: note',
      '      |   ^^^',
      '    3 | Third',
      '  Write [^x] where it belongs.',
    ].join('\n'),
  );
});

test('colours only when it is asked to', () => {
  const report = reportOf(message);
  expect(renderMessages(report.messages, report, true)).toContain('\u001b[33mwarning');
  expect(renderMessages(report.messages, report, false)).not.toContain('\u001b');
});

test('a text cannot speak to the terminal', () => {
  const hostile = { ...message, reason: 'bad \u001b]0;title\u0007', note: 'see \u009b31m' };
  const report = reportOf(hostile);
  report.sources.set('text/one.md', 'x\n\u001b[2Jgone');
  expect(renderMessages(report.messages, report, false)).not.toMatch(/[\u001b\u0007\u009b]/);
});

test('cuts a long line round the place', () => {
  const frame = codeFrame(`${'a'.repeat(500)}X${'b'.repeat(500)}`, { line: 1, column: 501 })!;
  const [line, caret] = frame.split('\n');
  expect(line!.length).toBeLessThan(110);
  expect(line![caret!.indexOf('^')]).toBe('X');
});

test('a place beyond the end of a text has no lines to show', () => {
  expect(codeFrame('one\ntwo', { line: 9, column: 1 })).toBeUndefined();
});

test('counts', () => {
  expect(countMessages([message, message, { ...message, severity: 'error' }])).toBe('1 error, 2 warnings');
  expect(countMessages([])).toBe('');
});

test('annotates in the syntax of workflow commands', () => {
  const hostile = {
    ...message,
    reason: 'one\n::error::two 100%',
    place: { ...message.place!, path: 'a,b:c.md' },
  };
  expect(renderAnnotations([hostile])).toBe(
    '::warning file=a%2Cb%3Ac.md,line=2,endLine=2,col=3,title=note-without-call::one%0A::error::two 100%25. Write [^x] where it belongs.',
  );
});
