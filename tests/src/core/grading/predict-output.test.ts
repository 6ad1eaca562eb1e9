import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markPrediction } from '../../../../src/core/grading/predict-output.ts';
import { isSameOutput } from '../../../../src/core/grading/same-output.ts';
import { makePredictOutput } from '../../../factories/written.ts';

const exercise = { ...makePredictOutput({ lessonId: 'l' }), createdAt: 0, updatedAt: 0 };
const told = (text: string) => markPrediction(exercise, text).parts.map(({ id, passed, got }) => [id, passed, got]);

describe('a prediction', () => {
  it('is right as the program prints it, whatever ends its lines', () => {
    for (const text of ['0\n1\n2', '0\r\n1\r\n2\r\n', '0  \n1\t\n2\n\n']) expect(markPrediction(exercise, text)).toMatchObject({ isRight: true, score: 1 });
  });

  it('is told line by line to the first that differs, without what would have been right', () => {
    expect(told('0\n2\n1')).toEqual([['1', true, '0'], ['2', false, '2']]);
    expect(told('0')).toEqual([['1', true, '0'], ['*missing', false, null]]);
    expect(told('0\n1\n2\n3')).toEqual([['1', true, '0'], ['2', true, '1'], ['3', true, '2'], ['4', false, '3']]);
    expect(told('')).toEqual([['*missing', false, null]]);
    expect(markPrediction(exercise, '0\n2').parts.every(({ expected }) => expected === null)).toBe(true);
  });

  it('that is well known gets its own words', () => {
    expect(markPrediction(exercise, '1\n2\n3\n').say).toBe(exercise.mistakes[0]?.say);
  });
});

describe('two outputs', () => {
  it('look the same whatever nobody can see', () => {
    expect(isSameOutput('a b\nc', 'a\u00a0b \r\nc\r\n\r\n')).toBe(true);
    expect(isSameOutput('caf\u00e9', 'cafe\u0301')).toBe(true);
    expect(isSameOutput('', '\n \n')).toBe(true);
  });

  it.each([['a', 'A'], ['a b', 'a  b'], ['a', ' a'], ['a\n\nb', 'a\nb'], ['a', '\na'], ['a', 'ab'], ['1', '1.0'], ['a\tb', 'a b']])('%j and %j do not', (a, b) => {
    expect(isSameOutput(a, b)).toBe(false);
  });

  it('are compared the same way round', () => {
    const output = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\u00a0') });
    fc.assert(
      fc.property(output, output, (a, b) => {
        expect(isSameOutput(a, a)).toBe(true);
        expect(isSameOutput(a, b)).toBe(isSameOutput(b, a));
        expect(isSameOutput(a, `${a} \n\n`)).toBe(true);
      }),
    );
  });
});
