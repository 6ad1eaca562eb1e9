import { describe, expect, it } from 'vitest';
import type { ConstructRules } from '../../../../db/models/exercise.ts';
import { brokenConstructs } from '../../../../src/core/constructs/find.ts';
import { constructNames, isConstruct } from '../../../../src/core/constructs/vocabulary.ts';

const starter = { files: { 'main.py': 'def f(x):\n    pass\n', 'given.py': 'for i in x:\n    sum(i)\n' }, entry: 'main.py' };
const rules = (required: readonly string[], forbidden: readonly string[] = []): ConstructRules => ({
  required: required.map((construct) => ({ construct, say: `Use ${construct}.` })),
  forbidden: forbidden.map((construct) => ({ construct, say: `No ${construct}.` })),
});
const broken = (constructs: ConstructRules, files: Record<string, string>) =>
  brokenConstructs({ language: 'python', constructs, starter }, { ...starter.files, ...files });

describe('a rule about constructs', () => {
  it('is kept by what the learner wrote, not by what they were given', () => {
    expect(broken(rules(['loop'], ['call:sum']), { 'main.py': 'def f(x):\n    return 1\n' })).toEqual([
      { kind: 'required', rule: { construct: 'loop', say: 'Use loop.' }, places: [] },
    ]);
    expect(broken(rules(['loop'], ['call:sum']), { 'main.py': 'for i in x: pass' })).toEqual([]);
  });

  it('is broken at the places where the forbidden thing stands, the first few of them', () => {
    const [finding] = broken(rules([], ['call:sum']), { 'main.py': '\nsum(a)\ns = sum\n\nprint(s(b))\n' });
    expect(finding).toMatchObject({ kind: 'forbidden', places: [{ file: 'main.py', line: 2 }, { file: 'main.py', line: 5 }] });
    expect(broken(rules([], ['for']), { 'main.py': 'for i in x: pass\n'.repeat(50) })[0]?.places).toHaveLength(5);
  });

  it('lets a program have something of its own under a forbidden name, and counts it where the name is asked for', () => {
    const own = { 'main.py': 'def sum(x):\n    return 0\nsum([])\n' };
    expect(broken(rules([], ['call:sum']), own)).toEqual([]);
    expect(broken(rules(['call:sum']), own)).toEqual([]);
  });

  it('is looked for in the file that runs when nothing was changed, and in no file of another kind', () => {
    expect(broken(rules(['function']), {})).toEqual([]);
    expect(broken(rules(['loop']), { 'notes.txt': 'for i in x: pass' })).toHaveLength(1);
  });
});

describe('the vocabulary', () => {
  it('knows plain names, and names with the name of a thing', () => {
    expect(['for', 'loop', 'conditional expression', 'call:sorted', 'import:os.path', 'operator::='].every((name) => isConstruct('python', name))).toBe(true);
    expect(['', 'fore', 'call:', 'call: x', 'method', 'arrow function', 'calls:x'].some((name) => isConstruct('python', name))).toBe(false);
    expect(isConstruct('typescript', 'arrow function')).toBe(true);
    expect(constructNames('javascript')).toContain('import:');
  });
});
