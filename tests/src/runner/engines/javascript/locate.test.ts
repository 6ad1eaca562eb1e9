import { describe, expect, it } from 'vitest';
import { locateCrash, locateError } from '../../../../../src/runner/engines/javascript/locate.ts';

const PLACES = [
  { file: 'main.js', firstLine: 10, lineCount: 5 },
  { file: 'lib.js', firstLine: 20, lineCount: 3 },
];
const URL_ = 'blob:null/2ab3247f-21f4-4152-907b-224b1bbe106b';

describe('an error of V8', () => {
  it('has the learner’s frames only, outermost first, in the learner’s lines', () => {
    const stack = `TypeError: no\n    at half (${URL_}:21:9)\n    at new Point (${URL_}:12:3)\n    at ${URL_}:14:1\n    at main.js (${URL_}:14:5)\n    at work (${URL_}:3:100)`;
    expect(locateError({ type: 'TypeError', message: 'no', stack }, PLACES)).toEqual({
      type: 'TypeError',
      message: 'no',
      line: 2,
      frames: [
        { file: 'main.js', line: 5, name: '' },
        { file: 'main.js', line: 5, name: '' },
        { file: 'main.js', line: 3, name: 'new Point' },
        { file: 'lib.js', line: 2, name: 'half' },
      ],
    });
  });

  it('has no line when its stack is nothing', () => {
    expect(locateError({ type: 'Uncaught', message: 'x', stack: 7 }, PLACES)).toEqual({ type: 'Uncaught', message: 'x', line: null, frames: [] });
    expect(locateError(null, PLACES)).toBeNull();
  });

  it('is a syntax error where the script never ran, and not the learner’s fault otherwise', () => {
    const crash = { type: 'crashed', line: 11, column: 5 } as const;
    expect(locateCrash({ ...crash, message: 'Uncaught SyntaxError: bad' }, PLACES)).toMatchObject({ type: 'SyntaxError', message: 'bad', line: 2 });
    expect(locateCrash({ ...crash, message: 'Uncaught Error: other' }, PLACES)).toBeNull();
  });
});
