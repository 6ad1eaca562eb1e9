import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isWritable, writeJsonFile } from '../../../src/cli/json-file.ts';
import { temporaryFolder } from './author/course-folder.ts';

it('is written whole in the place of the one before, with nothing beside it', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'out.json'), 'old');
  writeJsonFile(join(folder, 'out.json'), { ok: true });
  expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toEqual({ ok: true });
  expect(readdirSync(folder)).toEqual(['out.json']);
});

it('leaves nothing behind where it cannot be written', () => {
  const folder = temporaryFolder();
  expect(() => writeJsonFile(join(folder, 'no/out.json'), {})).toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

it('is known beforehand to be writable or not', () => {
  const folder = temporaryFolder();
  expect(['out.json', 'no/out.json', ''].map((name) => isWritable(join(folder, name)))).toEqual([true, false, false]);
});
