import { ok } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/text.ts';
import { buildPack } from '../../src/packs/pack/build-pack.ts';
import type { CourseDoc } from '../../src/packs/course-doc.ts';
import { readCourse, type CourseFiles } from '../../src/packs/source/parse-course.ts';
import { CHOICE, courseFiles, LESSON, lessonWith } from '../src/packs/source/course-files.ts';
import { goTo } from './storage.ts';

/** As a file chooser takes it. */
export interface PackFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const fileOf = (name: string, bytes: Uint8Array): PackFile => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });

/** The course "Tea" as a pack; `change` makes another of its source. */
export async function teaPack(change: (files: Record<string, string>) => void = () => undefined): Promise<PackFile> {
  const files: Record<string, string> = { ...courseFiles(lessonWith(CHOICE)) };
  change(files);
  return packOf(docOf(files));
}

export const inCourse = (from: string | RegExp, to: string) => (files: Record<string, string>): void => {
  files['course.yaml'] = (files['course.yaml'] ?? '').replace(from, to);
};

/** The same with so many lessons. */
export function largePack(lessons: number): Promise<PackFile> {
  return teaPack((files) => {
    const folders = Array.from({ length: lessons }, (_, i) => `${1_000 + i}-more`);
    const lesson = files[LESSON] ?? '';
    inCourse('[010-tea]', `[010-tea, ${folders.join(', ')}]`)(files);
    for (const [i, folder] of folders.entries()) {
      files[`lessons/${folder}/lesson.md`] = lesson.replace('id: first', `id: more${i}`).replaceAll('tea.kind', `tea.kind${i}`);
    }
  });
}

/** It says of a course what breaks the format. */
export function mistakenPack(): Promise<PackFile> {
  const doc = docOf(courseFiles(lessonWith(CHOICE)));
  return packOf({ ...doc, course: { ...doc.course, title: '', version: 'one', authors: [], licence: { text: '?', code: '' } } });
}

function docOf(files: CourseFiles): CourseDoc {
  const doc = readCourse(files);
  ok(doc.ok, JSON.stringify(doc));
  return doc.value;
}

async function packOf(doc: CourseDoc): Promise<PackFile> {
  const { name, bytes } = await buildPack(doc, {});
  return fileOf(name, bytes);
}

/** Gives files to the screen that adds courses. */
export async function give(page: Page, ...files: PackFile[]): Promise<void> {
  await goTo(page, '#/add');
  await page.locator('input[type=file]').setInputFiles(files);
}

/** From the file to the course's page. */
export async function addPack(page: Page, file: PackFile, action = t('add.add')): Promise<void> {
  await give(page, file);
  await page.getByRole('button', { name: action }).click();
  await page.getByRole('heading', { name: t('add.from') }).waitFor();
}

/** From here on, until the page is loaded anew, workers are asked to read and do not hear it: the reading goes on until it is stopped. */
export const holdReading = (page: Page): Promise<void> =>
  page.evaluate(() => {
    globalThis.Worker = class extends Worker {
      override postMessage(message: unknown): void {
        if ((message as { verb?: string }).verb !== 'read') super.postMessage(message);
      }
    };
  });
