import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckResult } from '../../../src/core/run-result.ts';
import type { TestInput } from '../../../src/runner/runner.ts';
import { inBrowser } from '../browser.ts';
import { openRunnerPage, python, type RunnerPage } from './page.ts';

const UNIT = `import unittest
from main import f
class FTest(unittest.TestCase):
    def test_one(self): self.assertEqual(f(1), 2)
    def test_two(self):
        with self.assertRaises(ValueError): f(-1)
`;
const PLAIN = 'import pytest\nfrom main import f\ndef test_one(): assert f(1) == 2\ndef test_two():\n    with pytest.raises(ValueError): f(-1)\n';
const file = (source: string): TestInput => ({ id: 'file', kind: 'file', file: 'main_test.py', source, runSkipped: false });
const block: TestInput = { id: 'block', kind: 'assert', code: 'assert f(1) == 2' };
const RIGHT = 'def f(n):\n    if n < 0:\n        raise ValueError("below")\n    return n + 1';

/** Each would have passed tests that it does not deserve to pass. */
const TAMPERING: Readonly<Record<string, string>> = {
  'a patched TestCase': 'import unittest\nunittest.TestCase.assertEqual = lambda *a, **k: None\ndef f(n): return 0',
  'a method rewritten': 'import unittest\ndef g(self, first, second, msg=None): pass\nunittest.TestCase.assertEqual.__code__ = g.__code__\ndef f(n): return 0',
  'tests replaced': 'def f(n):\n  import sys\n  sys.modules["main_test"].FTest.test_two = lambda self: None\n  return 2',
  'a value equal to all': 'class Y:\n  def __eq__(self, other): return True\ndef f(n): return Y()',
  'an early exit': 'import sys\nsys.exit(0)',
  'another unittest': 'import sys, types\nm = types.ModuleType("unittest")\nm.TestCase = object\nsys.modules["unittest"] = m\ndef f(n): return 0',
  'a trace hook': 'import sys\nsys.settrace(lambda *a: None)\ndef f(n): return 0',
  'digging with gc': 'import gc\ndef f(n):\n  gc.get_objects()\n  return 0',
  'digging in frames': 'import sys\ndef f(n):\n  frame = sys._getframe()\n  while frame: frame = frame.f_back\n  return 0',
  'patched builtins': 'import builtins\nbuiltins.issubclass = lambda *a: True\ndef f(n): return 0',
  'tests skipped from inside': 'import unittest\ndef f(n): raise unittest.SkipTest("no")',
  'a way to JavaScript': 'import js\ndef f(n): return 0',
};

inBrowser('Python’s tests that run inside', () => {
  let runner: RunnerPage;
  const check = (code: string, ...tests: TestInput[]): Promise<CheckResult> => runner.check({ ...python(code), tests });
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  it('pass for an honest program, and name what was called for another', async () => {
    const right = await check(RIGHT, block, file(UNIT), { ...file(PLAIN), id: 'plain' });
    expect(right).toMatchObject({ outcome: 'finished', tampering: null });
    expect(right.runs.map((run) => [run.id, run.said?.name, run.said?.status])).toEqual([
      ['block', '', 'passed'], ['file', 'FTest.test_one', 'passed'], ['file', 'FTest.test_two', 'passed'],
      ['plain', 'test_one', 'passed'], ['plain', 'test_two', 'passed'],
    ]);
    const wrong = await check('def f(n):\n    return n', file(UNIT));
    expect(wrong.tampering).toBeNull();
    expect(wrong.runs[0]?.said).toEqual({ name: 'FTest.test_one', status: 'failed', message: '1 != 2', called: 'f(1)', expected: '2', got: '1' });
    expect(wrong.runs[1]?.said).toMatchObject({ status: 'failed', called: 'f(-1)', expected: 'ValueError', got: null });
  });

  it('wait for asyncio, and end at the limit with what was told before', async () => {
    const source = 'import asyncio\nfrom main import f\ndef test_a(): assert asyncio.run(f()) == 3\ndef test_b():\n    while True: pass\n';
    const result = await runner.check({ ...python('import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    return 3'), tests: [file(source)], limits: { wallMs: 3_000 } });
    expect(result.outcome).toBe('timed-out');
    expect(result.runs.map((run) => [run.outcome, run.said?.status])).toEqual([['finished', 'passed'], ['timed-out', undefined]]);
  });

  it.each(Object.entries(TAMPERING))('notice %s', async (name, code) => {
    const result = await check(code, file(name.includes('equal') ? PLAIN : UNIT));
    expect(result.tampering).not.toBeNull();
    expect(result.runs.filter((run) => run.said?.status === 'passed')).toEqual([]);
  });

  it('call the end of the interpreter a death', async () => {
    expect(await check('import os\ndef f(n): os._exit(0)', file(UNIT))).toMatchObject({ outcome: 'died', runs: [{ outcome: 'died', said: null }] });
  });
});
