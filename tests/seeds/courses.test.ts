import { describe, expect, it } from 'vitest';
import { CodeLanguage, ExerciseType } from '../../db/models/enums.ts';
import type { Exercise, CodeCompletionExercise } from '../../db/models/exercise.ts';
import type { New } from '../../db/models/row.ts';
import { readCourses } from '../../src/build/courses-plugin.ts';
import { isAccepted } from '../../src/core/grading/free-form.ts';
import { isSameCode } from '../../src/core/grading/same-code.ts';
import { parseLiteral } from '../../src/core/values/literal.ts';

const { bundles, findings } = readCourses('seeds/demo');
const exercises = bundles.flatMap((bundle) => bundle.exercises);
const code = exercises.filter((e): e is New<CodeCompletionExercise> => e.type === 'CODE_COMPLETION');
const ofType = (type: Exercise['type']): number => exercises.filter((exercise) => exercise.type === type).length;

describe('the demo courses', () => {
  it('have no findings', () => {
    expect(findings).toEqual([]);
  });

  it('are two courses of four lessons and seven exercises', () => {
    expect(bundles.map(({ course }) => [course.id, course.difficulty, course.programmingLanguage])).toEqual([
      ['javascript-basics', 'INTERMEDIATE', 'javascript'],
      ['python-intro', 'BEGINNER', 'python'],
    ]);
    expect(bundles.map(({ lessons }) => lessons.length)).toEqual([2, 2]);
    expect([ofType('MULTIPLE_CHOICE'), ofType('TRUE_FALSE'), ofType('CODE_COMPLETION')]).toEqual([2, 2, 3]);
    expect(exercises).toHaveLength(7);
  });

  it('have code in Python and in JavaScript', () => {
    expect([...new Set(code.map(({ language }) => language))].sort()).toEqual(['javascript', 'python']);
  });

  it('have lessons of 12 to 18 minutes, each with exercises', () => {
    for (const lesson of bundles.flatMap(({ lessons }) => lessons)) {
      expect(lesson.estimatedMinutes).toBeGreaterThanOrEqual(12);
      expect(lesson.estimatedMinutes).toBeLessThanOrEqual(18);
      expect(exercises.some(({ lessonId }) => lessonId === lesson.id)).toBe(true);
    }
  });

  it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    'lead with three hints and say afterwards why it works: %s',
    (_, exercise) => {
      expect(exercise.hints).toHaveLength(3);
      expect(exercise.explanation).not.toBe('');
    },
  );

  it.each(code.map((exercise) => [exercise.id, exercise] as const))(
    'show some checks of code and hide some, expect literals, and know mistakes: %s',
    (_, { tests, mistakes, language }) => {
      expect(tests.some((test) => test.isVisible)).toBe(true);
      expect(tests.some((test) => !test.isVisible)).toBe(true);
      expect(tests.filter((test) => test.kind === 'call' && parseLiteral(language, test.expect) === null)).toEqual([]);
      expect(mistakes.length).toBeGreaterThan(0);
    },
  );

  it.each(code.map((exercise) => [exercise.id, exercise] as const))(
    'begin each known mistake as a learner would, from the starter: %s',
    (_, { starter, mistakes, language }) => {
      const given = starter.files[starter.entry] ?? '';
      const last = given.trimEnd().split('\n').at(-1) ?? '';
      expect(mistakes.filter(({ answer }) => !answer.trimEnd().endsWith(last) || isSameCode(language, answer, given))).toEqual([]);
    },
  );
});

describe('the course of free answers for tests', () => {
  const fixture = readCourses('tests/fixtures/courses');
  const free = fixture.bundles.find(({ packId }) => packId === 'free-form')?.exercises ?? [];

  it('has no findings, and both kinds of free answers', () => {
    expect(fixture.findings).toEqual([]);
    expect(free.map((e) => (e.type === 'FREE_FORM' ? e.answerKey.kind : e.type))).toEqual(['rules', 'rules', 'rules', 'rubric']);
  });

  it.each([
    [0, 'ana rojas', true],
    [0, 'Mrs. Rojas', true],
    [0, 'Li Wei', false],
    [1, '1,5', true],
    [1, '1.505', true],
    [1, '1.35', false],
    [2, 'From Valparaíso to Chengdu.', true],
    [2, 'Chile to China', false],
  ])('grades exercise %i: %j is %s', (index, answer, isRight) => {
    const exercise = free[index];
    const key = exercise?.type === 'FREE_FORM' && exercise.answerKey.kind === 'rules' ? exercise.answerKey : null;
    expect(key !== null && isAccepted(key, answer)).toBe(isRight);
  });
});

describe('the course of every type for tests', () => {
  const every = readCourses('tests/fixtures/courses').bundles.find(({ packId }) => packId === 'every-type')?.exercises ?? [];

  it('has every type of exercise, every style of test and every language', () => {
    expect([...new Set(every.map(({ type }) => type))].sort()).toEqual(Object.keys(ExerciseType).sort());
    const code = every.flatMap((exercise) => ('constructs' in exercise ? [exercise] : []));
    expect([...new Set(code.flatMap(({ tests }) => tests.map(({ kind }) => kind)))].sort()).toEqual(['assert', 'call', 'file', 'output']);
    expect([...new Set(code.map(({ language }) => language))].sort()).toEqual(Object.keys(CodeLanguage).sort());
    expect(code.some(({ starter }) => Object.keys(starter.files).length > 1)).toBe(true);
    expect(code.some(({ constructs }) => constructs.required.length > 0 && constructs.forbidden.length > 0)).toBe(true);
  });
});
