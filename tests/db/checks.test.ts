import { describe, expect, it } from 'vitest';
import * as check from '../../db/checks.ts';

const faultOf = (rule: check.Check, value: unknown) => {
  const fault = rule(value, '');
  return fault === null ? null : [fault.path, fault.reason];
};

describe('a check', () => {
  it.each([
    [check.text, ''],
    [check.words, 'a'],
    [check.flag, false],
    [check.number, -1.5],
    [check.whole, -1],
    [check.count, 0],
    [check.time, 1_700_000_000_000],
    [check.between(0, 1), 1],
    [check.textOfAtMost(2), 'é'],
    [check.oneOf({ A: 'A' }), 'A'],
    [check.nothing, null],
    [check.nullable(check.text), null],
    [check.json, { a: [1, 'b', null, true] }],
  ])('lets through what fits: %#', (rule, value) => {
    expect(faultOf(rule, value)).toBeNull();
  });

  it.each([
    [check.text, 1],
    [check.words, '  '],
    [check.flag, 0],
    [check.number, Number.NaN],
    [check.whole, 1.5],
    [check.count, -1],
    [check.between(0, 1), 1.01],
    [check.textOfAtMost(2), 'éé'],
    [check.oneOf({ A: 'A' }), 'toString'],
    [check.nothing, 0],
    [check.json, { a: () => 1 }],
  ])('refuses what does not: %#', (rule, value) => {
    expect(faultOf(rule, value)).not.toBeNull();
  });

  it('tells a missing value from a wrong one', () => {
    expect(faultOf(check.text, undefined)).toEqual(['', 'missing']);
    expect(faultOf(check.text, null)).toEqual(['', 'missing']);
    expect(faultOf(check.nullable(check.text), undefined)).toEqual(['', 'missing']);
    expect(faultOf(check.nothing, undefined)).toEqual(['', 'missing']);
  });

  it('names the way to the fault', () => {
    const rule = check.fields<{ list: { word: string }[] }>({ list: check.listOf(check.fields<{ word: string }>({ word: check.words })) });
    expect(faultOf(rule, { list: [{ word: 'a' }, { word: '' }] })?.[0]).toBe('list[1].word');
    expect(faultOf(rule, { list: [{ word: 'a', other: 1 }] })).toEqual(['list[0].other', 'is no known field']);
  });

  it('lets the tag of a union choose, and refuses a tag it does not know', () => {
    const rule = check.variants('type', { A: check.fields<{ type: 'A' }>({ type: check.exactly('A') }) });
    expect(faultOf(rule, { type: 'A' })).toBeNull();
    expect(faultOf(rule, { type: 'toString' })).toEqual(['type', 'must be one of A']);
    expect(faultOf(rule, {})).toEqual(['type', 'missing']);
  });
});
