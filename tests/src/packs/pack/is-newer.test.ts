import { expect, it } from 'vitest';
import { isNewer } from '../../../../src/packs/pack/is-newer.ts';

it.each([
  ['1.0.0', '0.9.9', true],
  ['0.10.0', '0.9.0', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.1', false],
  ['0.1.1', '0.1.0-beta', true],
  ['0.1.0', '0.1.0-beta', false],
])('%s is newer than %s: %s', (version, than, is) => {
  expect(isNewer(version, than)).toBe(is);
});
