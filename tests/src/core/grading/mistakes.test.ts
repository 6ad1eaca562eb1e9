import { expect, it } from 'vitest';
import { mistakeInCode } from '../../../../src/core/grading/mistakes.ts';
import { code } from './exercises.ts';

const MISTAKE = 'def double(n):\n    result = n + n + n\n    return result\n';
const exercise = code({
  mistakes: [{ answer: MISTAKE, say: 'That is three times.' }],
  starter: { entry: 'main.py', files: { 'main.py': 'price = 3\ndef double(n):\n    pass\n' } },
});
const said = (text: string): string | null => mistakeInCode(exercise, { 'main.py': text });

it.each([
  ['to the letter', MISTAKE, 'That is three times.'],
  ['with other names, comments and spaces', '# mine\ndef double(n):\n  x=n+n+n\n  return x\n', 'That is three times.'],
  ['with another parameter', 'def double(m):\n    result = m + m + m\n    return result\n', null],
  ['with a name that the starter gave', 'def double(n):\n    price = n + n + n\n    return price\n', null],
  ['with another function than the tests call', 'def twice(n):\n    result = n + n + n\n    return result\n', null],
  ['done differently', 'def double(n):\n    return n * 3\n', null],
])('a known mistake %s', (_, text, say) => {
  expect(said(text)).toBe(say);
});
