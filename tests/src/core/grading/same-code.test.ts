import { expect, it } from 'vitest';
import { isSameCode } from '../../../../src/core/grading/same-code.ts';

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
