import { expect, test } from 'vitest';
import { importExercism } from '../../../../../src/packs/import/exercism/import-exercism.ts';
import type { ListedExercise, Track, TrackExercise } from '../../../../../src/packs/import/exercism/track.ts';
import { exerciseProblems } from '../anki/exercise-problems.ts';

const RUN: TrackExercise = {
  id: 'leap',
  starter: { ok: true, value: { 'leap.py': 'def leap(year):\n    pass\n' } },
  solution: { ok: true, value: { 'leap.py': 'def leap(year):\n    return year % 4 == 0\n' } },
  others: { 'data/years.txt': '1996\n' },
  entry: 'leap.py',
  tests: [{ file: 'leap_test.py', source: 'def test_it():\n    assert True\n' }],
};

const listed = (changes: Partial<ListedExercise> = {}, run: Partial<TrackExercise> = {}): ListedExercise => ({
  slug: 'leap',
  uuid: 'b6acda85',
  name: 'Leap',
  blurb: 'Tell whether a year is a leap year.',
  difficulty: 1,
  state: 'active',
  docs: { introduction: '# Introduction\n\nYears.', instructions: '# Instructions\n\nWrite it.', appends: [], hints: '' },
  read: { ok: true, value: { ...RUN, ...run } },
  ...changes,
});

function imported(...exercises: readonly ListedExercise[]) {
  const track: Track = { title: 'Python track', language: 'python', licence: 'MIT', authors: ['ada'], exercises };
  const { lessons } = importExercism(track);
  return lessons.map((lesson) => {
    const [item] = lesson.items;
    if (item === undefined) throw new Error('no item');
    if (item.exercise !== null) expect(exerciseProblems(item.exercise)).toEqual([]);
    return { ...lesson, item };
  });
}

const only = (exercise: ListedExercise) => imported(exercise)[0];

test('an exercise is a lesson that says what is asked, with the track’s own tests', () => {
  const lesson = only(listed());
  expect(lesson).toMatchObject({ title: 'Leap', content: '# Introduction\n\nYears.\n\n# Instructions\n\nWrite it.' });
  expect(lesson?.item).toEqual({
    sourceId: 'b6acda85',
    title: 'Leap',
    kind: 'python exercise',
    status: 'imported',
    reason: '',
    exercise: {
      type: 'CODE_COMPLETION',
      language: 'python',
      level: 'BEGINNER',
      prompt: '**Leap**: Tell whether a year is a leap year.\n\nThe lesson says what is asked. Write it in `leap.py` and make the tests pass.',
      files: { 'data/years.txt': '1996\n', 'leap.py': 'def leap(year):\n    pass\n' },
      entry: 'leap.py',
      solutions: { 'leap.py': 'def leap(year):\n    return year % 4 == 0\n' },
      tests: [
        { id: 't1', name: 'leap_test.py', visible: true, testFile: { file: 'leap_test.py', source: RUN.tests[0]?.source, runSkipped: true } },
      ],
      hints: [],
    },
  });
});

test('the ten steps of difficulty become three levels', () => {
  const levels = [null, 1, 3, 4, 6, 7, 10].map((difficulty) => only(listed({ difficulty }))?.item.exercise?.level);
  expect(levels).toEqual(['BEGINNER', 'BEGINNER', 'BEGINNER', 'INTERMEDIATE', 'INTERMEDIATE', 'ADVANCED', 'ADVANCED']);
});

test('hints are the items of the list, under their headings, their links whole', () => {
  const hints = '# Hints\n\n## General\n\n- Read [the docs][docs].\n\n## 1. Divide\n\n- Use `%`,\n  twice.\n- See [docs].\n\n[docs]: https://example.org/a\n';
  expect(only(listed({ docs: { introduction: '', instructions: 'Do.', appends: [], hints } }))?.item.exercise?.hints).toEqual([
    'Read [the docs](https://example.org/a).',
    '**1. Divide:** Use `%`,\ntwice.',
    '**1. Divide:** See [docs](https://example.org/a).',
  ]);
});

test('a picture in a hint, by address or by name, is not fetched', () => {
  const hints = '- Look: ![a stack][stack] and more.\n\n[stack]: https://example.org/stack.svg\n';
  const item = only(listed({ docs: { introduction: '', instructions: 'Do.', appends: [], hints } }))?.item;
  expect(item?.status).toBe('degraded');
  expect(item?.exercise?.hints?.join()).not.toContain('![');
});

test('notes become quotations, what is appended follows, code stays as it is', () => {
  const instructions = '# Instructions\n\n~~~~exercism/note\nMind *this*.\n~~~~\n\n```text\n~~~~exercism/note\n<b>\n```\n';
  const lesson = only(listed({ docs: { introduction: '', instructions, appends: ['# Instructions append\n\n## More\n\nThat.'], hints: '' } }));
  expect(lesson?.content.replace(/\n{3,}/g, '\n\n')).toBe(
    '# Instructions\n\n> **Note**\n>\n> Mind *this*.\n\n```text\n~~~~exercism/note\n<b>\n```\n\n## More\n\nThat.',
  );
});

test('what the track has retired or not finished is taken, told, and stands last', () => {
  const lessons = imported(listed({ name: 'Old', state: 'deprecated' }), listed({ name: 'Raw', state: 'wip' }), listed({ state: 'beta' }));
  expect(lessons.map(({ title, item }) => [title, item.status, item.reason])).toEqual([
    ['Leap', 'imported', ''],
    ['Old', 'degraded', 'The track has retired it (deprecated).'],
    ['Raw', 'degraded', 'The track calls it unfinished (wip).'],
  ]);
});

test('what cannot be run or proved is skipped with the reason', () => {
  const missing = (reason: string) => ({ ok: false, error: { type: 'Missing', reason } }) as const;
  expect(only(listed({ read: missing('there are no tests of this language') }))).toMatchObject({
    content: '',
    item: { status: 'skipped', reason: 'There are no tests of this language.', exercise: null },
  });
  expect(only(listed({}, { solution: missing('there is no reference solution') }))?.item.status).toBe('skipped');
  expect(only(listed({}, { tests: [{ file: '../leap_test.py', source: 'x' }] }))?.item.reason).toBe(
    'Its file `../leap_test.py` has a name that cannot be kept.',
  );
});

test('files that are not there to begin with are begun empty; one with an odd name is left out', () => {
  const run = {
    starter: { ok: false, error: { type: 'Missing', reason: '' } } as const,
    solution: { ok: true, value: { 'leap.py': 'a = 1', 'calendar.py': 'b = 2' } } as const,
    others: { 'a b.txt': '' },
  };
  expect(only(listed({ uuid: null }, run))?.item).toMatchObject({
    sourceId: 'leap',
    reason: 'Without `a b.txt`, whose names cannot be kept.',
    exercise: { files: { 'leap.py': '', 'calendar.py': '' } },
  });
});
