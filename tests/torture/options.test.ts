import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('a torture takes its rounds, a seed and a file, and has its own number of rounds without', () => {
  expect(readOptions(['--rounds', '3', '--seed', '7', '--json', 'out.json'], { rounds: 40 })).toEqual({ rounds: 3, seed: 7, json: 'out.json' });
  const plain = readOptions([], { rounds: 40 });
  expect(plain).toEqual({ rounds: 40, seed: plain.seed, json: undefined });
  expect(Number.isInteger(plain.seed)).toBe(true);
});

it('what one torture takes beside them is a text or a flag', () => {
  const own = { rounds: 1, texts: ['only', 'backend'], flags: ['node'] } as const;
  expect(readOptions(['--only=a,b', '--node'], own)).toMatchObject({ only: 'a,b', node: true });
  const plain = readOptions([], own);
  expect([plain.only, plain.backend, plain.node]).toEqual([undefined, undefined, false]);
});

it('an option that nobody knows is refused, and so is one without its text', () => {
  expect(() => readOptions(['--jobs', '2'], { rounds: 1 })).toThrow('--jobs');
  expect(() => readOptions(['--seed'], { rounds: 1 })).toThrow('--seed');
});
