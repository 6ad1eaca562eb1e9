import { expect, it } from 'vitest';
import type { PackError } from '../../../../src/packs/pack-error.ts';
import { readJson } from '../../../../src/packs/pack/check-json.ts';

const found = (text: string): PackError[] => {
  const findings: PackError[] = [];
  expect(readJson('pack.json', text, (finding) => findings.push(finding))).toBeNull();
  return findings;
};

it.each([
  ['nests endlessly', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['holds endlessly many values', `[${'1,'.repeat(300_000)}1]`],
])('JSON that %s is refused before anything looks into it', (_, text) => {
  expect(found(text)).toMatchObject([{ file: 'pack.json', line: 1, expected: 'at most 200000 values, 50 levels deep', found: 'more' }]);
});

it('JSON that is none is refused', () => {
  expect(found('{')).toMatchObject([{ expected: 'well-formed JSON' }]);
});
