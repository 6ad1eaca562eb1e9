import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findExercises } from '../../../../src/cli/track/find-exercises.ts';
import { HABITS } from '../../../../src/cli/track/languages.ts';

const TRACK = 'tests/fixtures/tracks/python';

/** Empty files at these paths, in a folder that goes with the test. */
function folderWith(...paths: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-track-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
  return folder;
}

const idsIn = (folder: string): string[] | string => {
  const found = findExercises(folder, HABITS.python);
  return found.ok ? found.value.map(({ id }) => id) : found.error.message;
};

describe('the exercises of a track', () => {
  it.each([TRACK, `${TRACK}/`, `${TRACK}/exercises`])('are found from %s', (folder) => {
    expect(idsIn(folder)).toEqual(['lost-button', 'tide-table', 'tidy-shelf']);
  });

  it('are found in one folder of them, or one by itself', () => {
    expect(idsIn(`${TRACK}/exercises/practice`)).toEqual(['lost-button', 'tide-table']);
    expect(idsIn(`${TRACK}/exercises/concept/tidy-shelf`)).toEqual(['tidy-shelf']);
  });

  it('are folders with tests where a track has no .meta', () => {
    const folder = folderWith('exercises/one/one_test.py', 'exercises/two/tests/test_two.py', 'exercises/shared/notes.md');
    expect(idsIn(folder)).toEqual(['one', 'two']);
  });

  it('bear their folder’s name too where two have the same', () => {
    const folder = folderWith('exercises/practice/one/one_test.py', 'exercises/concept/one/.meta/config.json');
    expect(idsIn(folder)).toEqual(['concept/one', 'practice/one']);
  });

  it('are looked for with words when there are none', () => {
    expect(idsIn(folderWith('readme.md'))).toMatch(/^No exercise was found in .*Looked for exercises\/practice/);
    expect(idsIn('/no/such/folder')).toMatch(/\/no\/such\/folder does not exist\. Name a track's folder/);
    expect(idsIn('package.json')).toContain('is not a folder');
  });
});
