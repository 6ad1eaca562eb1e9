import { expect, it } from 'vitest';
import { parsed, CODE, courseFiles, lessonWith, TRUE_FALSE } from '../packs/source/course-files.ts';
import { submission, unwrap } from './learner.ts';
import { freshDevice, signUp, type Device } from './set-up.ts';

const exerciseId = 'tea:tea.bill';
const files = { 'main.py': 'def bill(n):\n    return n + n\n' };
const wanted = { isWanted: () => true };

const install = ({ services }: Device, ...blocks: string[]) => services.courses.install(parsed(courseFiles(lessonWith(...blocks))));
const CHANGED = CODE.replace('bill(3), expect: "6"', 'bill(4), expect: "8"').replace('type:', 'rev: 2\ntype:');

/** Code that solved the exercise, which has changed since then. */
async function solvedBefore() {
  const device = await freshDevice();
  await install(device, CODE, TRUE_FALSE);
  const { id: userId } = await signUp(device);
  device.runner.values = { 'bill(3)': '6' };
  unwrap(await device.services.attempts.submit(submission({ userId, exerciseId, answer: { type: 'CODE_COMPLETION', files }, hintsUsed: 1 })));
  await install(device, CHANGED, TRUE_FALSE);
  return { ...device, userId };
}

it('code that still passes is recorded as a replay of today, and the draft stays as it is', async () => {
  const { services, runner, repositories, userId } = await solvedBefore();
  const draft = await services.drafts.open(userId, exerciseId, () => undefined);
  await draft.save({ answer: { type: 'CODE_COMPLETION', files: { 'main.py': 'something else' } } });
  draft.close();
  const before = await repositories.drafts.get(userId, exerciseId);
  runner.values = { 'bill(4)': '8' };
  expect(await services.attempts.recheck({ userId, exerciseId, ...wanted })).toBe(true);
  expect(runner.jobs.at(-1)).toMatchObject({ files });
  const [newest] = await services.attempts.history(userId, exerciseId);
  expect(newest).toMatchObject({ verdict: 'PASSED', mode: 'REPLAY', exerciseRev: 2, hintsUsed: 1, activeMs: 0, answer: { files } });
  expect(await repositories.drafts.get(userId, exerciseId)).toEqual(before);
  expect(await services.attempts.recheck({ userId, exerciseId, ...wanted })).toBe(false);
});

it('code that no longer passes leaves no trace, and the exercise stays done', async () => {
  const { services, userId } = await solvedBefore();
  expect(await services.attempts.recheck({ userId, exerciseId, ...wanted })).toBe(false);
  expect(await services.attempts.history(userId, exerciseId)).toHaveLength(1);
  expect((await services.courses.lesson(userId, 'tea:first'))?.statuses[exerciseId]).toBe('COMPLETED');
});

it('nothing is run where the learner has begun something, or where nothing changed', async () => {
  const { services, runner, userId, ...device } = await solvedBefore();
  const ran = runner.jobs.length;
  expect(await services.attempts.recheck({ userId, exerciseId, isWanted: () => false })).toBe(false);
  await install({ services, runner, ...device }, CODE, TRUE_FALSE);
  expect(await services.attempts.recheck({ userId, exerciseId, ...wanted })).toBe(false);
  expect(runner.jobs).toHaveLength(ran);
});

it('an answer that is not code is left to the learner', async () => {
  const { services, userId, ...device } = await solvedBefore();
  const about = { userId, exerciseId: 'tea:tea.hot' };
  unwrap(await services.attempts.submit(submission({ ...about, answer: { type: 'TRUE_FALSE', value: true } })));
  await install({ services, ...device }, CHANGED, TRUE_FALSE.replace('type:', 'rev: 2\ntype:'));
  expect(await services.attempts.recheck({ ...about, ...wanted })).toBe(false);
  expect(await services.attempts.history(userId, about.exerciseId)).toHaveLength(1);
});
