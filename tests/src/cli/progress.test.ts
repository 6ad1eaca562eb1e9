import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showProgress } from '../../../src/cli/progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function heard(columns: number | null): { notes: string[]; note: (text: string) => void; columns: number | null } {
  const notes: string[] = [];
  return { notes, note: (text) => notes.push(text), columns };
}

describe('progress', () => {
  it('is a bar over itself where somebody looks, never wider than the terminal', () => {
    const terminal = heard(60);
    const progress = showProgress(terminal, 4, 'programs');
    vi.advanceTimersByTime(1_000);
    progress.tick('two-fer (solution)');
    progress.end();
    expect(terminal.notes[1]).toBe(`\r\u001b[K${'█'.repeat(6)}${'░'.repeat(18)}  1 of 4 programs, 1 s  two-fer (so`);
    expect(terminal.notes.at(-1)).toBe('\r\u001b[K');
  });

  it('is a plain line every few seconds elsewhere, and one at the end', () => {
    const terminal = heard(null);
    const progress = showProgress(terminal, 8, 'programs');
    for (let i = 0; i < 8; i++) {
      vi.advanceTimersByTime(2_000);
      progress.tick('x');
    }
    progress.end();
    expect(terminal.notes.filter((note) => note !== '')).toEqual(['3 of 8 programs, 6 s\n', '6 of 8 programs, 12 s\n', '8 of 8 programs, 16 s\n']);
  });
});
