import { describe, expect, it } from 'vitest';
import type { PackError } from '../../../../src/packs/pack-error.ts';
import { readYaml } from '../../../../src/packs/source/read-yaml.ts';

const read = (text: string) => {
  const findings: PackError[] = [];
  const yaml = readYaml('a.yaml', { text, line: 10 }, (finding) => findings.push(finding));
  return { yaml, findings };
};

describe('YAML', () => {
  it('becomes plain data', () => {
    expect(read('a: [1, "2", true, null, no]').yaml?.value).toEqual({ a: [1, '2', true, null, 'no'] });
  });

  it('knows the line of each field, counted in the whole file', () => {
    const { yaml } = read('a: 1\nb:\n  - x: 1\n    y: 2\n  - x: 3\n');
    const lineOf = (...path: (string | number)[]) => yaml?.lineOf(path);
    expect([lineOf('a'), lineOf('b'), lineOf('b', 0, 'y'), lineOf('b', 1), lineOf('b', 1, 'x')]).toEqual([10, 11, 13, 14, 14]);
  });

  it('points at the nearest thing there is when a field is missing', () => {
    const { yaml } = read('a: 1\nb:\n  - x: 1\n  - x: 2\n');
    expect([yaml?.lineOf(['b', 1, 'y']), yaml?.lineOf(['c']), yaml?.lineOf([])]).toEqual([13, 10, 10]);
  });

  it.each([
    ['broken syntax', 'a: [1', 10],
    ['a field given twice', 'a: 1\na: 2', 11],
    ['an alias', 'a: &x 1\nb: *x', 10],
    ['a tag', 'a: 1\nb: !js/function x', 11],
    ['two documents', 'a: 1\n---\nb: 2', 11],
    ['endless nesting', '['.repeat(100_000), 10],
  ])('refuses %s, with its line', (_, text, line) => {
    const { yaml, findings } = read(text);
    expect(yaml).toBeNull();
    expect(findings[0]).toMatchObject({ type: 'NotYaml', file: 'a.yaml', line });
  });

  it('refuses a bomb of aliases before it unfolds', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i}: &l${i} [${i === 0 ? 'x' : `*l${i - 1}, *l${i - 1}`}]`);
    expect(read(levels.join('\n')).yaml).toBeNull();
  });

  it('refuses more text than any course has', () => {
    expect(read(`a: ${'x'.repeat(500_000)}`).findings).toMatchObject([{ expected: 'at most 500000 characters of YAML' }]);
  });

  it('brings nothing into the prototype of what it reads', () => {
    const value = read('__proto__: { polluted: true }').yaml?.value as Record<string, unknown>;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
