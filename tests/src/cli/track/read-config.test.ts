import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../../src/cli/track/read-config.ts';

const TRACKS = 'tests/fixtures/tracks';

describe('what a track says of an exercise’s files', () => {
  it('stands in the exercise’s own config', () => {
    expect(readConfig(`${TRACKS}/javascript/exercises/concept/bread-oven`, 'bread-oven')).toEqual({
      solution: ['oven.js'],
      test: ['oven.spec.js'],
      example: ['.meta/exemplar.js'],
    });
  });

  it('else in the track’s, as patterns', () => {
    expect(readConfig(`${TRACKS}/python/exercises/practice/lost-button`, 'lost-button')).toEqual({
      solution: ['lost_button.py'],
      test: ['lost_button_test.py'],
      example: ['.meta/example.py'],
    });
  });

  it('may be said of a reference solution by either name', () => {
    expect(readConfig(`${TRACKS}/python/exercises/concept/tidy-shelf`, 'tidy-shelf').example).toEqual(['.meta/exemplar.py']);
  });

  it('is nothing where there is no config', () => {
    expect(readConfig('tests/fixtures', 'x')).toEqual({ solution: [], test: [], example: [] });
  });
});
