import { expect, test } from 'vitest';
import { makeCase } from '../../../torture/packs/make-case.ts';
import { tryPack } from '../../../torture/packs/try-pack.ts';

/** `npm run torture -- packs` tries ten thousand, and watches time and memory as well. */
const tried = async (seed: number, from: number, to: number) => {
  const ends = { whole: 0, refused: 0 };
  for (let number = from; number < to; number += 1) {
    const { name, end, why } = await tryPack(makeCase(seed, number));
    expect.soft(end, `${name} (number ${number} of seed ${seed}): ${why}`).not.toBe('partial');
    if (end !== 'partial') ends[end] += 1;
  }
  return ends;
};

// Seconds of work, and many more of waiting where others want the processor too.
const LIMIT = { timeout: 180_000 };

test('each lie is refused whole, and each pack that is merely unusual is taken whole', LIMIT, async () => {
  const { whole, refused } = await tried(1, 0, 200);
  expect(whole).toBeGreaterThan(15);
  expect(refused).toBeGreaterThan(100);
});

test('so are packs that nobody saw before', LIMIT, async () => {
  const seed = Date.now() % 1_000_000;
  const { whole, refused } = await tried(seed, 1_000, 1_100);
  expect(whole + refused).toBe(100);
});
