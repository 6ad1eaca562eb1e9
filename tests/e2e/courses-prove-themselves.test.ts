import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../db/models/exercise-attempt.ts';
import type { CodeExercise, CodeFiles, Exercise } from '../../db/models/exercise.ts';
import { brokenConstructs } from '../../src/core/constructs/find.ts';
import { grade, type Grade } from '../../src/core/grading/grade.ts';
import { testInput } from '../../src/runner/test-input.ts';
import { inBrowser } from './browser.ts';
import { bundledCourses, readCourse } from './courses.ts';
import { openRunnerPage, type RunnerPage } from './runner/page.ts';

const fixtures = ['free-form', 'every-type'].map((name) => readCourse(`tests/fixtures/courses/${name}`));
const courses = [...bundledCourses(), ...fixtures];
const all = courses.flatMap((course) => course.exercises as readonly Exercise[]);
const ofType = <T extends Exercise['type']>(type: T) =>
  all.filter((exercise): exercise is Extract<Exercise, { type: T }> => exercise.type === type);

/** Every bundled course, against the grader and in the very sandbox that the app uses. */
inBrowser('every course proves itself', () => {
  let runner: RunnerPage;
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  async function gradeCode(exercise: CodeExercise, files: CodeFiles): Promise<Grade> {
    const { language, starter, tests } = exercise;
    const checked = await runner.check({ language, files, entry: starter.entry, tests: tests.map(testInput) });
    return grade(exercise, { type: exercise.type, files }, { checked, broken: brokenConstructs(exercise, files) });
  }

  describe.each([...ofType('CODE_COMPLETION'), ...ofType('FIX_BUG')])('$id', (exercise) => {
    const solution = exercise.answerKey.files;

    it('accepts its solution', async () => {
      const graded = await gradeCode(exercise, solution);
      expect([graded.verdict, graded.testResults.filter((test) => !test.passed), graded.error]).toEqual(['PASSED', [], null]);
    });

    it('does not accept its starter', async () => {
      expect((await gradeCode(exercise, exercise.starter.files)).verdict).not.toBe('PASSED');
    });

    it.each(exercise.mistakes)('knows the mistake: $say', async (mistake) => {
      const files = { ...exercise.starter.files, [exercise.starter.entry]: mistake.answer };
      const graded = await gradeCode(exercise, files);
      expect([graded.verdict === 'PASSED', graded.say]).toEqual([false, mistake.say]);
    });
  });

  it.each(ofType('PREDICT_OUTPUT'))('$id prints what it promises', async (exercise) => {
    const { language, starter } = exercise;
    const { outcome, output } = await runner.run({ language, ...starter, stdin: '' });
    const text = output.map((chunk) => chunk.text).join('');
    expect([outcome, grade(exercise, { type: 'PREDICT_OUTPUT', text }, null).verdict]).toEqual(['finished', 'PASSED']);
  });

  it.each([...ofType('MULTIPLE_CHOICE'), ...ofType('TRUE_FALSE')])('$id accepts its key alone, and gives each option a reason', (exercise) => {
    const right = exercise.options.filter(({ id }) => {
      const answer: Answer =
        exercise.type === 'TRUE_FALSE' ? { type: 'TRUE_FALSE', value: id === 'true' } : { type: 'MULTIPLE_CHOICE', optionId: id };
      const graded = grade(exercise, answer, null);
      expect(graded.say).toBeTruthy();
      return graded.verdict === 'PASSED';
    });
    const key = exercise.type === 'TRUE_FALSE' ? String(exercise.answerKey.value) : exercise.answerKey.optionId;
    expect(right.map(({ id }) => id)).toEqual([key]);
  });

  it.each(ofType('FREE_FORM'))('$id accepts what it promises, and answers each known mistake', (exercise) => {
    const verdictOf = (text: string): Grade => grade(exercise, { type: 'FREE_FORM', text }, null);
    const key = exercise.answerKey;
    if (key.kind === 'rubric') expect(verdictOf(key.sample).verdict).toBe('UNGRADED');
    else for (const text of key.accepted) expect(verdictOf(text).verdict).toBe('PASSED');
    for (const mistake of exercise.mistakes) {
      const graded = verdictOf(mistake.answer);
      expect([graded.verdict, graded.say]).toEqual(['FAILED', mistake.say]);
    }
  });

  it.each(all)('$id has hints, none empty, none its solution', (exercise) => {
    const solution = 'constructs' in exercise ? Object.values(exercise.answerKey.files) : [];
    const squeeze = (text: string): string => text.replaceAll(/\s+/g, '');
    for (const hint of exercise.hints) {
      expect(hint.trim()).not.toBe('');
      for (const text of solution) expect(squeeze(hint)).not.toContain(squeeze(text));
    }
    expect(exercise.hints.length).toBeGreaterThan(0);
  });
});
