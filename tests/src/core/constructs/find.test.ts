import { describe, expect, it } from 'vitest';
import type { CodeLanguage } from '../../../../db/models/enums.ts';
import { findConstructs } from '../../../../src/core/constructs/find.ts';

const FILES: { readonly [L in CodeLanguage]: string } = { python: 'main.py', javascript: 'main.js', typescript: 'main.ts' };
const named = (language: CodeLanguage, text: string, construct: string) =>
  findConstructs(language, FILES[language], text).filter((one) => one.construct === construct);
const has = (language: CodeLanguage, text: string, construct: string): boolean => named(language, text, construct).length > 0;

describe('a construct of Python', () => {
  it.each([
    ['for', 'for i in x: pass'],
    ['loop', 'while 1: pass'],
    ['while', 'while 1: pass'],
    ['if', 'if a: pass'],
    ['else', 'if a: pass\nelif b: pass'],
    ['conditional expression', 'x = 1 if a else 2'],
    ['switch', 'match a:\n  case 1: pass'],
    ['match', 'match a:\n  case 1: pass'],
    ['function', 'def f(): pass'],
    ['anonymous function', 'f = lambda: 1'],
    ['lambda', 'sorted(x, key=lambda v: -v)'],
    ['recursion', 'def f(n):\n  if n:\n    return n * f(n - 1)'],
    ['recursion', 'class A:\n  def m(self):\n    return self.m()'],
    ['recursion', 'def f(xs):\n  return sum(map(f, xs))'],
    ['recursion', 'def f(n):\n  g = f\n  return g(n - 1)'],
    ['return', 'def f(): return 1'],
    ['class', 'class A: pass'],
    ['try', 'try:\n  a()\nexcept E: pass'],
    ['throw', 'raise E'],
    ['raise', 'raise E()'],
    ['import', 'import math'],
    ['break', 'while 1: break'],
    ['continue', 'while 1: continue'],
    ['generator', 'def f(): yield 1'],
    ['await', 'async def f(): await g()'],
    ['spread', 'f(*xs)'],
    ['spread', 'a = [*xs, 1]'],
    ['destructuring', 'a, b = c'],
    ['destructuring', 'for k, v in d: pass'],
    ['template', "f'{a}'"],
    ['f-string', "f'{a}'"],
    ['regex', 'import re'],
    ['comprehension', '[n for n in x]'],
    ['comprehension', '{n: 1 for n in x}'],
    ['comprehension', 'sum(n for n in x)'],
    ['with', 'with open(p) as f: pass'],
    ['global', 'def f():\n  global t\n  t = 1'],
    ['slice', 'x[1:2]'],
    ['assert', 'assert x'],
    ['decorator', '@d\ndef f(): pass'],
    ['del', 'del x[0]'],
    ['import:math', 'import math'],
    ['import:math', 'import math as m'],
    ['import:math', 'from math import sqrt, floor as f'],
    ['import:os', 'import os.path'],
    ['import:os.path', 'import os.path'],
    ['import:math', "m = __import__('math')"],
    ['call:sum', 'sum(x)'],
    ['call:sum', 's = sum\ns(x)'],
    ['call:sum', 'sum = sum\nsum(x)'],
    ['call:sum', 'a = sum\nb = a\nprint(list(map(b, x)))'],
    ['call:sum', 'print(list(map(sum, x)))'],
    ['call:sum', 'import builtins\nbuiltins.sum(x)'],
    ['call:sum', 'from builtins import sum as plus\nplus(x)'],
    ['call:sum', 'import builtins as b\nf = b.sum\nf(x)'],
    ['call:sum', '(sum)(x)'],
    ['call:sum', 'def f(g=sum): return g(x)'],
    ['call:math.sqrt', 'import math as m\nm.sqrt(2)'],
    ['call:math.sqrt', 'from math import sqrt as s\ns(2)'],
    ['call:sqrt', 'from math import sqrt as s\ns(2)'],
    ['call:sqrt', 'import math\nmath.sqrt(2)'],
    ['call:helper', 'def helper(): pass\nhelper()'],
    ['method:append', 'x.append(1)'],
    ['method:append', 'f = x.append\nf(1)'],
    ['method:append', "make().append(1)"],
    ['operator:+', 'a + b'],
    ['operator:**', 'a ** b'],
    ['operator:+=', 'a += b'],
    ['operator:not in', 'a not in b'],
    ['operator:is not', 'a is not b'],
    ['operator:and', 'a and b'],
    ['operator:not', 'not a'],
    ['operator::=', 'if (n := 1): pass'],
  ])('%s stands in %j', (construct, text) => {
    expect(has('python', text, construct)).toBe(true);
  });

  it.each([
    ['for', '# for i in x\ns = "for i in x: pass"\nformat = 1'],
    ['for', '[n for n in x]'],
    ['if', '[n for n in x if n]'],
    ['else', 'x = 1 if a else 2'],
    ['recursion', 'def f(n): return g(n)\ndef g(n): return 1'],
    ['recursion', 'def f(): pass\nf()'],
    ['recursion', 'class A:\n  def m(self):\n    return self.n.m'],
    ['spread', 'def f(*args, **kw): pass'],
    ['slice', 'x[1]'],
    ['slice', 'd = {1: 2}'],
    ['destructuring', 'a = b, c'],
    ['call:sum', '"""sum(x)"""\n# sum(x)'],
    ['call:sum', 'x.sum()'],
    ['call:sum', 'total(sum=1)'],
    ['call:list', 'isinstance(x, list)'],
    ['call:list', 'class A(list): pass'],
    ['call:list', 'def f(x: list) -> list: pass'],
    ['method:count', 'print(self.count)'],
    ['method:count', 'n = self.count\nprint(n)'],
    ['operator:not', 'a not in b'],
    ['operator:in', 'a not in b'],
    ['operator:in', 'for a in b: pass'],
    ['operator:=', 'f(a=1)'],
    ['throw', 'raised = 1'],
  ])('%s does not stand in %j', (construct, text) => {
    expect(has('python', text, construct)).toBe(false);
  });

  it('is the program’s own where the program made it', () => {
    const own = (text: string) => named('python', text, 'call:sum').map(({ isOwn }) => isOwn);
    expect(own('def sum(x): return 1\nsum(x)')).toEqual([true]);
    expect(own('def f(sum):\n  sum(1)\nsum(2)')).toEqual([true, false]);
    expect(own('class A:\n  def sum(self): return sum(x)\nA().sum()')).toEqual([false]);
    expect(own('for sum in x: sum(1)')).toEqual([true]);
  });
});

