import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumericExercise } from '../../../../db/models/exercise.ts';
import { markNumeric } from '../../../../src/core/grading/numeric.ts';
import { makeNumeric } from '../../../factories/written.ts';

const exercise = (key: Partial<NumericExercise['answerKey']>, mistakes: NumericExercise['mistakes'] = []): NumericExercise => ({
  ...makeNumeric({ lessonId: 'l', answerKey: { value: 2.5, absolute: 0, relative: 0, units: [], ...key }, mistakes }),
  createdAt: 0,
  updatedAt: 0,
});
const isRight = (key: Partial<NumericExercise['answerKey']>, text: string) => markNumeric(exercise(key), text).isRight;
const KG = [{ unit: 'kg', factor: 1 }, { unit: 'g', factor: 0.001 }, { unit: 'µg', factor: 1e-9 }];

describe('a bare number', () => {
  it.each(['2.5', ' 2,5 ', '+2.5', '2.50', '25e-1', '2.5 × 10^0', '0.25·10¹', '２.５'])('may be written %s', (text) => {
    expect(isRight({}, text)).toBe(true);
  });
  it.each(['', '2.6', '5/2', '250%', '2.5 kg', 'kg', '2.5.', '2 5', '--2.5', '2.5 2.5', 'NaN', 'Infinity', '1e999', 'two'])('is not %j', (text) => {
    expect(isRight({}, text)).toBe(false);
  });

  it('may have thousands set apart', () => {
    for (const text of ['12 500', '12,500', "12'500", '12.500', '1.25e4', '1,25 × 10⁴']) expect([text, isRight({ value: 12_500 }, text)]).toEqual([text, true]);
  });

  it('lies within either tolerance, its edge included, and not outside', () => {
    expect([isRight({ absolute: 0.1 }, '2.6'), isRight({ absolute: 0.1 }, '2.601'), isRight({ absolute: 0.1 }, '2.4')]).toEqual([true, false, true]);
    expect([isRight({ relative: 0.02 }, '2.55'), isRight({ relative: 0.02 }, '2.56')]).toEqual([true, false]);
    expect(isRight({ absolute: 0.01, relative: 0.02 }, '2.55')).toBe(true);
    expect(isRight({ value: -2.5, relative: 0.02 }, '-2.55')).toBe(true);
  });

  it('is exact however small or large', () => {
    expect([isRight({ value: 6.626e-34 }, '6.626e-34'), isRight({ value: 6.626e-34 }, '6.7e-34'), isRight({ value: 6.626e-34 }, '0')]).toEqual([true, false, false]);
    expect([isRight({ value: 1e12 }, '1000000000000'), isRight({ value: 1e12 }, '1000000000001')]).toEqual([true, false]);
    expect([isRight({ value: 0 }, '0'), isRight({ value: 0 }, '-0'), isRight({ value: 0 }, '1e-300')]).toEqual([true, true, false]);
  });
});

describe('a number with a unit', () => {
  it.each(['2.5 kg', '2,5kg', '2500 g', '2 500 g', '2.5e3g', '2.5 KG', '2.5e9 µg', '2.5e9 ug', '2.5e9 μg', 'kg 2.5'])('may be written %s', (text) => {
    expect(isRight({ units: KG }, text)).toBe(true);
  });
  it.each(['2.5', '2.5 g', '2500', '2500 kg', '2.5 lb', '2.5 k g s', 'kg', '2.5e3 Kgs'])('is not %j', (text) => {
    expect(isRight({ units: KG }, text)).toBe(false);
  });

  it('may wear its unit before, and powers in either way', () => {
    expect(isRight({ units: [{ unit: '€', factor: 1 }] }, '€2.50')).toBe(true);
    for (const unit of ['m²', 'm2', 'm^2', 'M^2']) expect([unit, isRight({ units: [{ unit: 'm^2', factor: 1 }] }, `2.5 ${unit}`)]).toEqual([unit, true]);
    expect(isRight({ units: [{ unit: 'm/s', factor: 1 }] }, '2.5 m / s')).toBe(true);
    expect(isRight({ units: [{ unit: '°C', factor: 1 }] }, '2.5 ℃')).toBe(true);
    expect(isRight({ units: [{ unit: 's⁻¹', factor: 1 }] }, '2.5 s^-1')).toBe(true);
  });

  it('tells a milligram from a megagram, and a minute from nothing', () => {
    expect(isRight({ units: [{ unit: 'mg', factor: 1 }] }, '2.5 Mg')).toBe(false);
    expect(isRight({ units: [{ unit: 'MB', factor: 1 }, { unit: 'mb', factor: 8 }] }, '2.5 MB')).toBe(true);
    expect(isRight({ units: [{ unit: 'min', factor: 1 }] }, '2.5 Min')).toBe(true);
  });

  it('is told apart from its unit when one of them is wrong', () => {
    const parts = (text: string) => markNumeric(exercise({ units: KG }), text).parts.map(({ id, passed, got }) => [id, passed, got]);
    expect(parts('2.5')).toEqual([['number', true, '2.5'], ['unit', false, '']]);
    expect(parts('2.5 lb')).toEqual([['number', true, '2.5'], ['unit', false, 'lb']]);
    expect(parts('2.5 g')).toEqual([['number', false, '2.5'], ['unit', true, 'g']]);
    expect(markNumeric(exercise({}), '2.5 kg').parts).toMatchObject([{ id: 'number', passed: true }, { id: 'unit', passed: false }]);
    expect(markNumeric(exercise({}), '2.5').parts).toHaveLength(1);
  });
});

it('a known mistake is known by its words or by its amount', () => {
  const known = exercise({ units: KG }, [{ answer: '25 kg', say: 'Ten times.' }, { answer: 'a lot', say: 'How much?' }]);
  expect(['25 kg', '25000 g', '25,0kg', '25', 'A lot', '26 kg', '2.5 kg'].map((text) => markNumeric(known, text).say)).toEqual([
    'Ten times.', 'Ten times.', 'Ten times.', 'Ten times.', 'How much?', null, null,
  ]);
});

describe('whatever the numbers are', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
  it('the value itself is right, in every unit', () => {
    fc.assert(
      fc.property(finite, fc.constantFrom(...KG), (value, { unit, factor }) => {
        expect(isRight({ value, units: KG }, `${value / factor} ${unit}`)).toBe(true);
        expect(isRight({ value }, String(value))).toBe(true);
      }),
    );
  });
  it('what is nearer than a right answer is right too', () => {
    fc.assert(
      fc.property(finite, finite, fc.double({ min: 0, max: 100, noNaN: true }), (value, x, absolute) => {
        const nearer = value + (x - value) / 2;
        if (isRight({ value, absolute }, String(x))) expect(isRight({ value, absolute }, String(nearer))).toBe(true);
      }),
    );
  });
  it('no text makes it stumble, or takes long', () => {
    const long = ['1'.repeat(50_000), '1 '.repeat(50_000), ' '.repeat(50_000), '1,'.repeat(50_000), 'x'.repeat(50_000), '-'.repeat(50_000)];
    const before = process.cpuUsage();
    for (const text of long) expect(isRight({ units: KG }, text)).toBe(false);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
    const any = exercise({ units: KG });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(markNumeric(any, text).isRight).toBe(false);
      }),
    );
  });
});
