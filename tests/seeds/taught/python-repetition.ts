import type { Taught } from './taught.ts';

export const REPETITION: Taught = {
  '090-while': ['while'],
  '100-for-range': ['for', 'call:range'],
  '110-accumulators': ['operator:+=', 'operator:-=', 'operator:*='],
  '120-nested-loops': ['nested loop'],
  '130-guessing-game': ['import:random', 'call:random.randint', 'break'],
};
