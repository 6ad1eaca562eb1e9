import { describe, expect, it } from 'vitest';
import { errorPlaces, fewPlaces } from '../../../../src/features/lesson-player/code-places.ts';
import { fileLanguage } from '../../../../src/features/lesson-player/file-language.ts';

const files = { 'main.py': 'import till\n\ntill.sell()\n', 'till.py': 'def sell():\n    retrun 1\n' };
const frame = (file: string, line: number, name = '') => ({ file, line, name });

describe('the places of an error', () => {
  it('begin with the innermost line of the learner’s, with what stands there', () => {
    const error = { type: 'NameError', message: '', line: 2, frames: [frame('main.py', 3, '<module>'), frame('till.py', 2, 'sell')] };
    expect(errorPlaces(error, 'main.py', files)).toEqual([
      { file: 'till.py', line: 2, name: 'sell', source: 'retrun 1' },
      { file: 'main.py', line: 3, name: '<module>', source: 'till.sell()' },
    ]);
  });

  it('are the line alone where there is no frame', () => {
    const error = { type: 'SyntaxError', message: '', line: 3, frames: [] };
    expect(errorPlaces(error, 'main.py', files)).toEqual([{ file: 'main.py', line: 3, name: '', source: 'till.sell()' }]);
  });

  it('leave out files that are not the learner’s, and source that is not there', () => {
    const error = { type: 'E', message: '', line: null, frames: [frame('main.py', 2), frame('bill_test.py', 4)] };
    expect(errorPlaces(error, 'main.py', files)).toEqual([{ file: 'main.py', line: 2, name: '', source: null }]);
    expect(errorPlaces({ ...error, frames: [] }, 'main.py', files)).toEqual([]);
  });

  it('of a deep recursion are the first and the last few', () => {
    expect(fewPlaces([1, 2, 3, 4, 5, 6])).toEqual({ first: [1, 2, 3, 4, 5, 6], left: 0, last: [] });
    expect(fewPlaces([1, 2, 3, 4, 5, 6, 7, 8])).toEqual({ first: [1, 2, 3], left: 3, last: [7, 8] });
  });
});

it('a file’s language is told by its ending', () => {
  expect(fileLanguage('bill.py', 'javascript')).toBe('python');
  expect(fileLanguage('bill.test.ts', 'javascript')).toBe('typescript');
  expect(fileLanguage('prices.csv', 'python')).toBeNull();
  expect(fileLanguage('Makefile', 'python')).toBe('python');
});
