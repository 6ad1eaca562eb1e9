import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PYTHON_RULES } from '../../../../../src/core/explain/python/rules.ts';
import { WRONG_PROGRAMS } from './programs.ts';

const words = JSON.parse(readFileSync('src/i18n/en/explain-python.json', 'utf8')) as Record<string, string>;
const ids = PYTHON_RULES.map(({ id }) => id);

describe('the rules for Python', () => {
  it('have ids of their own, which begin with the language', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i || !/^python(?:-[a-z0-9]+)+$/.test(id))).toEqual([]);
  });

  it('say what each mistake means and what to try', () => {
    const wanted = ids.flatMap((id) => [`explain.${id}.means`, `explain.${id}.try`]);
    expect(wanted.filter((id) => !((words[id] ?? '').length > 10))).toEqual([]);
    expect(Object.keys(words).filter((id) => !id.startsWith('explain.kind.') && !wanted.includes(id))).toEqual([]);
  });

  it('have a program each that raises the error', () => {
    const shown = new Set(WRONG_PROGRAMS.map(({ rule }) => rule));
    expect(ids.filter((id) => !shown.has(id))).toEqual([]);
    expect(WRONG_PROGRAMS.filter(({ rule }) => !ids.includes(rule))).toEqual([]);
  });
});
