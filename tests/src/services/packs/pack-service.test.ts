import { ok } from 'node:assert/strict';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { Assets, CourseDoc } from '../../../../src/packs/course-doc.ts';
import type { InstallProgress } from '../../../../src/services/packs/pack-service.ts';
import { CHOICE, courseFiles, lessonWith, TRUE_FALSE } from '../../packs/source/course-files.ts';
import { docOf, packOf } from '../../packs/pack/pack-files.ts';
import { makeBundle } from '../bundle.ts';
import { submission } from '../learner.ts';
import { freshDevice, signUp, type Device } from '../set-up.ts';

const V1 = docOf(courseFiles(lessonWith(CHOICE, TRUE_FALSE)));
const versioned = (doc: CourseDoc, version: string): CourseDoc => ({ ...doc, course: { ...doc.course, version } });
const V2 = versioned(docOf(courseFiles(lessonWith(CHOICE))), '2.0.0');

const open = async ({ services }: Device, doc: CourseDoc, assets: Assets = {}) => {
  const offer = await (await services.packs()).open(new Blob([await packOf(doc, assets)]));
  ok(offer.ok, JSON.stringify(offer));
  return offer.value;
};
const add = async (device: Device, doc: CourseDoc, assets: Assets = {}) => {
  const offer = await open(device, doc, assets);
  const heard: InstallProgress[] = [];
  const installed = await offer.install((progress) => heard.push(progress), new AbortController().signal);
  ok(installed.ok, JSON.stringify(installed));
  offer.close();
  return heard;
};

test('nothing is written until it is wanted, then all of it', async () => {
  const device = await freshDevice();
  const offer = await open(device, V1);
  expect(offer.cover).toMatchObject({ course: { title: 'Tea', authors: ['Ada'], licence: { text: 'CC-BY-4.0', code: 'MIT' } }, lessonCount: 1, assetCount: 0 });
  expect(offer.here).toEqual({ kind: 'nothing' });
  expect(await device.repositories.courses.getAll({ includeDeleted: true })).toEqual([]);
  const installed = await offer.install(() => undefined, new AbortController().signal);
  expect(installed).toEqual({ ok: true, value: { courseId: 'tea' } });
  expect(await device.repositories.exercises.getByLesson('tea:first')).toHaveLength(2);
  expect(await (await device.services.packs()).installed()).toMatchObject([{ id: 'tea', version: '1.2.3', previous: null }]);
});

test('progress is heard of both steps, to the end', async () => {
  const heard = await add(await freshDevice(), V1);
  expect(heard.at(0)?.step).toBe('reading');
  expect(heard.at(-1)).toEqual({ step: 'writing', fraction: 1 });
});

test('called off, it leaves nothing', async () => {
  const device = await freshDevice();
  const offer = await open(device, V1);
  expect(await offer.install(() => undefined, AbortSignal.abort())).toEqual({ ok: false, error: { type: 'Cancelled' } });
  expect(await device.repositories.courses.getAll({ includeDeleted: true })).toEqual([]);
  expect(await (await device.services.packs()).installed()).toEqual([]);
});

test('what is here already is told', async () => {
  const device = await freshDevice();
  await add(device, V1);
  expect((await open(device, V1)).here).toEqual({ kind: 'same' });
  expect((await open(device, V2)).here).toEqual({ kind: 'older', version: '1.2.3', isRemoved: false });
  expect((await open(device, versioned(V1, '1.0.0'))).here).toEqual({ kind: 'newer', version: '1.2.3', isRemoved: false });
  expect((await open(device, versioned(V2, '1.2.3'))).here).toEqual({ kind: 'changed', version: '1.2.3', isRemoved: false });
  await device.services.courses.remove('tea');
  expect((await open(device, V1)).here).toEqual({ kind: 'changed', version: '1.2.3', isRemoved: true });
});

test('R6: removed and added again, a course has its whole history', async () => {
  const device = await freshDevice();
  const { id: userId } = await signUp(device);
  await add(device, V1);
  const answer = { type: 'MULTIPLE_CHOICE', optionId: 'green' } as const;
  await device.services.attempts.submit(submission({ userId, exerciseId: 'tea:tea.kind', answer }));
  const before = await device.repositories.progress.getUserProgress(userId, 'tea');
  await device.services.courses.remove('tea');
  await add(device, V1);
  expect((await device.services.courses.library(userId)).map(({ course }) => course.id)).toEqual(['tea']);
  expect(await device.repositories.progress.getUserProgress(userId, 'tea')).toEqual(before);
  expect(before?.completedExerciseIds).toEqual(['tea:tea.kind']);
});

test('an update keeps the version before, to which there is a way back and forth', async () => {
  const device = await freshDevice();
  const picture = { 'lessons/010-tea/cup.svg': strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>') };
  await add(device, V1, picture);
  const packs = await device.services.packs();
  expect(await packs.asset('tea:first', 'cup.svg')).toEqual({ mediaType: 'image/svg+xml', bytes: picture['lessons/010-tea/cup.svg'] });
  await add(device, V2);
  expect(await packs.asset('tea:first', 'cup.svg')).toBeNull();
  expect(await device.repositories.exercises.getByLesson('tea:first')).toHaveLength(1);
  expect(await packs.stepBack('tea', () => undefined)).toEqual({ ok: true, value: { courseId: 'tea' } });
  expect(await packs.installed()).toMatchObject([{ version: '1.2.3', previous: { version: '2.0.0' } }]);
  expect(await device.repositories.exercises.getByLesson('tea:first')).toHaveLength(2);
  expect(await packs.asset('tea:first', 'cup.svg')).not.toBeNull();
  expect(await packs.stepBack('coffee', () => undefined)).toBeNull();
});

test('an id or an address that another course has is refused', async () => {
  const device = await freshDevice();
  device.bundled.push(makeBundle({ id: 'tea' }));
  await device.services.courses.installBundled();
  const packs = await device.services.packs();
  expect(await packs.open(new Blob([await packOf(V1)]))).toMatchObject({ ok: false, error: { type: 'IdTaken', id: 'tea' } });
  const other = { ...V1, course: { ...V1.course, id: 'chai', slug: 'tea' } };
  expect(await packs.open(new Blob([await packOf(other)]))).toMatchObject({ ok: false, error: { type: 'IdTaken', id: 'tea' } });
});

test('a bad pack is refused with its reason, at once or when it is read', async () => {
  const device = await freshDevice();
  const packs = await device.services.packs();
  expect(await packs.open(new Blob(['no pack']))).toMatchObject({ ok: false, error: { type: 'BadPack', reason: 'NotAPack' } });
  const [lesson] = V1.lessons;
  ok(lesson !== undefined);
  const offer = await open(device, { ...V1, lessons: [{ ...lesson, content: '' }] });
  expect(await offer.install(() => undefined, new AbortController().signal)).toMatchObject({ ok: false, error: { reason: 'BadContent' } });
  expect(await device.repositories.courses.getAll({ includeDeleted: true })).toEqual([]);
});
