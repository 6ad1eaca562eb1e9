import { expect, it } from 'vitest';
import { makeActivityDay } from '../../factories/activity-day.ts';
import { everythingIn, freshDatabase } from '../open.ts';

const day = (at: string, courseId = 'c', userId = 'u') => makeActivityDay({ userId, courseId, day: at });

async function aWeek() {
  const { repositories } = await freshDatabase();
  const activity = await repositories.activity();
  const days = [day('2026-11-21'), day('2026-11-22'), day('2026-11-22', 'd'), day('2026-11-24')];
  for (const one of [...days, day('2026-11-22', 'c', 'other')]) await activity.put(one);
  return { repositories, activity, days };
}

it('days are read from one to another, both included, in one course or in all', async () => {
  const { activity, days: [first, second, third, last] } = await aWeek();
  expect(await activity.getDays('u', '2026-11-22', '2026-11-24')).toEqual([second, third, last]);
  expect(await activity.getDaysInCourse('u', 'c', '2026-11-20', '2026-11-22')).toEqual([first, second]);
  expect(await activity.getAll('u')).toHaveLength(4);
  expect(await activity.get('u', 'd', '2026-11-22')).toEqual(third);
  expect(await activity.get('u', 'd', '2026-11-23')).toBeNull();
});

it('a count takes the place of all that the learner had, and of nobody else’s', async () => {
  const { activity, days: [first] } = await aWeek();
  await activity.replaceAll('u', [{ ...day('2026-11-21'), attempts: 3 }]);
  expect(await activity.getAll('u')).toEqual([{ ...first, attempts: 3 }]);
  expect(await activity.getAll('other')).toHaveLength(1);
});

it('a transaction over all tables spans it, and a backup does not', async () => {
  const { repositories, activity } = await aWeek();
  const refused = repositories.transact('all', async () => {
    await activity.put(day('2026-11-25'));
    throw new Error('stop');
  });
  await expect(refused).rejects.toThrow('stop');
  expect(await activity.getAll('u')).toHaveLength(4);
  expect(Object.keys(await everythingIn(repositories))).not.toContain('activityDays');
});
