import { expect, it } from 'vitest';
import { isSameButNames, isSameCode } from '../../../../src/core/grading/same-code.ts';

it('Python programs are the same whatever their comments, blank lines, spaces and width of indentation', () => {
  const a = 'if x:\n    y = 1\n    if y:\n        z = "# no comment"\n';
  expect(isSameCode('python', a, '# why\nif x :\n\n  y=1\n  if y:\n    z  =  "# no comment"  # really\n')).toBe(true);
});

it('Python programs differ by depth, words and the text of strings', () => {
  expect(isSameCode('python', 'if x:\n    y = 1\n    z = 2', 'if x:\n    y = 1\nz = 2')).toBe(false);
  expect(isSameCode('python', 'return x', 'returnx')).toBe(false);
  expect(isSameCode('python', 's = "a b"', 's = "ab"')).toBe(false);
});

it('JavaScript programs are the same whatever their comments and indentation', () => {
  expect(isSameCode('javascript', 'let a = 1; // one\n/* two\nlines */\nreturn a;', '  let a=1;\n  return a;')).toBe(true);
  expect(isSameCode('javascript', 'const u = "http://x";', 'const u = "http:";')).toBe(false);
});

const GIVEN = new Set(['total', 'bill']);

it.each([
  ['python', 'seats = 4\nprice = 120\nprint(seats * price)', "n = 4\np = 120\nprint(n * p)", true],
  ['python', 'for day in range(3):\n    total += day\nprint(f"{total} km")', 'for i in range(3):\n  total += i\nprint(f"{total} km")', true],
  ['python', 'sum_ = 1\nprint(f"it is {sum_:.2f}")', 'x = 1\nprint(f"it is {x:.2f}")', true],
  ['python', 'sum_ = 1\nprint(f"it is {sum_:.2f}")', 'x = 1\nprint(f"it is {y:.2f}")', false],
  ['python', 'print("tea")', "print('tea')", true],
  ['python', 'print("it\'s")', "print('its')", false],
  ['python', 'a = 1\nb = 2\nprint(a - b)', 'b = 1\na = 2\nprint(b - a)', true],
  ['python', 'a = 1\nb = 2\nprint(a - b)', 'a = 1\nb = 2\nprint(b - a)', false],
  ['python', 'a = 1\nb = 2\nprint(a - b)', 'x = 1\nx = 2\nprint(x - x)', false],
  ['python', 'total = 1\nprint(total)', 'sum_ = 1\nprint(sum_)', false],
  ['python', 'x = input()\nprint(x)', 'x = float()\nprint(x)', false],
  ['python', 'def bill(count):\n    return count', 'def bill(n):\n    return n', true],
  ['javascript', 'const add = (a, b) => a + b;\nconsole.log(add(1, 2));', 'const plus = (x, y) => x + y\nconsole.log(plus(1, 2))', true],
  ['javascript', 'let n = 1;\nconsole.log(`${n} cups`);', 'let cups = 1;\nconsole.log(`${cups} cups`);', true],
  ['javascript', 'const bill = (n) => n;', 'const check = (n) => n;', false],
] as const)('in %s, %j and %j are the same but for names: %s', (language, a, b, isSame) => {
  expect(isSameButNames(language, a, b, GIVEN)).toBe(isSame);
  expect(isSameButNames(language, b, a, GIVEN)).toBe(isSame);
});
