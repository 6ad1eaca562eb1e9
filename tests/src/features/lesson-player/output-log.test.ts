import { expect, it } from 'vitest';
import { createOutputLog, type OutputLog, type OutputLimits } from '../../../../src/features/lesson-player/output-log.ts';
import type { OutputChunk } from '../../../../src/core/run-result.ts';

const out = (text: string): OutputChunk => ({ stream: 'stdout', text });
const err = (text: string): OutputChunk => ({ stream: 'stderr', text });
const textOf = (log: OutputLog): string => log.view().parts.map((part) => part.text).join('');

function logOf(limits: OutputLimits | undefined, ...chunks: readonly OutputChunk[]): OutputLog {
  const log = createOutputLog(limits);
  for (const chunk of chunks) log.write(chunk);
  return log;
}

it('joins what one stream writes and keeps the order of two', () => {
  const { parts, lines, dropped } = logOf(undefined, out('a'), out('b\n'), err('no\n'), out('c')).view();
  expect(parts.map(({ stream, text, isLineStart }) => [stream, text, isLineStart])).toEqual([
    ['stdout', 'ab\n', true],
    ['stderr', 'no\n', true],
    ['stdout', 'c', true],
  ]);
  expect({ lines, dropped }).toEqual({ lines: 3, dropped: 0 });
});

it('knows a part that goes on in the middle of a line', () => {
  expect(logOf(undefined, out('Name? '), { stream: 'stdin', text: 'Ana\n' }).view().parts[1]?.isLineStart).toBe(false);
});

it('keeps the last lines and counts what went by', () => {
  const log = createOutputLog({ lines: 3, characters: 1_000 });
  for (let n = 1; n <= 10; n++) log.write(out(`${n}\n`));
  expect(textOf(log)).toBe('8\n9\n10\n');
  expect(log.view()).toMatchObject({ lines: 10, dropped: 7 });
});

it('keeps the last characters, cut at the beginning of a line', () => {
  const log = logOf({ lines: 100, characters: 10 }, out('first line\nsecond\nend'));
  expect(textOf(log)).toBe('second\nend');
});

it('keeps no more of one endless line than it may', () => {
  const log = createOutputLog({ lines: 100, characters: 10_000 });
  for (let n = 0; n < 100; n++) log.write(out('x'.repeat(1_000)));
  expect(textOf(log).length).toBeGreaterThan(5_000);
  expect(textOf(log).length).toBeLessThanOrEqual(10_000);
});

it('cuts one huge chunk of short lines, and counts them all', () => {
  const log = logOf(undefined, out('1\n'.repeat(500_000)), out('end\n'));
  expect(log.view()).toMatchObject({ lines: 500_001, dropped: 499_001 });
  expect(textOf(log).endsWith('1\nend\n')).toBe(true);
});

it('shows the same view until something is written, and tells each write', () => {
  const log = createOutputLog();
  let told = 0;
  const stop = log.subscribe(() => told++);
  log.write(out('a'));
  const before = log.view();
  expect(log.view()).toBe(before);
  log.write(out(''));
  expect(log.view()).toBe(before);
  stop();
  log.write(out('b'));
  expect(log.view()).not.toBe(before);
  expect(told).toBe(1);
});
