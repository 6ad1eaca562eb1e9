import { ok } from 'node:assert/strict';
import { zipSync } from 'fflate';
import type { Assets, CourseDoc } from '../../../../src/packs/course-doc.ts';
import { buildPack } from '../../../../src/packs/pack/build-pack.ts';
import { openPack, type OpenedPack } from '../../../../src/packs/pack/open-pack.ts';
import { readCourse, type CourseFiles } from '../../../../src/packs/source/parse-course.ts';
import { CHOICE, courseFiles, lessonWith } from '../source/course-files.ts';

export const APP = '0.1.0';

export function docOf(files: CourseFiles = courseFiles(lessonWith(CHOICE))): CourseDoc {
  const doc = readCourse(files);
  ok(doc.ok);
  return doc.value;
}

export const packOf = async (doc = docOf(), assets: Assets = {}): Promise<Uint8Array<ArrayBuffer>> => (await buildPack(doc, assets)).bytes;

/** What a pack is refused with, at its opening or its reading, as `reason: message`; null when it is taken whole. */
export async function refusal(bytes: Uint8Array, limits?: Parameters<typeof openPack>[2]): Promise<string | null> {
  const opened = await openPack(bytes, APP, limits);
  if (!opened.ok) return `${opened.error.reason}: ${opened.error.message}`;
  const read = await opened.value.read();
  return read.ok ? null : `${read.error.reason}: ${read.error.message}`;
}

export async function opened(bytes: Uint8Array): Promise<OpenedPack> {
  const pack = await openPack(bytes, APP);
  ok(pack.ok, JSON.stringify(pack));
  return pack.value;
}

/** A zip of these texts, stored plainly. */
export const zipOf = (files: { readonly [path: string]: string }): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])), { level: 0 });

/** Every place in `bytes` where `text` stands is overwritten with `by`, which has the same length. */
export function overwritten(bytes: Uint8Array, text: string, by: string): Uint8Array {
  const out = bytes.slice();
  const [from, to] = [new TextEncoder().encode(text), new TextEncoder().encode(by)];
  ok(from.length === to.length);
  for (let at = 0; at + from.length <= out.length; at++) {
    if (from.every((byte, i) => out[at + i] === byte)) out.set(to, at);
  }
  return out;
}
