import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Value } from '../../../../src/core/run-result.ts';
import { isSameValue } from '../../../../src/core/values/compare.ts';
import { formatValue } from '../../../../src/core/values/format.ts';
import { parseLiteral } from '../../../../src/core/values/literal.ts';
import { anyValue } from './any-value.ts';

vi.setConfig({ testTimeout: 30_000 });

const integer = (digits: string): Value => ({ kind: 'integer', digits });
const float = (text: string): Value => ({ kind: 'float', text });
const text = (value: string): Value => ({ kind: 'string', value });

describe.each(['python', 'javascript'] as const)('a %s literal', (language) => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(anyValue(language), (value) => {
        const parsed = parseLiteral(language, formatValue(language, value));
        expect(parsed).not.toBeNull();
        expect(parsed !== null && isSameValue(language, value, parsed)).toBe(true);
      }),
    );
  });

  it('answers null to whatever else comes, and never throws', () => {
    fc.assert(fc.property(fc.string(), (noise) => void parseLiteral(language, noise)));
    expect(parseLiteral(language, '['.repeat(100_000))).toBeNull();
    expect(parseLiteral(language, '')).toBeNull();
    expect(parseLiteral(language, '1 2')).toBeNull();
    expect(parseLiteral(language, 'print(1)')).toBeNull();
    expect(parseLiteral(language, '"open')).toBeNull();
  });
});

describe('a Python literal', () => {
  it.each<[string, Value]>([
    ['1_000', integer('1000')],
    ['-0xff', integer('-255')],
    ['1e3', float('1000')],
    ['.5', float('0.5')],
    ['5.', float('5')],
    ["float('-inf')", float('-Infinity')],
    ['(1)', integer('1')],
    ['(1,)', { kind: 'tuple', items: [integer('1')] }],
    ['()', { kind: 'tuple', items: [] }],
    ['set()', { kind: 'set', items: [] }],
    ['{1, 2}', { kind: 'set', items: [integer('1'), integer('2')] }],
    ['{}', { kind: 'dict', entries: [] }],
    ["{'a': [True, None],}", { kind: 'dict', entries: [[text('a'), { kind: 'list', items: [{ kind: 'boolean', value: true }, { kind: 'none' }] }]] }],
    ["'a' \"b\"", text('ab')],
    ["r'\\d'", text('\\d')],
    ["'''two\nlines'''", text('two\nlines')],
    ["'\\x41\\u00e9\\U0001f600\\''", text("Aé😀'")],
    ["''", text('')],
  ])('%s is read', (literal, value) => {
    expect(parseLiteral('python', literal)).toEqual(value);
  });

  it.each([
    [float('6'), '6.0'],
    [float('1e+21'), '1e+21'],
    [float('0.00001'), '1e-05'],
    [float('123.456'), '123.456'],
    [text("it's"), '"it\'s"'],
    [text('a\tb'), "'a\\tb'"],
    [{ kind: 'tuple', items: [integer('1')] } satisfies Value, '(1,)'],
    [{ kind: 'other', typeName: 'Cat', repr: '<Cat Tom>' } satisfies Value, '<Cat Tom>'],
  ])('writes a value as Python does', (value, written) => {
    expect(formatValue('python', value)).toBe(written);
  });
});

describe('a JavaScript literal', () => {
  it.each<[string, Value]>([
    ['1_000.5', float('1000.5')],
    ['0b101', float('5')],
    ['-12n', integer('-12')],
    ['undefined', { kind: 'undefined' }],
    ['`a\nb`', text('a\nb')],
    ["'\\u{1f600}\\n'", text('😀\n')],
    ["({ a: 1, 'b c': [2,], 3: null })", {
      kind: 'dict',
      entries: [[text('a'), float('1')], [text('b c'), { kind: 'list', items: [float('2')] }], [text('3'), { kind: 'none' }]],
    }],
    ["new Map([[1, 'x']])", { kind: 'dict', entries: [[float('1'), text('x')]] }],
    ['new Set()', { kind: 'set', items: [] }],
  ])('%s is read', (literal, value) => {
    expect(parseLiteral('javascript', literal)).toEqual(value);
  });

  it('is refused when it would compute something', () => {
    expect(['`${1}`', '1 + 1', '{ a }', '[...x]', 'new Date()'].map((code) => parseLiteral('javascript', code))).toEqual([
      null, null, null, null, null,
    ]);
  });

  it('writes a value as a learner would', () => {
    const value: Value = { kind: 'dict', entries: [[text('a'), float('1')], [text('b c'), { kind: 'list', items: [text('x')] }]] };
    expect(formatValue('javascript', value)).toBe("{ a: 1, 'b c': ['x'] }");
  });
});
