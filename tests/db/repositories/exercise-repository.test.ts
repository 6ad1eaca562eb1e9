import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExerciseType } from '../../../db/models/enums.ts';
import type { MultipleChoiceExercise } from '../../../db/models/exercise.ts';
import { makeAttempt } from '../../factories/attempt.ts';
import { makeCourse } from '../../factories/course.ts';
import { makeExercise, makeMultipleChoice } from '../../factories/exercise.ts';
import { makeLesson } from '../../factories/lesson.ts';
import { buildCourse, buildWorld } from '../../factories/world.ts';
import { freshDatabase } from '../open.ts';

async function aLesson() {
  const fresh = await freshDatabase();
  const { lessons } = await buildCourse(fresh.repositories);
  const lesson = await fresh.repositories.lessons.create({ ...lessons[4], id: 'empty', order: 99 });
  return { ...fresh, lesson, lessonId: lesson.id };
}

describe('an exercise', () => {
  it.each(Object.values(ExerciseType))('may be of type %s, and comes back as it was given', async (type) => {
    const { repositories, lessonId } = await aLesson();
    const made = makeExercise(type, { lessonId });
    const exercise = await repositories.exercises.create(made);
    expect(exercise).toMatchObject(made);
    expect(await repositories.exercises.getById(made.id)).toEqual(exercise);
  });

  it('is created with the defaults that were left out', async () => {
    const { repositories, lessonId } = await aLesson();
    const { type, options, answerKey, starter, tests } = makeMultipleChoice({ lessonId });
    const bare = { id: 'e', lessonId, difficulty: 'BEGINNER', prompt: 'Which?', order: 1 } as const;
    const exercise = await repositories.exercises.create({ ...bare, type, options, answerKey, starter, tests });
    expect(exercise).toMatchObject({ explanation: '', hints: [], points: 1, isRequired: true, rev: 1 });
  });

  it('R1: is refused when its type is no enum value or its shape is another type’s', async () => {
    const { repositories, lessonId } = await aLesson();
    const essay = { ...makeMultipleChoice({ lessonId }), type: 'ESSAY' as 'MULTIPLE_CHOICE' };
    await expect(repositories.exercises.create(essay)).rejects.toMatchObject({ type: 'InvalidValue', field: 'type', value: 'ESSAY' });
    const mixed = { ...makeMultipleChoice({ lessonId }), type: 'TRUE_FALSE' } as unknown as MultipleChoiceExercise;
    await expect(repositories.exercises.create(mixed)).rejects.toMatchObject({ table: 'exercises', field: 'answerKey.optionId' });
  });

  it('keeps its options as JSON, reasons included', async () => {
    const { repositories, lessonId } = await aLesson();
    const options = [
      { id: 'a', text: '`x = 1`', why: 'It *binds* a name.' },
      { id: 'b', text: '“quotes”, 日本語, \u0000', why: '' },
    ];
    const { id } = await repositories.exercises.create(makeMultipleChoice({ lessonId, options }));
    expect((await repositories.exercises.getById(id))?.options).toEqual(options);
  });

  it('relates to its lesson both ways', async () => {
    const { repositories, lesson, lessonId } = await aLesson();
    const second = await repositories.exercises.create(makeExercise('TRUE_FALSE', { lessonId, order: 2 }));
    const first = await repositories.exercises.create(makeExercise('FREE_FORM', { lessonId, order: 1 }));
    expect(await repositories.exercises.getByLesson(lessonId)).toEqual([first, second]);
    expect(await repositories.lessons.getById(first.lessonId)).toEqual(lesson);
  });

  it('is listed lesson after lesson, and by ids in their order', async () => {
    const { repositories } = await freshDatabase();
    const { lessons, exercises } = await buildCourse(repositories);
    const [a, b] = [lessons[2].id, lessons[0].id];
    expect(await repositories.exercises.getByLessons([a, b])).toEqual([...(exercises[2] ?? []), ...(exercises[0] ?? [])]);
    const [first, second] = exercises.flat();
    expect(await repositories.exercises.getMany([second?.id ?? '', 'nothing', first?.id ?? ''])).toEqual([second, first]);
  });

  it('is listed and counted for any lessons alike, whatever lies between them', async () => {
    const { repositories } = await freshDatabase();
    const { lessons: named } = await buildCourse(repositories);
    const ids = named.map(({ id }) => id);
    for (const packId of ['a', 'b']) {
      const course = await repositories.courses.create(makeCourse());
      for (let order = 1; order <= 6; order++) {
        const lesson = await repositories.lessons.create(makeLesson({ id: `${packId}:${order}`, courseId: course.id, order }));
        const rows = Array.from({ length: order % 3 }, (_, i) => makeMultipleChoice({ lessonId: lesson.id, order: i + 1 }));
        const variants = rows.map(({ id }) => makeMultipleChoice({ lessonId: lesson.id, order: 9, variantOf: id }));
        await repositories.exercises.upsertMany([...variants, ...rows]);
        ids.push(lesson.id);
      }
    }
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ids), async (some) => {
        const alone = await Promise.all(some.map((id) => repositories.exercises.getByLesson(id)));
        expect(await repositories.exercises.getByLessons(some)).toEqual(alone.flat());
        expect(await repositories.exercises.countByLessons(some)).toBe(alone.flat().length);
        const outlines = alone.flat().map(({ id, lessonId, type, order, isRequired, objectives, variantOf }) => ({
          ...{ id, lessonId, type, order, isRequired, objectives, variantOf },
        }));
        expect(await repositories.exercises.getOutlines(some)).toEqual(outlines);
      }),
      { numRuns: 30 },
    );
  });

  it('is a variant of another in no list of its lesson, and found by what it stands in for', async () => {
    const { repositories, lessonId } = await aLesson();
    const base = await repositories.exercises.create(makeMultipleChoice({ lessonId, order: 1, objectives: ['o1'] }));
    const second = await repositories.exercises.create(makeMultipleChoice({ lessonId, order: 3, variantOf: base.id }));
    const first = await repositories.exercises.create(makeMultipleChoice({ lessonId, order: 2, variantOf: base.id }));
    expect(await repositories.exercises.getByLesson(lessonId)).toEqual([base]);
    expect(await repositories.exercises.countByLessons([lessonId])).toBe(1);
    expect(await repositories.exercises.getOutlines([lessonId])).toMatchObject([{ id: base.id, objectives: ['o1'], variantOf: null }]);
    expect((await repositories.exercises.getOutlines([lessonId], { includeVariants: true })).map(({ id }) => id)).toEqual([base.id, first.id, second.id]);
    expect(await repositories.exercises.getVariants(base.id)).toEqual([first, second]);
    expect(await repositories.exercises.getById(second.id)).toEqual(second);
    // Once it is no variant any more, the lesson asks it.
    await repositories.exercises.upsertMany([{ ...second, variantOf: null }]);
    expect((await repositories.exercises.getByLesson(lessonId)).map(({ id }) => id)).toEqual([base.id, second.id]);
  });

  it('R6: changes in place, and its attempts stay', async () => {
    const { repositories } = await freshDatabase();
    const { user, exercises } = await buildWorld(repositories);
    const id = exercises[0]?.[0].id ?? '';
    const before = await repositories.attempts.getByExercise(user.id, id);
    expect(await repositories.exercises.update(id, { prompt: 'Anew', rev: 2 })).toMatchObject({ prompt: 'Anew', rev: 2 });
    expect(await repositories.attempts.getByExercise(user.id, id)).toEqual(before);
  });

  it('R6: is not removed while history hangs on it', async () => {
    const { repositories, lessonId } = await aLesson();
    const { user } = await buildWorld(repositories);
    const { id } = await repositories.exercises.create(makeExercise('TRUE_FALSE', { lessonId }));
    await repositories.attempts.create(
      makeAttempt({ userId: user.id, exerciseId: id, answer: { type: 'TRUE_FALSE', value: true } }),
    );
    await expect(repositories.exercises.remove(id)).rejects.toMatchObject({
      type: 'ForeignKeyViolation',
      table: 'exerciseAttempts',
      field: 'exerciseId',
    });
    const free = await repositories.exercises.create(makeExercise('TRUE_FALSE', { lessonId }));
    await repositories.exercises.remove(free.id);
    expect(await repositories.exercises.getById(free.id)).toBeNull();
    await expect(repositories.exercises.remove(free.id)).rejects.toMatchObject({ type: 'NotFound' });
  });
});
