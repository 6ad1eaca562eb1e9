import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stretchAbout, stretched } from '../../../src/ui/stretch.ts';

it('a list as lists are is shown whole', () => {
  fc.assert(fc.property(fc.nat(100), fc.nat(100), (count, at) => {
    const all = Array.from({ length: count }, (_, i) => i);
    const { from, to } = stretchAbout(count, Math.min(at, count) - 1);
    expect(all.slice(from, to)).toEqual(all);
  }));
});

it('of a larger one a full stretch is shown, what matters in it, and the rest comes from either side', () => {
  fc.assert(fc.property(fc.integer({ min: 101, max: 10_000 }), fc.nat(), (count, seed) => {
    const current = (seed % (count + 1)) - 1;
    let shown = stretchAbout(count, current);
    expect(shown.to - shown.from).toBe(100);
    expect(shown.from).toBeGreaterThanOrEqual(0);
    expect(shown.to).toBeLessThanOrEqual(count);
    if (current >= 0) expect(shown.from <= current && current < shown.to).toBe(true);
    while (shown.from > 0) shown = stretched(shown, 'earlier', count);
    while (shown.to < count) shown = stretched(shown, 'later', count);
    expect(shown).toEqual({ from: 0, to: count });
  }));
});
