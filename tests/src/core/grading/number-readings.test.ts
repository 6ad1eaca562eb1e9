import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNumberWithin, numberReadings } from '../../../../src/core/grading/number-readings.ts';

describe('the readings of a number', () => {
  it.each<[string, number[]]>([
    ['3.5', [3.5]],
    ['3,5', [3.5]],
    [' -3.5 ', [-3.5]],
    ['−2', [-2]],
    ['1e3', [1000]],
    ['+.5', [0.5]],
    ['1,000', [1, 1000]],
    ['1.000', [1, 1000]],
    ['1,000,000', [1_000_000]],
    ['1,234.5', [1234.5]],
    ['1.234,5', [1234.5]],
    ["1'234", [1234]],
    ['1 000 000,25', [1_000_000.25]],
    ['1\u202f000', [1000]],
    ['12,34,567', []],
    ['1,00,000.5', []],
    ['1.2.3', []],
    ['three', []],
    ['', []],
    ['Infinity', []],
    ['0x10', []],
    ['5 apples', []],
  ])('of %s are %j', (text, readings) => {
    expect(numberReadings(text)).toEqual(readings);
  });

  it('hold whatever number is written out, with a point or a comma', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(numberReadings(String(number))).toContain(number === 0 ? 0 : number);
        expect(numberReadings(String(number).replace('.', ','))).toContain(number === 0 ? 0 : number);
      }),
    );
  });

  it('lie within a tolerance, its edge included', () => {
    expect(isNumberWithin('3,6', { value: 3.5, tolerance: 0.1 })).toBe(true);
    expect(isNumberWithin('3.61', { value: 3.5, tolerance: 0.1 })).toBe(false);
    expect(isNumberWithin('1000', { value: 1000, tolerance: 0 })).toBe(true);
    expect(isNumberWithin('1001', { value: 1000, tolerance: 0 })).toBe(false);
  });
});
