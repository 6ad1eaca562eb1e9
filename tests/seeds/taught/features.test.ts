import { describe, expect, it } from 'vitest';
import { featuresOf, ownOf } from './features.ts';

const python = (text: string): readonly string[] => featuresOf('python', text).map(({ name }) => name);
const javascript = (text: string): readonly string[] => featuresOf('javascript', text).map(({ name }) => name);

describe('the features of a Python program', () => {
  it.each<[string, readonly string[]]>([
    ['print("tea", 3, 2.5)', ['call:print', 'string', 'int', 'float']],
    ['print(-1_000)', ['call:print', 'operator:-', 'int', 'underscore in number']],
    ['total = 3 # cups', ['assignment', 'int', 'comment']],
    ['total += 3', ['operator:+=', 'int']],
    ['a = b = None', ['assignment', 'chained assignment', 'None']],
    ['a, b = 1, 2', ['assignment', 'several targets', 'int', 'int']],
    ['pair = 1, 2', ['assignment', 'tuple', 'int', 'int']],
    ['print("a\\n", end="")', ['call:print', 'string', 'escape', 'keyword argument', 'string']],
    ['print(f"{price:.2f}")', ['call:print', 'f-string', 'format spec']],
    ['print("""a""")', ['call:print', 'string', 'triple-quoted string']],
    ['if 6 <= age < 18:\n    pass', ['if', 'chained comparison', 'int', 'operator:<=', 'operator:<', 'int', 'pass']],
    ['if a:\n    x\nelif b:\n    y\nelse:\n    z', ['if', 'elif', 'else']],
    ['if a:\n    if b:\n        x', ['if', 'if', 'nested if']],
    ['for a in b:\n    while c:\n        x', ['for', 'while', 'nested loop']],
    ['for i, cup in enumerate(cups):\n    x', ['for', 'several targets', 'call:enumerate']],
    ['cups[0]\ncups[1:]\nmath.pi', ['subscript', 'int', 'slice', 'int', 'attribute']],
    ['[1]\n{2}\n{3: 4}\n()', ['list', 'int', 'set', 'int', 'dict', 'int', 'int', 'tuple']],
    ['cups.append(3)', ['method:append', 'int']],
    ['import random\nrandom.randint(1, 6)', ['import:random', 'call:random.randint', 'int', 'int']],
    ['from math import sqrt\nsqrt(2)', ['import:math', 'from import', 'call:math.sqrt', 'int']],
    ['def tea(cups, price=2):\n    """A doc."""\n    return cups', ['function', 'default parameter', 'int', 'docstring', 'return']],
    ['def a(n: int):\n    def b():\n        return n', ['function', 'type annotation', 'function', 'nested function', 'return']],
    ['try:\n    int(a)\nexcept ValueError:\n    x\nfinally:\n    y', ['try', 'call:int', 'finally']],
  ])('%j', (text, names) => {
    expect([...python(text)].sort()).toEqual([...names].sort());
  });

  it('are none of its own functions and methods', () => {
    expect(python('def tea(n):\n    return n\ntea(tea)')).toEqual(['function', 'return']);
    expect(python('class Jar:\n    def pop(self):\n        pass\nJar().pop()')).toEqual(['class', 'function', 'pass']);
  });

  it('are none of the files beside it', () => {
    const own = ownOf('python', ['def total(x):\n    pass'], ['till.py']);
    expect(featuresOf('python', 'import till\ntill.total(3)', own).map(({ name }) => name)).toEqual(['int']);
  });

  it('are told of what does not parse, as far as it makes sense: `___` is a name', () => {
    expect(python('if ___ ___ 3:\n    print(___)')).toEqual(['if', 'int', 'call:print']);
    expect(python('if ___:\n    return ___\nelif age ___ 18:\n    print("tea" ___ "cup")')).toEqual(['if', 'return', 'elif', 'int', 'call:print', 'string', 'string']);
    expect(python('___ age < 18:\n    ___ cup in cups:\n        x')).toEqual(['operator:<', 'int']);
    expect(python('print("tea\nx = = 3')).toContain('call:print');
    expect(python('')).toEqual([]);
  });
});

describe('the features of a JavaScript program', () => {
  it.each<[string, readonly string[]]>([
    ['let a = 3; a = 4n;', ['let', 'number', 'assignment', 'BigInt']],
    ['console.log(undefined, null, `a`)', ['call:console.log', 'undefined', 'null', 'template']],
    ['const { a = 1, ...b } = c;', ['const', 'destructuring', 'destructuring default', 'number', 'rest']],
    ['const f = (x = 1, ...xs) => ({ x, [y]: 2, ...xs });', ['const', 'function', 'arrow function', 'default parameter', 'number', 'rest', 'object', 'shorthand property', 'computed key', 'number', 'spread']],
    ['cups.map((n) => n);', ['method:map', 'function', 'arrow function']],
    ['a?.b ?? c[0]', ['operator:??', 'attribute', 'optional chaining', 'subscript', 'number']],
    ['if (a) {} else if (b) {} else { if (c) {} }', ['if', 'else', 'if', 'else', 'if', 'nested if']],
    ['class A extends B { #n = 1; static m() {} get n() { return this.#n; } }', ['class', 'inheritance', 'class field', 'private field', 'number', 'function', 'static', 'function', 'getter', 'return', 'this', 'attribute', 'private field']],
    ['new Map().set(1, 2)', ['new', 'call:Map', 'method:set', 'number', 'number']],
    ['export default Math.max(1);', ['export', 'export default', 'call:Math.max', 'number']],
    ['try { f(); } catch { } finally { }', ['try', 'catch without a name', 'finally']],
    ['async function f() { await g(); }', ['function', 'async', 'await']],
  ])('%j', (text, names) => {
    expect([...javascript(text)].sort()).toEqual([...names].sort());
  });

  it('are none of its own files, functions and methods', () => {
    expect(javascript('import { add } from "./till.js"; add(1);')).toEqual(['import', 'string', 'number']);
    expect(javascript('const till = { add(n) {} }; till.add(1);')).toEqual(['const', 'object', 'method shorthand', 'number']);
  });
});
