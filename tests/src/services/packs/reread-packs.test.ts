import { ok } from 'node:assert/strict';
import { expect, test } from 'vitest';
import type { CourseDoc } from '../../../../src/packs/course-doc.ts';
import { readDevice, writeDevice } from '../../../../src/services/device-state.ts';
import { docOf, packOf } from '../../packs/pack/pack-files.ts';
import { CHOICE, courseFiles, lessonWith, TRUE_FALSE } from '../../packs/source/course-files.ts';
import { submission, unwrap } from '../learner.ts';
import { freshDevice, signUp, type Device } from '../set-up.ts';

const VARIANT = CHOICE.replace('type:', 'variantOf: tea.hot\ntype:');
const DOC = docOf(courseFiles(lessonWith(VARIANT, TRUE_FALSE)));

/** A course from a file as an app of schema version 4 left it, and one answer in it. */
async function fromBefore(doc: CourseDoc = DOC): Promise<Device & { readonly userId: string }> {
  const device = await freshDevice();
  const { repositories, services } = device;
  const offer = await (await services.packs()).open(new Blob([await packOf(doc)]));
  ok(offer.ok, JSON.stringify(offer));
  unwrap(await offer.value.install(() => undefined, new AbortController().signal));
  const { id: userId } = await signUp(device);
  unwrap(await services.attempts.submit(submission({ userId, exerciseId: 'tea:tea.hot', answer: { type: 'TRUE_FALSE', value: true } })));
  await repositories.lessons.update('tea:first', { objectives: [] });
  await repositories.exercises.remove('tea:tea.kind');
  const marks = await readDevice(repositories, 'installedPacks');
  await writeDevice(repositories, 'installedPacks', { ...marks, tea: (marks.tea ?? '').replace(' rows-2', '') });
  return { ...device, userId };
}

const objectivesIn = async ({ repositories }: Device) => (await repositories.lessons.getById('tea:first', { includeDeleted: true }))?.objectives;
const marksIn = async ({ repositories }: Device) => readDevice(repositories, 'installedPacks');

test('a course from a file learns its objectives and variants at the next start, once, and keeps what was done in it', async () => {
  const device = await fromBefore();
  const before = await device.repositories.attempts.getRecent(device.userId, 9);
  const installed = await (await device.services.packs()).installed();
  await device.services.courses.installBundled();
  expect(await objectivesIn(device)).toEqual([{ id: 'o1', text: 'Pour tea' }]);
  expect(await device.repositories.exercises.getVariants('tea:tea.hot')).toMatchObject([{ id: 'tea:tea.kind', isRequired: false }]);
  expect(await device.repositories.attempts.getRecent(device.userId, 9)).toEqual(before);
  expect(await (await device.services.packs()).installed()).toEqual(installed);

  const marks = await device.repositories.settings.get(null, 'installedPacks');
  await device.services.courses.installBundled();
  expect(await device.repositories.settings.get(null, 'installedPacks')).toEqual(marks);
});

test('a course that was removed stays removed, and is read again once it is back', async () => {
  const device = await fromBefore();
  await device.services.courses.remove('tea');
  await device.services.courses.installBundled();
  expect(await device.repositories.courses.getById('tea')).toBeNull();
  expect(await objectivesIn(device)).toEqual([]);
  await device.services.courses.bringBack('tea');
  await device.services.courses.installBundled();
  expect(await objectivesIn(device)).toHaveLength(1);
});

test('a file that is damaged is not tried at every start', async () => {
  const device = await fromBefore();
  const packs = await device.repositories.packs();
  const [pack] = await packs.getAll();
  ok(pack);
  await packs.put(pack, Uint8Array.of(1, 2, 3), []);
  await device.services.courses.installBundled();
  expect(await objectivesIn(device)).toEqual([]);
  expect((await marksIn(device)).tea).toMatch(/ rows-2$/);
});

test('a course that came with a backup, without its file, stays as it is', async () => {
  const device = await fromBefore();
  const other = await freshDevice();
  unwrap(await other.services.backups.restoreIntoEmpty((await device.services.backups.exportAll()).text));
  expect((await marksIn(other)).tea).not.toMatch(/ rows-2$/);
  await other.services.courses.installBundled();
  expect((await marksIn(other)).tea).toMatch(/ rows-2$/);
  expect(await objectivesIn(other)).toEqual([]);
});
