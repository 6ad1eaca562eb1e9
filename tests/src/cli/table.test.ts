import { expect, it } from 'vitest';
import { toTable } from '../../../src/cli/table.ts';

it('sets rows in columns, numbers to the right', () => {
  expect(toTable([['people', 2, 'John'], ['a', 10, '']])).toEqual(['people   2  John', 'a       10']);
});

it('is empty without rows', () => {
  expect(toTable([])).toEqual([]);
});
