import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutputChunk } from '../../../src/core/run-result.ts';
import { createLiveOutput } from '../../../src/runner/live-output.ts';

describe('live output', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('comes in at most twenty turns a second, in order and whole', async () => {
    const heard: OutputChunk[] = [];
    const times = new Set<number>();
    const live = createLiveOutput((chunk) => {
      heard.push(chunk);
      times.add(performance.now());
    });
    for (let i = 0; i < 500; i++) {
      live.tell({ stream: 'stdout', text: `${i},` });
      await vi.advanceTimersByTimeAsync(2);
    }
    live.tell({ stream: 'stderr', text: 'end' });
    live.flush();
    expect(times.size).toBeLessThanOrEqual(22);
    expect(heard.map(({ text }) => text).join('')).toBe(`${Array.from({ length: 500 }, (_, i) => `${i},`).join('')}end`);
    expect(heard.at(-1)).toEqual({ stream: 'stderr', text: 'end' });
  });

  it('is told at once after a silence', async () => {
    const heard: OutputChunk[] = [];
    const live = createLiveOutput((chunk) => heard.push(chunk));
    live.tell({ stream: 'stdout', text: 'a' });
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual([{ stream: 'stdout', text: 'a' }]);
  });
});
