import { describe, expect, it } from 'vitest';
import type { FreeFormRules } from '../../../../db/models/exercise.ts';
import { isAccepted } from '../../../../src/core/grading/free-form.ts';

const rules = (own: Partial<FreeFormRules>): FreeFormRules => ({
  kind: 'rules', accepted: [], patterns: [], number: null, keywords: [], caseSensitive: false, ...own,
});

describe('an accepted form', () => {
  it.each([
    ['café', 'CAFE\u0301'],
    ['straße', 'STRASSE'],
    ["don't", 'don’t'],
    ['x - y', 'x – y'],
    ['two words', '  two\n\twords '],
    ['12', '１２'],
  ])('%s is met by %s', (form, answer) => {
    expect(isAccepted(rules({ accepted: [form] }), answer)).toBe(true);
  });

  it('minds the case where the author says so, and never forgives another word', () => {
    expect(isAccepted(rules({ accepted: ['True'], caseSensitive: true }), 'true')).toBe(false);
    expect(isAccepted(rules({ accepted: ['True'], caseSensitive: true }), ' True ')).toBe(true);
    expect(isAccepted(rules({ accepted: ['true'] }), 'untrue')).toBe(false);
    expect(isAccepted(rules({ accepted: ['true'] }), '')).toBe(false);
  });
});

describe('a pattern', () => {
  it('must match the whole trimmed answer', () => {
    const two = rules({ patterns: ['print\\(.*\\)', 'log'] });
    expect(isAccepted(two, ' PRINT("x") ')).toBe(true);
    expect(isAccepted(two, 'please print(x)')).toBe(false);
    expect(isAccepted(two, 'log\nlog')).toBe(false);
    expect(isAccepted(rules({ patterns: ['a|b'] }), 'ab')).toBe(false);
  });

  it('that is broken accepts nothing, and one that would run away elsewhere costs nothing', () => {
    const before = process.cpuUsage();
    for (const pattern of ['(a+)+b', '(a|a)*b', '(a*)*b', 'a*a*a*a*a*b', '(', 'a{2,1}', '(a)\\1']) {
      expect(isAccepted(rules({ patterns: [pattern] }), 'a'.repeat(500))).toBe(false);
    }
    expect(isAccepted(rules({ patterns: ['.*'] }), 'a'.repeat(501))).toBe(false);
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});

describe('keywords', () => {
  it('must all occur, as whole words', () => {
    const both = rules({ keywords: ['name', 'value'] });
    expect(isAccepted(both, 'A name holds a value.')).toBe(true);
    expect(isAccepted(both, 'Names hold values.')).toBe(false);
    expect(isAccepted(both, 'a filename has a value')).toBe(false);
    expect(isAccepted(rules({ keywords: [] }), 'anything')).toBe(false);
  });

  it('may be phrases, signs, or words of scripts without spaces', () => {
    expect(isAccepted(rules({ keywords: ['for loop'] }), 'With a "for  loop".')).toBe(true);
    expect(isAccepted(rules({ keywords: ['C++'] }), 'in c++, say')).toBe(true);
    expect(isAccepted(rules({ keywords: ['変数'] }), 'これは変数です')).toBe(true);
    expect(isAccepted(rules({ keywords: ['é'] }), 'café')).toBe(false);
  });
});
