import { beforeAll, describe, expect, it } from 'vitest';
import type { TestRun } from '../../../../../../src/core/run-result.ts';
import { judgeControls, withControls } from '../../../../../../src/runner/controls.ts';
import { bootHarness, checkFile, type Harness, type Said } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await bootHarness();
}, 120_000);

const main = (code: string): { 'main.py': string } => ({ 'main.py': code });
const statuses = (said: Said): string[] => said.tested.map((test) => `${test.said?.name ?? ''} ${test.said?.status ?? ''}`);

describe('assert blocks', () => {
  const check = (code: string, block: string): Said => harness.run({ files: main(code), tests: [{ id: 'a', kind: 'assert', code: block }] });
  const saidOf = (code: string, block: string): unknown => check(code, block).tested[0]?.said;
  const add = 'def add(a, b):\n    return a + b\n';

  it('pass when nothing is thrown, in the namespace of the entry', () => {
    expect(saidOf(add, 'total = add(1, 2)\nassert total == 3')).toEqual({ name: '', status: 'passed', message: '', called: null, expected: null, got: null });
  });

  it('tell what was called, expected and got', () => {
    expect(saidOf(add, 'x = 5\nassert add(x, 2) == 8')).toMatchObject({ status: 'failed', called: 'add(5, 2)', expected: '8', got: '7' });
    expect(saidOf(add, 'total = add(1, 1)\nassert 3 == total')).toMatchObject({ called: 'add(1, 1)', expected: '3', got: '2' });
    expect(saidOf(add, 'assert add(1, 1) in [3, 4], "a number of those"')).toMatchObject({ message: 'a number of those', expected: 'one of [3, 4]' });
    expect(saidOf(add, 'assert not add(1, 1)')).toMatchObject({ called: 'add(1, 1)', expected: 'a false value', got: '2' });
    expect((saidOf(add, 'assert "x" * 9000 == "y"') as { got: string }).got).toHaveLength(2000);
  });

  it('tell an error with the learner’s own lines, also for an assertion of theirs', () => {
    const { tested } = check('def f(n):\n    return 1 / n\n', 'assert f(0) == 1');
    expect(tested[0]).toMatchObject({ outcome: 'error', error: { type: 'ZeroDivisionError', line: 2 }, said: { status: 'failed' } });
    expect(check('def f():\n    assert False, "mine"\n', 'f()').tested[0]).toMatchObject({ outcome: 'error', error: { type: 'AssertionError', message: 'mine', line: 2 } });
  });

  it('do not begin when the entry cannot be loaded', () => {
    expect(check('x = 1\ny = = 2', 'assert x')).toMatchObject({ outcome: 'error', error: { type: 'SyntaxError', line: 2 }, tested: [] });
    expect(check('1 / 0', 'assert True')).toMatchObject({ outcome: 'error', error: { type: 'ZeroDivisionError', line: 1 }, tested: [] });
  });
});

it('a check hides the ways out of Python for itself alone: the next program finds them as they were', () => {
  const ways = 'import sys, js, pyodide_js\nfrom pyodide.ffi import can_run_sync, run_sync\nprint("_pyodide_core" in sys.modules, can_run_sync(), run_sync.__doc__ is not None)\n';
  const before = harness.run({ files: main(ways) });
  expect(before).toMatchObject({ outcome: 'finished', error: null });
  expect(checkFile(harness, 'def one():\n    return 1\n', 'import unittest\nfrom main import one\nclass T(unittest.TestCase):\n    def test_it(self): self.assertEqual(one(), 1)\n').tampered).toEqual([]);
  expect(harness.run({ files: main(ways) })).toEqual(before);
});

