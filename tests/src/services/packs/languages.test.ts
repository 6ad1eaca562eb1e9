import { ok } from 'node:assert/strict';
import { expect, test } from 'vitest';
import type { CourseDoc } from '../../../../src/packs/course-doc.ts';
import { docOf, packOf } from '../../packs/pack/pack-files.ts';
import { courseFiles, lessonWith, CHOICE, TRUE_FALSE } from '../../packs/source/course-files.ts';
import { translatedFiles } from '../../packs/source/translated-files.ts';
import { submission } from '../learner.ts';
import { freshDevice, signUp, type Device } from '../set-up.ts';

const BOTH = docOf(translatedFiles());
const versioned = (doc: CourseDoc, version: string): CourseDoc => ({ ...doc, course: { ...doc.course, version } });
const SIGNAL = new AbortController().signal;
const quietly = (): void => undefined;

/** A device of somebody who reads these languages. */
const deviceOf = async (...languages: readonly string[]): Promise<Device> => {
  const device = await freshDevice();
  Object.assign(device.platform, { languages });
  return device;
};
const open = async ({ services }: Device, doc = BOTH) => {
  const offer = await (await services.packs()).open(new Blob([await packOf(doc)]));
  ok(offer.ok, JSON.stringify(offer));
  return offer.value;
};
const add = async (device: Device, doc = BOTH, language?: string): Promise<void> => {
  const offer = await open(device, doc);
  const installed = await offer.install(quietly, SIGNAL, language);
  ok(installed.ok, JSON.stringify(installed));
  offer.close();
};
const spoken = async ({ repositories }: Device) => {
  const course = await repositories.courses.getById('tea');
  const lesson = await repositories.lessons.getById('tea:first');
  const exercise = await repositories.exercises.getById('tea:tea.kind');
  return [course?.language, course?.title, lesson?.title, exercise?.prompt];
};
const GERMAN = ['de', 'Tee', 'Erste Tasse', 'Welcher?'];
const ENGLISH = ['en', 'Tea', 'First cup', 'Which?'];

test('the offer begins with the learner’s language, else with the course’s own', async () => {
  expect((await open(await deviceOf('fr', 'de-AT', 'en'))).language).toBe('de');
  expect((await open(await deviceOf('en-GB', 'de'))).language).toBe('en');
  expect((await open(await deviceOf('fr'))).language).toBe('en');
  expect((await open(await deviceOf('de'), docOf(courseFiles(lessonWith(CHOICE))))).language).toBe('en');
  expect((await open(await deviceOf())).cover).toMatchObject({ languages: ['en', 'de'], headings: { de: { title: 'Tee', description: 'Von Tee.' } } });
});

test('the language that was chosen is what is installed', async () => {
  const device = await deviceOf('de');
  await add(device);
  expect(await spoken(device)).toEqual(GERMAN);
  expect(await (await device.services.packs()).installed()).toMatchObject([{ title: 'Tee', languages: ['en', 'de'], untranslated: [] }]);
  const other = await deviceOf('de');
  await add(other, BOTH, 'en');
  expect(await spoken(other)).toEqual(ENGLISH);
});

test('an update, a way back and a course taken again keep the language chosen before', async () => {
  const device = await deviceOf('de');
  await add(device, BOTH, 'en');
  await add(device, versioned(BOTH, '2.0.0'));
  expect(await spoken(device)).toEqual(ENGLISH);
  const packs = await device.services.packs();
  await packs.setLanguage('tea', 'de', quietly);
  await packs.stepBack('tea', quietly);
  expect(await spoken(device)).toEqual(GERMAN);
  await device.services.courses.remove('tea');
  expect((await open(await deviceOf('en'))).language).toBe('en');
  expect((await open(device)).language).toBe('de');
});

test('R6: the language is changed later, from the file that is kept, and nothing of a learner’s is', async () => {
  const device = await deviceOf('en');
  const { id: userId } = await signUp(device);
  await add(device);
  const answer = { type: 'MULTIPLE_CHOICE', optionId: 'green' } as const;
  await device.services.attempts.submit(submission({ userId, exerciseId: 'tea:tea.kind', answer }));
  const before = await device.services.courses.overview(userId, 'tea');
  const [pack] = await (await device.services.packs()).installed();
  device.clock.now += 1_000;

  expect(await (await device.services.packs()).setLanguage('tea', 'de', quietly)).toEqual({ ok: true, value: { courseId: 'tea' } });
  expect(await spoken(device)).toEqual(GERMAN);
  const after = await device.services.courses.overview(userId, 'tea');
  expect(after?.summary.progress).toEqual(before?.summary.progress);
  expect(after?.lessons[0]?.exercises).toEqual(before?.lessons[0]?.exercises);
  expect(await device.services.courses.change(userId, 'tea')).toBeNull();
  expect(await (await device.services.packs()).installed()).toEqual([{ ...pack, title: 'Tee' }]);
  expect(await (await device.services.packs()).setLanguage('coffee', 'de', quietly)).toBeNull();
});

test('a lesson whose text is not translated says in which language it is', async () => {
  const device = await deviceOf('de');
  const files = translatedFiles();
  await add(device, docOf({ ...files, 'lessons/010-tea/lesson.de.md': '---\ntitle: Erste Tasse\n---\n' }));
  const packs = await device.services.packs();
  expect(await packs.languageOf('tea', 'tea:first')).toBe('en');
  await packs.setLanguage('tea', 'en', quietly);
  expect(await packs.languageOf('tea', 'tea:first')).toBeNull();
  expect(await packs.languageOf('coffee', 'coffee:first')).toBeNull();
});

test('an update that no longer speaks the language is in its own', async () => {
  const device = await deviceOf('de');
  await add(device);
  await add(device, versioned(docOf(courseFiles(lessonWith(CHOICE, TRUE_FALSE))), '2.0.0'));
  expect(await spoken(device)).toEqual(ENGLISH);
});
