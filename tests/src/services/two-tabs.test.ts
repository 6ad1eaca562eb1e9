import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { computeSnapshot } from '../../../src/core/progress/compute-snapshot.ts';
import { outlineOf } from '../../../src/core/progress/outline.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { makeRubric } from '../../factories/exercise.ts';
import { answerTrueFalse, enrolled, submission, unwrap } from './learner.ts';
import type { Tab } from './set-up.ts';
import { everythingIn } from '../../db/open.ts';

type Act =
  | { readonly do: 'answer'; readonly exercise: string; readonly value: boolean }
  | { readonly do: 'judge'; readonly met: number[] }
  | { readonly do: 'skip'; readonly exercise: string }
  | { readonly do: 'advance' | 'choose'; readonly lesson: string };

const exercise = fc.constantFrom('a1', 'a2', 'b1', 'c1');
const lesson = fc.constantFrom('a', 'b', 'c');
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('answer' as const), exercise, value: fc.boolean() }) },
  fc.record({ do: fc.constant('judge' as const), met: fc.subarray([0, 1]) }),
  fc.record({ do: fc.constant('skip' as const), exercise }),
  fc.record({ do: fc.constantFrom('advance' as const, 'choose' as const), lesson }),
);
const runs = { numRuns: 20 };
vi.setConfig({ testTimeout: 60_000 });

async function act({ services }: Tab, userId: string, step: Act): Promise<void> {
  switch (step.do) {
    case 'answer':
      await answerTrueFalse({ services }, userId, step.exercise, step.value);
      return;
    case 'judge': {
      const answer = { type: 'FREE_FORM', text: 'Because.' } as const;
      const { attempt } = unwrap(await services.attempts.submit(submission({ userId, exerciseId: 'why', answer })));
      await services.attempts.assessSelf({ userId, exerciseId: 'why', attemptId: attempt.id, criteriaMet: step.met });
      return;
    }
    case 'skip':
      await services.attempts.skip({ userId, exerciseId: step.exercise });
      return;
    case 'advance':
      await services.progress.advanceToNextLesson(userId, 'py', step.lesson);
      return;
    case 'choose':
      await services.progress.saveProgress(userId, 'py', step.lesson);
  }
}

/** What recomputing from attempts and facts gives, from everything stored. */
async function recomputed(repositories: Repositories, userId: string) {
  const lessons = await repositories.lessons.getByCourse('py');
  const exercises = await repositories.exercises.getByLessons(lessons.map(({ id }) => id));
  return computeSnapshot({
    userId,
    outline: outlineOf('py', lessons, exercises),
    attempts: await repositories.attempts.getRecent(userId, 1_000),
    facts: await repositories.facts.getByCourse(userId, 'py'),
    currentLessonId: (await repositories.progress.getUserProgress(userId, 'py'))?.currentLessonId ?? null,
  });
}

async function started() {
  const device = await enrolled();
  await device.repositories.exercises.create(makeRubric({ id: 'why', lessonId: 'c', order: 9 }));
  return device;
}

describe('R9: a snapshot equals what recomputing gives', () => {
  it('after every step of any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 12 }), async (steps) => {
        const device = await started();
        for (const step of steps) {
          await act(device, device.userId, step);
          const snapshot = await device.repositories.progress.getUserProgress(device.userId, 'py');
          expect(snapshot).toMatchObject(await recomputed(device.repositories, device.userId));
        }
      }),
      runs,
    );
  });

  it('when two tabs answer, skip, choose and advance at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 8 }), fc.array(anyAct, { minLength: 1, maxLength: 8 }), async (here, there) => {
        const device = await started();
        const other = await device.openTab('tab 2');
        await Promise.all([
          ...here.map((step) => act(device, device.userId, step)),
          ...there.map((step) => act(other, device.userId, step)),
        ]);
        const snapshot = await other.repositories.progress.getUserProgress(device.userId, 'py');
        expect(snapshot).toMatchObject(await recomputed(device.repositories, device.userId));
        const answers = [...here, ...there].filter((step) => step.do === 'answer' || step.do === 'judge');
        expect(await device.repositories.attempts.getRecent(device.userId, 1_000)).toHaveLength(answers.length);
      }),
      runs,
    );
  });
});

describe('R10: advancing', () => {
  it('ends with the same course in every tab, however often and from wherever it is called', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lesson, { maxLength: 6 }), fc.array(lesson, { minLength: 1, maxLength: 6 }), async (here, there) => {
        const device = await started();
        const other = await device.openTab('tab 2');
        await Promise.all([
          ...here.map((id) => device.services.progress.advanceToNextLesson(device.userId, 'py', id)),
          ...there.map((id) => other.services.progress.advanceToNextLesson(device.userId, 'py', id)),
        ]);
        const passed = (['a', 'b', 'c'] as const).filter((id) => here.includes(id) || there.includes(id));
        const snapshot = await device.repositories.progress.getUserProgress(device.userId, 'py');
        expect(snapshot?.completedLessonIds).toEqual(passed);
        expect(snapshot?.completionPercentage).toBeCloseTo((100 * passed.length) / 3, 9);
        expect(await device.repositories.facts.getByCourse(device.userId, 'py')).toHaveLength(passed.length);
      }),
      runs,
    );
  });

  it('called again, alone or in two tabs at once, changes nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 6 }), lesson, async (steps, id) => {
        const device = await started();
        const other = await device.openTab('tab 2');
        for (const step of steps) await act(device, device.userId, step);
        const once = await device.services.progress.advanceToNextLesson(device.userId, 'py', id);
        const before = await everythingIn(device.repositories, { userId: device.userId });
        const again = await Promise.all(
          [device, other, device].map(({ services }) => services.progress.advanceToNextLesson(device.userId, 'py', id)),
        );
        expect(again).toEqual([once, once, once]);
        expect(await everythingIn(device.repositories, { userId: device.userId })).toEqual(before);
      }),
      runs,
    );
  });
});
