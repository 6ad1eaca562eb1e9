import { expect, it } from 'vitest';
import { readPythonError } from '../../../../../src/runner/engines/python/read-error.ts';

it('reads an error as the harness tells it', () => {
  const error = { type: 'ValueError', message: 'no', line: 3, frames: [{ file: 'main.py', line: 3, name: 'f' }] };
  expect(readPythonError(error)).toEqual(error);
  expect(readPythonError(null)).toBeNull();
});

it('believes nothing that is not of its shape', () => {
  expect(readPythonError({ type: 'E' })).toBeNull();
  const odd = { type: 'E', message: 'm'.repeat(9000), line: -1, frames: [{ file: 'a', line: 0, name: 'x' }, 5, null] };
  expect(readPythonError(odd)).toEqual({ type: 'E', message: 'm'.repeat(2000), line: null, frames: [] });
});
