import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, LONGEST_ANSWER } from '../../../../src/core/grading/pattern/compile-pattern.ts';

const matches = (source: string, text: string, caseSensitive = true) => compilePattern(source, caseSensitive)?.matches(text) ?? null;

describe('a pattern', () => {
  it.each([
    ['yes|no', 'no', true],
    ['yes|no', 'yesno', false],
    ['', '', true],
    ['a||b', '', true],
    ['\\d{4}', '2026', true],
    ['\\d{4}', '202', false],
    ['[a-z_]\\w*', 'x_1', true],
    ['[^a]', 'b', true],
    ['[\\]x]+', ']x]', true],
    ['print\\s*\\(\\s*x\\s*\\)', 'print ( x)', true],
    ['(?:the )?name', 'name', true],
    ['(?<n>ab){2,3}', 'ababab', true],
    ['(ab){2,3}', 'abababab', false],
    ['a{2,}', 'aaaa', true],
    ['a{0}b', 'b', true],
    ['x\\+y', 'x+y', true],
    ['.*?b+?', 'a\nb', true],
    ['^ab$', 'ab', true],
    ['a^b', 'ab', false],
    ['\\bcat\\b.*', 'cat sat', true],
    ['cat\\b.*', 'cats', false],
    ['c\\Bat', 'cat', true],
    ['\\p{L}+', 'Größe', true],
    ['\\u{1F35E}', '🍞', true],
    ['.', '🍞', true],
    ['\\x41\\u0042', 'AB', true],
    ['(a+)+b', 'aaab', true],
    ['((a|b)*c)*', 'abcbac', true],
    ['(a*)*', 'aaa', true],
    ['(a|b|ab)*c', 'abbac', true],
  ])('%s has %j: %s', (source, text, is) => {
    expect(matches(source, text)).toBe(is);
  });

  it('minds letter case only where it is told to, in classes and by code points too', () => {
    expect([matches('abc', 'ABC'), matches('abc', 'ABC', false), matches('[a-c]+', 'ABC', false), matches('é', 'É', false)]).toEqual([false, true, true, true]);
  });

  it.each(['(', '*', ')', 'a{2,1}', '[b-a]', '\\p{Nope}', '(a)\\1', '(?<n>a)\\k<n>', '(?=a)a', '(?<!a)b', 'x'.repeat(501), 'a{1500}', '(a{100}){100}', '((a?){50}){50}'])(
    'like %s is refused',
    (source) => {
      expect(compilePattern(source, false)).toBeNull();
    },
  );
});

/** Patterns of every kind of part that there is, valid by their making. */
const pattern: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\d', '\\b', '\\B', '^', '$', '\\.', ' '),
    fc.tuple(tie('node'), tie('node')).map(([x, y]) => x + y),
    fc.tuple(tie('node'), tie('node')).map(([x, y]) => `(?:${x}|${y})`),
    fc.tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,1}', '{1,}', '*?')).map(([x, q]) => `(${x})${q}`),
  ),
})).node;
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '.', '1', '\n'), maxLength: 6 });

it('means what JavaScript says it means', () => {
  fc.assert(
    fc.property(pattern, fc.boolean(), fc.array(text, { minLength: 1, maxLength: 8 }), (source, caseSensitive, texts) => {
      const own = new RegExp(`^(?:${source})$`, caseSensitive ? 'su' : 'isu');
      for (const one of texts) expect([source, one, matches(source, one, caseSensitive)]).toEqual([source, one, own.test(one)]);
    }),
    { numRuns: 400 },
  );
});

describe('the time that a pattern takes', () => {
  const longest = 'a'.repeat(LONGEST_ANSWER);
  it.each(['(a+)+b', '(a|a)*b', '(a*)*b', '(.*)*x', '(a|aa)+$b', '.*.*.*.*.*.*.*.*x', '(\\w+\\s?)*!', '(a?){200}a{200}b', '((((a*)*)*)*)*b', '(?:a?){25}'.repeat(8)])(
    'has its limit, however it is made: %s',
    (source) => {
      const one = compilePattern(source, false);
      const before = process.cpuUsage();
      expect(one?.matches(longest)).toBe(false);
      expect(process.cpuUsage(before).user).toBeLessThan(1_500_000);
    },
  );

  it('is none for an answer that is too long', () => {
    expect(matches('a*', longest)).toBe(true);
    expect(matches('a*', `${longest}a`)).toBe(false);
  });
});
