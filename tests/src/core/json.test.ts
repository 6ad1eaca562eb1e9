import { describe, expect, it } from 'vitest';
import { isRecord, parseJson } from '../../../src/core/json.ts';

describe('a text of doubtful origin', () => {
  it('gives what it says', () => {
    expect(parseJson('{"a":[1,null]}')).toEqual({ a: [1, null] });
    expect(parseJson('null')).toBeNull();
    expect(parseJson(' "a" ')).toBe('a');
  });

  it.each(['', '{', '{"a":1', 'undefined', 'NaN', '[1,]', '{}{}'])('is undefined where it is no JSON: %j', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});

describe('a value of doubtful origin', () => {
  it.each([{}, { a: 1 }, parseJson('{"__proto__":1}'), Object.create(null)])('is a record: %j', (value) => {
    expect(isRecord(value)).toBe(true);
  });

  it.each([null, undefined, [], [{}], 'a', 1, true, () => undefined])('is none: %j', (value) => {
    expect(isRecord(value)).toBe(false);
  });
});
