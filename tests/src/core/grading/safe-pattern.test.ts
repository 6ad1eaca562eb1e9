import { describe, expect, it } from 'vitest';
import { PATTERN_ANSWER_LIMIT, safePattern } from '../../../../src/core/grading/safe-pattern.ts';

describe('a safe pattern', () => {
  it.each(['yes|no', '\\d{4}', '[a-z_]\\w*', 'print\\s*\\(\\s*x\\s*\\)', '(?:the )?name', '(?:ab){3}', 'a{1,10}', 'x\\+y', '[*+]{2}'])(
    '%s is let through',
    (pattern) => {
      expect(safePattern(pattern, false)).toBeInstanceOf(RegExp);
    },
  );

  it.each([
    '(a+)+', '(a|b)*', '(?:a?)*', '(a*){2,}', '((ab)*c)*', '(\\w+\\s?)*', '(a)\\1', '(?<n>a)\\k<n>', '(?=a)a', '(?<!a)b',
    'a*b*c*d*e*', '(', '*', 'a?'.repeat(40), 'x'.repeat(201), ')',
  ])('%s is refused', (pattern) => {
    expect(safePattern(pattern, false)).toBeNull();
  });

  it('costs at most half a second of the processor on the worst answers we know', () => {
    const worst = ['.*.*.*.*x', 'a*a*a*a*x', 'a?'.repeat(9) + 'a*a*x', 'a{0,16}a*a*x', '[ab]*[bc]*[ab]*[bc]*x', '(?:a{0,16}){0,1}a*a*x'];
    for (const pattern of worst) {
      const regex = safePattern(pattern, true);
      const before = process.cpuUsage();
      expect(regex?.test('a'.repeat(PATTERN_ANSWER_LIMIT))).toBe(false);
      expect([pattern, process.cpuUsage(before).user < 500_000]).toEqual([pattern, true]);
    }
  });
});
