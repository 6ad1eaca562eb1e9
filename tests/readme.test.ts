import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const rows = readFileSync('tests/README.md', 'utf8')
  .split('\n')
  .map((line) => /^\| (?<kind>model|repository|service): .* \| (?<name>.*) \| (?<file>\S+) \|$/.exec(line)?.groups)
  .filter((row) => row !== undefined);

describe('the table of the original platform’s tests', () => {
  it('lists all 41: 18 of models, 12 of repositories, 11 of services', () => {
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
    expect([count('model'), count('repository'), count('service')]).toEqual([18, 12, 11]);
  });

  it('names only tests that exist, each once', () => {
    expect(rows.filter(({ name = '', file = '' }) => !hasTest(`tests/${file}`, name))).toEqual([]);
    expect(new Set(rows.map(({ name, file }) => `${file} ${name}`)).size).toBe(rows.length);
  });
});

function hasTest(file: string, name: string): boolean {
  if (!existsSync(file)) return false;
  const source = readFileSync(file, 'utf8');
  return ["'", '"', '`'].some((quote) => source.includes(`(${quote}${name}${quote},`));
}
