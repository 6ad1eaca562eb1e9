import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countDays } from '../../../src/core/activity/count-days.ts';
import { recountActivity } from '../../../src/services/activity.ts';
import { bring, twoDevices } from './backups/two-devices.ts';
import { answerTrueFalse, enrolled } from './learner.ts';
import type { Device } from './set-up.ts';

const DAY_MS = 86_400_000;
const COURSES = { a1: 'py', a2: 'py', b1: 'py', c1: 'py' };

/** Every learner's days, and what counting their attempts gives. */
async function daysOf({ repositories }: Device) {
  const activity = await repositories.activity();
  const users = await repositories.users.getAll({ includeDeleted: true });
  const stored = await Promise.all(users.map(async ({ id }) => (await activity.getAll(id)).sort((a, b) => (a.id < b.id ? -1 : 1))));
  const attempts = await Promise.all(users.map(({ id }) => repositories.attempts.getRecent(id, 10_000)));
  return { stored, counted: attempts.map((own) => countDays(own, (id) => COURSES[id as keyof typeof COURSES])) };
}

async function expectTrue(device: Device): Promise<void> {
  const { stored, counted } = await daysOf(device);
  expect(stored).toEqual(counted);
}

it('an answer counts on its day, in the transaction that writes it', async () => {
  const device = await enrolled();
  const { attempt } = await answerTrueFalse(device, device.userId, 'a1', true, { mode: 'REVIEW', activeMs: 700 });
  await answerTrueFalse(device, device.userId, 'a1', false);
  device.clock.now += DAY_MS;
  await answerTrueFalse(device, device.userId, 'a1', true);
  const days = await (await device.repositories.activity()).getAll(device.userId);
  expect(days).toMatchObject([
    { day: attempt.day, courseId: 'py', attempts: 2, passed: 1, reviews: 1, activeMs: 1_700 },
    { attempts: 1, passed: 1, reviews: 0, activeMs: 1_000 },
  ]);
  await expectTrue(device);
});

it('a recount puts right whatever was wrong', async () => {
  const device = await enrolled();
  const { attempt } = await answerTrueFalse(device, device.userId, 'a1', true);
  const activity = await device.repositories.activity();
  const [day] = await activity.getAll(device.userId);
  if (day !== undefined) await activity.put({ ...day, attempts: 9 });
  await activity.put({ ...attempt, id: `${device.userId}/py/2020-01-01`, courseId: 'py', day: '2020-01-01', attempts: 1, passed: 0, reviews: 0 });
  await device.repositories.transact('all', () => recountActivity(device.repositories, activity, device.userId));
  expect(await activity.getAll(device.userId)).toEqual([day]);
});

type Act =
  | { readonly kind: 'answer'; readonly exerciseId: keyof typeof COURSES; readonly value: boolean; readonly mode: 'LESSON' | 'REVIEW' }
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'erase'; readonly isUndone: boolean };

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        exerciseId: fc.constantFrom('a1' as const, 'a2' as const, 'b1' as const, 'c1' as const),
        value: fc.boolean(),
        mode: fc.constantFrom('LESSON' as const, 'REVIEW' as const),
      }),
    },
    fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('erase' as const), isUndone: fc.boolean() }),
  ),
  { maxLength: 6 },
);

async function carryOut(device: Device, userId: string, all: readonly Act[]): Promise<void> {
  for (const one of all) {
    if (one.kind === 'answer') await answerTrueFalse(device, userId, one.exerciseId, one.value, { mode: one.mode });
    else if (one.kind === 'wait') device.clock.now += one.days * DAY_MS;
    else {
      const erasure = await device.services.profiles.eraseCourse(userId, 'py');
      if (one.isUndone) await erasure.undo();
    }
  }
}

it('days are what a recount gives, after any history, erasure and merge, and after the merge is undone', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(acts, acts, fc.constantFrom('merge' as const, 'replace' as const), async (here, there, mode) => {
      const { one, two, userId } = await twoDevices();
      await carryOut(one, userId, here);
      await carryOut(two, userId, there);
      await expectTrue(one);
      await expectTrue(two);
      const { undo } = await bring(two, one, { mode });
      await expectTrue(one);
      await undo();
      await expectTrue(one);
    }),
    { numRuns: 15 },
  );
});