describe('a construct of JavaScript', () => {
  it.each([
    ['for', 'for (;;) {}'],
    ['for of', 'for (const a of b) {}'],
    ['for in', 'for (const a in b) {}'],
    ['loop', 'do {} while (a)'],
    ['do', 'do {} while (a)'],
    ['if', 'if (a) {}'],
    ['else', 'if (a) {} else {}'],
    ['conditional expression', 'a ? b : c'],
    ['switch', 'switch (a) {}'],
    ['function', 'const f = () => 1;'],
    ['function', 'function f() {}'],
    ['arrow function', 'xs.map((x) => x)'],
    ['anonymous function', 'xs.map(function (x) { return x; })'],
    ['recursion', 'function f(n) { return f(n - 1); }'],
    ['recursion', 'const f = (n) => (n ? f(n - 1) : 0);'],
    ['recursion', 'class A { m() { this.m(); } }'],
    ['recursion', 'let f; f = function (n) { return f(n - 1); }'],
    ['class', 'const A = class {};'],
    ['try', 'try { a(); } catch {}'],
    ['throw', 'throw new Error();'],
    ['import', "import a from 'b';"],
    ['import', "const a = require('b');"],
    ['generator', 'function* f() { yield 1; }'],
    ['await', 'async () => { for await (const a of b) {} }'],
    ['spread', 'f(...xs)'],
    ['spread', '({ ...a })'],
    ['destructuring', 'const { a } = b;'],
    ['destructuring', '[a, b] = [b, a];'],
    ['template', '`a${b}`'],
    ['regex', '/a/.test(b)'],
    ['regex', "new RegExp('a')"],
    ['var', 'var a = 1;'],
    ['let', 'let a = 1;'],
    ['const', 'const a = 1;'],
    ['new', 'new Map()'],
    ['this', 'this.a = 1;'],
    ['delete', 'delete a.b;'],
    ['optional chaining', 'a?.b'],
    ['import:fs', "import fs from 'node:fs';"],
    ['import:fs', "await import('fs')"],
    ['call:Math.max', 'Math.max(1, 2)'],
    ['call:Math.max', 'const { max } = Math; max(1)'],
    ['call:Math.max', 'const { max: m } = Math; m(1)'],
    ['call:Math.max', 'const M = Math; const f = M.max; f(1)'],
    ['call:Math.max', "Math['max'](1)"],
    ['call:Math.max', 'Math.max.apply(null, xs)'],
    ['call:eval', 'globalThis.eval(a)'],
    ['call:eval', 'const e = eval; e(a)'],
    ['call:parseInt', 'xs.map(parseInt)'],
    ['call:Set', 'new Set(a)'],
    ['call:readFileSync', "import { readFileSync as r } from 'fs'; r(a)"],
    ['method:sort', 'xs.sort()'],
    ['method:sort', 'xs.slice().sort()'],
    ['method:sort', 'Array.prototype.sort.call(xs)'],
    ['method:sort', "xs['sort']()"],
    ['method:sort', 'xs?.sort()'],
    ['operator:===', 'a === b'],
    ['operator:++', 'a++'],
    ['operator:typeof', 'typeof a'],
    ['operator:??', 'a ?? b'],
  ])('%s stands in %j', (construct, text) => {
    expect(has('javascript', text, construct)).toBe(true);
    expect(has('typescript', text, construct)).toBe(true);
  });

  it.each([
    ['for', '// for (;;) {}\nconst s = "for (;;)"; const t = `for (;;) {}`; const forty = /for/;'],
    ['call:eval', 'a.eval(b)'],
    ['call:Math.max', 'const max = (a, b) => a; max(1, 2)'],
    ['spread', 'const f = (...xs) => xs;'],
    ['spread', 'const [a, ...b] = c;'],
    ['recursion', 'function f() {} f();'],
    ['operator:?', 'a ? b : c'],
    ['method:sort', 'print(xs.sort)'],
    ['else', 'const elsewhere = a;'],
  ])('%s does not stand in %j', (construct, text) => {
    expect(has('javascript', text, construct)).toBe(false);
  });

  it('stands in TypeScript too, types and all', () => {
    expect(has('typescript', 'const f = (n: number): number => (n ? f(n - 1) : 0);', 'recursion')).toBe(true);
    expect(has('typescript', 'const m: (a: number) => number = Math.abs; m(1)', 'call:Math.abs')).toBe(true);
    expect(has('typescript', 'interface If { for: string }', 'for')).toBe(false);
  });

  it('is the program’s own where the program made it, block by block', () => {
    const own = (text: string) => named('javascript', text, 'call:parseInt').map(({ isOwn }) => isOwn);
    expect(own('{ const parseInt = (a) => a; parseInt(1); } parseInt(2);')).toEqual([true, false]);
    expect(own('function f() { if (a) { var parseInt = (a) => a; } return parseInt(1); }')).toEqual([true]);
    expect(own('parseInt(1); function parseInt() {}')).toEqual([true]);
  });
});

it('a long program of one name with many meanings costs no more than its length', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const text = names.flatMap((one) => names.map((other) => `${one} = ${other}\n${one}(1)\n`)).join('').repeat(20);
  const before = process.cpuUsage();
  expect(has('python', text, 'call:h')).toBe(true);
  expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
});

it('a program with faults, or none at all, has what can be made out', () => {
  expect(has('python', 'for i in x:\n  if (\n', 'for')).toBe(true);
  expect(findConstructs('python', 'main.py', '')).toEqual([]);
  const deep = `${'('.repeat(5_000)}1${')'.repeat(5_000)}`;
  expect(findConstructs('javascript', 'main.js', deep)).toEqual([]);
});