describe('files of tests', () => {
  it('run in unittest’s style, with its fixtures, each test telling one result', () => {
    const said = checkFile(harness, 'def double(n):\n    return n * 2 if n else None\n', `
import unittest
from main import double
class DoubleTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls): cls.seen = []
    def setUp(self): self.n = 4
    def tearDown(self): self.seen.append(1)
    def test_right(self): self.assertEqual(double(self.n), 8)
    def test_wrong(self):
        n = 0
        self.assertEqual(double(n), 0, msg="zero doubled is zero")
    def test_parts(self):
        for n in (0, 1, 2):
            with self.subTest(n=n):
                self.assertEqual(double(n), 4)
    def test_raises(self):
        with self.assertRaises(ValueError):
            double(3)
    @unittest.skip("later")
    def test_skipped(self): self.fail()
    @unittest.expectedFailure
    def test_expected(self): self.assertTrue(False)
    def test_fixtures(self): self.assertEqual(len(self.seen), 6 - 1)
if __name__ == "__main__":
    unittest.main()
`);
    expect(said.outcome).toBe('finished');
    expect(statuses(said)).toEqual([
      'DoubleTest.test_right passed', 'DoubleTest.test_wrong failed', 'DoubleTest.test_parts failed', 'DoubleTest.test_raises failed',
      'DoubleTest.test_skipped skipped', 'DoubleTest.test_expected passed', 'DoubleTest.test_fixtures passed',
    ]);
    expect(said.tested[1]?.said).toMatchObject({ called: 'double(0)', expected: '0', got: 'None', message: 'zero doubled is zero' });
    expect(said.tested[2]?.said).toMatchObject({ called: 'double(0)', expected: '4', got: 'None' });
    expect(said.tested[3]?.said).toMatchObject({ called: 'double(3)', expected: 'ValueError', got: null, message: 'ValueError not raised' });
    expect(said.tampered).toEqual([]);
  });

  it('run skipped tests where the track wants it', () => {
    const source = 'import unittest\nclass T(unittest.TestCase):\n    @unittest.skip("later")\n    def test_a(self): self.assertEqual(1, 1)\n';
    expect(statuses(checkFile(harness, '', source, true))).toEqual(['T.test_a passed']);
    expect(statuses(checkFile(harness, '', 'import pytest\n@pytest.mark.skip(reason="no")\ndef test_a(): assert 1 == 2\n', true))).toEqual(['test_a failed']);
  });

  it.each([
    ['import main\ndef test_one():\n    assert main.one() == 1', 'test_one', ['failed']],
    ['import main\nclass TestIt:\n    def test_one(self):\n        assert main.one() == 1', 'TestIt.test_one', ['failed']],
    ['import main, unittest\nclass It(unittest.TestCase):\n    def test_one(self): self.assertEqual(main.one(), 1)', 'It.test_one', ['failed', 'failed']],
  ])('are followed by those that nobody can pass, which are told apart from them: %j', (source, name, told) => {
    const { tests, controls } = withControls({ language: 'python', files: {}, entry: 'main.py', tests: [{ id: 'f', kind: 'file', file: 'main_test.py', source, runSkipped: false }] });
    const runsOf = (code: string): readonly TestRun[] => harness.run({ files: main(code), tests }).tested.map((test) => ({ ...test, value: null, stdout: '' }) as TestRun);
    const judged = (code: string) => judgeControls({ outcome: 'finished', runs: runsOf(code), tampering: null }, controls);
    expect(judged('def one(): return 1')).toMatchObject({ tampering: null, runs: [{ said: { name, status: 'passed' } }] });
    expect(controls.map(({ word }) => runsOf('def one(): return 1').filter(({ said }) => said?.name.includes(word)).map(({ said }) => said?.status))).toEqual([told]);
  });

  it('run in pytest’s style', () => {
    const said = checkFile(harness, 'def half(n):\n    if n < 0:\n        raise ValueError("below zero")\n    return n / 2\n', `
import pytest
from main import half

@pytest.fixture
def four():
    yield 4

@pytest.fixture(params=[1, 3])
def odd(request, four):
    return request.param + four - 4

@pytest.mark.parametrize("n, expected", [(2, 1), pytest.param(3, 1, id="odd")])
def test_half(n, expected):
    assert half(n) == expected

def test_fixture(four): assert half(four) == 2
def test_params(odd): assert half(odd) == pytest.approx(odd * 0.5)

class TestErrors:
    def setup_method(self): self.n = -1
    @pytest.mark.task(taskno=1)
    def test_raises(self):
        with pytest.raises(ValueError, match="below") as caught:
            half(self.n)
        assert str(caught.value) == "below zero"
    def test_not_raised(self):
        with pytest.raises(TypeError):
            half(1)
    def test_skip(self): pytest.skip("not today")
    @pytest.mark.xfail
    def test_xfail(self): assert False

def test_output(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("builtins.input", lambda prompt="": "typed")
    (tmp_path / "x").write_text("x")
    print(input())
    assert capsys.readouterr().out == "typed\\n"

def test_fail(): pytest.fail("told so")
`);
    expect(statuses(said)).toEqual([
      'test_half[2-1] passed', 'test_half[odd] failed', 'test_fixture passed', 'test_params[1] passed', 'test_params[3] passed',
      'TestErrors.test_raises passed', 'TestErrors.test_not_raised failed', 'TestErrors.test_skip skipped', 'TestErrors.test_xfail passed',
      'test_output passed', 'test_fail failed',
    ]);
    expect(said.tested[1]?.said).toMatchObject({ called: 'half(3)', expected: '1', got: '1.5' });
    expect(said.tested[6]?.said).toMatchObject({ called: 'half(1)', expected: 'TypeError' });
    expect(said.tested[10]?.said?.message).toBe('told so');
    expect(said.tampered).toEqual([]);
  });

  it('say what the file asks for and the program lacks', () => {
    const said = checkFile(harness, 'x = 1', 'from main import missing\ndef test_a(): pass\n');
    expect(said).toMatchObject({ outcome: 'error', error: { type: 'ImportError', message: "cannot import name 'missing' from 'main' (main.py)" } });
  });

  it('read data files beside, and import from several files and folders', () => {
    const files = { 'main.py': 'from kit.tools import size\ndef read():\n    return size(open("data.txt").read())\n', 'kit/tools.py': 'size = len\n', 'data.txt': 'four' };
    const source = 'from main import read\nfrom helper_test_data import SIZE\ndef test_read(): assert read() == SIZE\n';
    const said = harness.run({ files: { ...files, 'helper_test_data.py': 'SIZE = 4' }, tests: [{ id: 'f', kind: 'file', file: 'main_test.py', source, runSkipped: false }] });
    expect(statuses(said)).toEqual(['test_read passed']);
  });
});

