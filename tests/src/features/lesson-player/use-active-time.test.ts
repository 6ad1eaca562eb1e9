import { describe, expect, it } from 'vitest';
import { createStopwatch } from '../../../../src/features/lesson-player/use-active-time.ts';

describe('active time', () => {
  it('counts only while the page is seen, and starts anew once taken', () => {
    let now = 0;
    const watch = createStopwatch(() => now);
    watch.set(true);
    now = 100;
    watch.set(false);
    now = 5_000;
    watch.set(true);
    now = 5_050;
    watch.set(true);
    now = 5_060;
    expect(watch.take()).toBe(160);
    now = 5_070;
    expect(watch.take()).toBe(10);
  });
});
