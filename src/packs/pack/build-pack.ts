import { zipSync } from 'fflate';
import { hexOf, sha256 } from '../../core/digest.ts';
import type { Assets, CourseDoc, Translation } from '../course-doc.ts';
import { COURSE_FILE, courseTextsFile, FIRST_READER, lessonFile, lessonTextsFile, MANIFEST_FILE, PACK_FORMAT, type Manifest } from './manifest.ts';

export interface BuiltPack {
  /** `names-1.0.0.hornpack` */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of its manifest: the same for the same content, whoever zipped it. */
  readonly hash: string;
}

/**
 * The pack of a course: a zip of `MANIFEST.json`, `pack.json` (the course), `lessons/<folder>/lesson.json`, their
 * translations (`pack.de.json`, `lessons/<folder>/lesson.de.json`), and assets. The same content gives the same bytes, at any time and place.
 */
export async function buildPack({ course, lessons, translations = {} }: CourseDoc, assets: Assets): Promise<BuiltPack> {
  const files: [string, Uint8Array<ArrayBuffer>][] = [
    [COURSE_FILE, toBytes(course)],
    ...lessons.map(({ folder, ...lesson }): [string, Uint8Array<ArrayBuffer>] => [lessonFile(folder), toBytes(lesson)]),
    ...Object.entries(translations).flatMap(([language, texts]) => translationFiles(language, texts)),
    ...Object.entries(assets).sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]): [string, Uint8Array<ArrayBuffer>] => [path, bytes.slice()]),
  ];
  const marked = await Promise.all(
    files.map(async ([path, bytes]) => [path, { sha256: hexOf(await sha256(bytes)), size: bytes.length }] as const),
  );
  const manifest: Manifest = { format: PACK_FORMAT, needs: FIRST_READER, files: Object.fromEntries(marked) };
  const manifestBytes = toBytes(manifest);
  // fflate writes the local time: this one is the same everywhere, and the earliest that a zip can hold.
  const zipped = zipSync(Object.fromEntries([[MANIFEST_FILE, manifestBytes], ...files]), { level: 9, mtime: new Date(1980, 0, 1) });
  return { name: `${course.id}-${course.version}.hornpack`, bytes: zipped.slice(), hash: hexOf(await sha256(manifestBytes)) };
}

/** A part that says nothing is left out, unless the whole language would be. */
function translationFiles(language: string, { course, lessons }: Translation): [string, Uint8Array<ArrayBuffer>][] {
  const parts = Object.entries(lessons).map(([folder, texts]): [string, Uint8Array<ArrayBuffer>] => [lessonTextsFile(folder, language), toBytes(texts)]);
  return Object.keys(course).length === 0 && parts.length > 0 ? parts : [[courseTextsFile(language), toBytes(course)], ...parts];
}

/** One field a line: whoever unzips a pack can read it, and a finding has a line to point at. */
const toBytes = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`).slice();