describe('programs', () => {
  const run = (code: string, more = {}): Said => harness.run({ files: main(code), ...more });

  it('find the same random numbers under the same seed', () => {
    const code = 'import random\nprint(random.random(), hash("a"))';
    expect(run(code, { seed: 5 }).stdout).toBe(run(code, { seed: 5 }).stdout);
    expect(run(code, { seed: 5 }).stdout).not.toBe(run(code, { seed: 6 }).stdout);
  });

  it('end soon when they flood, with all that the cap allows', () => {
    const said = run('try:\n    while True: print("x")\nexcept BaseException:\n    print("more")', { outputBytes: 100_000 });
    expect(said.stdout).toHaveLength(100_000);
    expect(said.messages).toBeLessThan(1_000);
  });

  it('keep the order of what they write, by whatever way', () => {
    const said = run('import sys\nprint("a", end="")\nsys.stdout.buffer.write(b"b")\nprint("é", flush=True)\nprint(sys.stdin.read(), end="")', { stdin: 'in' });
    expect(said.stdout).toBe('abé\nin'.replace('ab', said.stdout.startsWith('ba') ? 'ba' : 'ab'));
  });

  it('are told of what is not here in the interpreter’s own words', () => {
    expect(run('import os\nos.fork()').error).toMatchObject({ type: 'OSError', line: 2 });
    expect(run('import threading\nthreading.Thread(target=print).start()').error).toMatchObject({ type: 'RuntimeError', message: "can't start new thread", line: 2 });
    expect(run('def f(): f()\nf()').error).toMatchObject({ type: 'RecursionError', line: 1 });
    expect(run('import turtle\nturtle.stamp()').error).toMatchObject({ type: 'AttributeError', line: 2 });
  });

  it('end in an error, whatever the error says of itself', () => {
    const lying = 'class Meta(type):\n    def __getattribute__(cls, name): raise SystemExit\nclass E(Exception, metaclass=Meta): pass\nraise E';
    expect(harness.run({ files: main(lying) })).toMatchObject({ outcome: 'error', error: { type: 'E', line: 4 } });
    const odd = 'e = SyntaxError("x")\ne.msg, e.filename, e.lineno, e.text = [1], {"a": 1}, "seven", object()\nraise e';
    expect(harness.run({ files: main(odd) })).toMatchObject({ outcome: 'error', error: { type: 'SyntaxError', message: '', line: 3 } });
  });

  it('leave nothing to the next test of a check', () => {
    const code = 'import os, sys, math, builtins, random\nstate = (os.listdir(), math.pi == 3, hasattr(builtins, "left"), "X" in os.environ, os.getcwd(), "extra" in sys.path, sys.getrecursionlimit() == 77, random.random())\n'
      + 'def spoil():\n    open("left", "w"); math.pi = 3; builtins.left = 1; os.environ["X"] = "1"; sys.path.append("extra"); sys.setrecursionlimit(77); os.mkdir("d"); os.chdir("d")\n';
    const call = (id: string, text: string) => ({ id, kind: 'call', call: text }) as const;
    const said = harness.run({ files: main(code), tests: [call('1', 'state'), call('2', 'spoil()'), call('3', 'state')] });
    expect(said.tested[2]?.value).toEqual(said.tested[0]?.value);
  });

  it('draw with a turtle, and show what can draw itself', () => {
    const said = run('import turtle as t\nt.color("red")\nfor _ in range(4):\n    t.fd(50)\n    t.lt(90)\nprint(t.pos(), t.heading())\ndisplay("<svg xmlns=\'a\'/>", 3)');
    expect(said.stdout).toBe('(0.00,0.00) 0.0\n3\n');
    expect(said.pictures.map(({ name, mimeType }) => [name, mimeType])).toEqual([['picture 1', 'image/svg+xml'], ['turtle', 'image/svg+xml']]);
    expect(said.pictures[1]?.data).toContain('points="0,0 50,0 50,-50 0,-50 0,0" stroke="red"');
    expect(run('for i in range(21): display("<svg/>")').error).toMatchObject({ type: 'ValueError', message: 'a program may show 20 pictures at most' });
  });
});
