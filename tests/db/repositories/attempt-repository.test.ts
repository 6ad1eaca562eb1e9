import { describe, expect, it } from 'vitest';
import { AttemptMode, Verdict } from '../../../db/models/enums.ts';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import { makeAttempt } from '../../factories/attempt.ts';
import { makeMultipleChoice } from '../../factories/exercise.ts';
import { makeUser } from '../../factories/user.ts';
import { buildCourse } from '../../factories/world.ts';
import { freshDatabase } from '../open.ts';

async function aLearner() {
  const fresh = await freshDatabase();
  const user = await fresh.repositories.users.create(makeUser());
  const { exercises } = await buildCourse(fresh.repositories);
  const [first, second] = exercises.flat();
  const about = { userId: user.id, exerciseId: first?.id ?? '' };
  return { ...fresh, user, about, other: { userId: user.id, exerciseId: second?.id ?? '' } };
}

describe('an attempt', () => {
  it('is created with the defaults that were left out', async () => {
    const { repositories, about, clock } = await aLearner();
    const answer = { type: 'MULTIPLE_CHOICE', optionId: 'a' } as const;
    const attempt = await repositories.attempts.create({ id: 'a1', ...about, answer, verdict: 'FAILED', score: 0, day: '2026-11-22' });
    expect(attempt).toEqual({
      id: 'a1',
      ...about,
      answer,
      verdict: 'FAILED',
      score: 0,
      testResults: [],
      hintsUsed: 0,
      solutionRevealed: false,
      activeMs: 0,
      mode: 'LESSON',
      exerciseRev: 1,
      day: '2026-11-22',
      createdAt: clock.now,
    });
    expect(await repositories.attempts.getById('a1')).toEqual(attempt);
  });

  it('is one of several at the same exercise, oldest first', async () => {
    const { repositories, about, other } = await aLearner();
    const made: ExerciseAttempt[] = [];
    for (const verdict of ['FAILED', 'ERRORED', 'PASSED'] as const)
      made.push(await repositories.attempts.create(makeAttempt({ ...about, verdict })));
    const elsewhere = await repositories.attempts.create(makeAttempt(other));
    expect(await repositories.attempts.getByExercise(about.userId, about.exerciseId)).toEqual(made);
    expect(await repositories.attempts.countByExercise(about.userId, about.exerciseId)).toBe(3);
    expect(await repositories.attempts.getByExercises(about.userId, [other.exerciseId, about.exerciseId])).toEqual([
      elsewhere,
      ...made,
    ]);
    expect(await repositories.attempts.getRecent(about.userId, 2)).toEqual([elsewhere, made[2]]);
  });

  it('is listed for very many exercises as for each alone, though many were made in the same moment', async () => {
    const { repositories, about } = await aLearner();
    const { lessonId } = (await repositories.exercises.getById(about.exerciseId)) ?? { lessonId: '' };
    const ids = Array.from({ length: 150 }, (_, i) => `${i % 2 === 0 ? 'tea:' : ''}e${(i * 7) % 150}`);
    await repositories.exercises.upsertMany(ids.map((id, i) => makeMultipleChoice({ id, lessonId, order: 1_000 + i })));
    for (const [i, exerciseId] of ids.entries()) {
      for (let n = 0; n < (i === 10 ? 1_203 : i % 4); n++) await repositories.attempts.create(makeAttempt({ ...about, exerciseId }));
    }
    const alone = await Promise.all(ids.map((id) => repositories.attempts.getByExercise(about.userId, id)));
    expect(await repositories.attempts.getByExercises(about.userId, ids)).toEqual(alone.flat());
  });

  it.each(Object.values(Verdict))('may have the verdict %s', async (verdict) => {
    const { repositories, about } = await aLearner();
    expect(await repositories.attempts.create(makeAttempt({ ...about, verdict }))).toMatchObject({ verdict });
  });

  it.each(Object.values(AttemptMode))('may be made in the mode %s', async (mode) => {
    const { repositories, about } = await aLearner();
    expect(await repositories.attempts.create(makeAttempt({ ...about, mode }))).toMatchObject({ mode });
  });

  it.each([
    ['verdict', { verdict: 'MAYBE' as 'PASSED' }],
    ['mode', { mode: 'EXAM' as 'LESSON' }],
    ['score', { score: 1.1 }],
    ['hintsUsed', { hintsUsed: -1 }],
    ['answer.optionId', { answer: { type: 'MULTIPLE_CHOICE', value: true } as never }],
    ['testResults[0].passed', { testResults: [{ id: 't', name: 't', isVisible: true } as never] }],
  ])('R1: is refused for a wrong %s', async (field, own) => {
    const { repositories, about } = await aLearner();
    await expect(repositories.attempts.create(makeAttempt({ ...about, ...own }))).rejects.toMatchObject({
      table: 'exerciseAttempts',
      field: expect.stringMatching(field.startsWith('answer') ? /^answer\./ : field.replace(/[[\]]/g, '\\$&')) as string,
    });
  });

  it('R1: belongs to a learner and an exercise that are there', async () => {
    const { repositories, about } = await aLearner();
    await expect(repositories.attempts.create(makeAttempt({ ...about, userId: 'nobody' }))).rejects.toMatchObject({
      type: 'ForeignKeyViolation',
      field: 'userId',
    });
    await expect(repositories.attempts.create(makeAttempt({ ...about, exerciseId: 'nothing' }))).rejects.toMatchObject({
      type: 'ForeignKeyViolation',
      field: 'exerciseId',
    });
  });

  it('relates to its learner and its exercise', async () => {
    const { repositories, about, user } = await aLearner();
    const attempt = await repositories.attempts.create(makeAttempt(about));
    expect(await repositories.users.getById(attempt.userId)).toEqual(user);
    expect((await repositories.exercises.getById(attempt.exerciseId))?.id).toBe(about.exerciseId);
  });

  it('offers no way to change or delete it', async () => {
    const { repositories } = await freshDatabase();
    expect(Object.keys(repositories.attempts).sort()).toEqual(
      ['countByExercise', 'create', 'getByExercise', 'getByExercises', 'getById', 'getRecent'],
    );
  });
});
