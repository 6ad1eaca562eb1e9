import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isSameValue } from '../../../../src/core/values/compare.ts';
import { parseLiteral } from '../../../../src/core/values/literal.ts';
import type { CodeLanguage } from '../../../../db/models/enums.ts';
import { anyValue } from './any-value.ts';

vi.setConfig({ testTimeout: 30_000 });

function same(language: CodeLanguage, a: string, b: string): boolean {
  const [x, y] = [parseLiteral(language, a), parseLiteral(language, b)];
  if (x === null || y === null) throw new Error(`no literal: ${a} or ${b}`);
  return isSameValue(language, x, y);
}

describe('comparing values', () => {
  it.each(['python', 'javascript'] as const)('finds every %s value the same as itself, either way round', (language) => {
    fc.assert(fc.property(anyValue(language), (value) => isSameValue(language, value, structuredClone(value))));
    fc.assert(
      fc.property(anyValue(language), anyValue(language), (a, b) => isSameValue(language, a, b) === isSameValue(language, b, a)),
    );
  });

  it.each([
    ['6', '6.0'],
    ['0.1', '0.10000000000000002'],
    ['1e300', '1.0000000001e300'],
    ['nan', 'nan'],
    ['{1, 2}', '{2, 1}'],
    ['{1, 2}', '{2.0, 1.0}'],
    ["{'a': 1, 'b': {2, 3}}", "{'b': {3, 2}, 'a': 1.0}"],
    ['[(1, 2)]', '[(1, 2)]'],
  ])('Python: %s is %s', (a, b) => {
    expect(same('python', a, b)).toBe(true);
  });

  it.each([
    ['1', 'True'],
    ['0', 'False'],
    ['{1}', '{True}'],
    ['[1]', '(1,)'],
    ['[1, 2]', '[2, 1]'],
    ['[1]', '[1, 1]'],
    ['{1, 2}', '{1, 3}'],
    ["{'a': 1}", "{'a': 2}"],
    ["{'a': 1}", "{'b': 1}"],
    ['None', 'False'],
    ["'1'", '1'],
    ["'a'", "'A'"],
    ['inf', '-inf'],
    ['9007199254740993', '9007199254740992'],
    ['0.1', '0.1001'],
  ])('Python: %s is not %s', (a, b) => {
    expect(same('python', a, b)).toBe(false);
    expect(same('python', b, a)).toBe(false);
  });

  it('JavaScript: a BigInt is no number, null is not undefined, keys have no order', () => {
    expect(same('javascript', '6', '6n')).toBe(false);
    expect(same('javascript', 'null', 'undefined')).toBe(false);
    expect(same('javascript', '{ a: 1, b: 2 }', '{ b: 2, a: 1 }')).toBe(true);
    expect(same('javascript', '0.1', '0.10000000000000002')).toBe(true);
  });

  it('stays quick on large sets', () => {
    const items = Array.from({ length: 5_000 }, (_, i) => ({ kind: 'integer', digits: String(i) }) as const);
    const [a, b] = [{ kind: 'set', items } as const, { kind: 'set', items: items.toReversed() } as const];
    expect(isSameValue('python', a, b)).toBe(true);
  });
});
