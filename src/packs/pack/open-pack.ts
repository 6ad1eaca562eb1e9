import * as v from 'valibot';
import { hexOf, sha256 } from '../../core/digest.ts';
import { parseJson } from '../../core/json.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { CourseDoc, LessonDoc, LessonTexts, Translation } from '../course-doc.ts';
import type { PackError } from '../pack-error.ts';
import { picturesByFolder } from '../pictures.ts';
import { NO_PICTURES } from '../source/lint-content.ts';
import { lintAssets } from '../source/parse-course.ts';
import { courseShape, type CourseSource } from '../source/source-shapes.ts';
import { courseTextsShape, type CourseTexts } from '../source/translation-shapes.ts';
import { badPack, PackRefused, type BadPack } from './bad-pack.ts';
import { checkJson } from './check-json.ts';
import { isNewer } from './is-newer.ts';
import { COURSE_FILE, courseTextsFile, lessonFile, lessonTextsFile, MANIFEST_FILE, manifestShape, needsShape, PACK_FORMAT, type Manifest } from './manifest.ts';
import { lintLessonIds, readLesson, readLessonTexts } from './read-lesson.ts';
import { openZip, type Zip } from './zip.ts';
import type { ZipLimits } from './zip-directory.ts';

/** A pack that may well be taken: its directory, manifest and course were checked, its lessons not yet. */
export interface OpenedPack {
  readonly course: CourseSource;
  /** By each language that something is translated into: what the course itself is called there. */
  readonly headings: { readonly [language: string]: CourseTexts };
  /** SHA-256 of its manifest, which names everything in it. */
  readonly hash: string;
  /** Bytes of the file, and unpacked. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly lessonCount: number;
  /** Paths of what is neither course nor lesson, nor a translation of them. */
  readonly assetPaths: readonly string[];
  /** Everything in it, checked to the last byte. `onProgress` hears 0–1. Rejects with the signal's reason when it aborts. */
  read(onProgress?: (fraction: number) => void, signal?: AbortSignal): Promise<Result<CourseDoc, BadPack>>;
  /** An asset's bytes; null when there is none of that path, or it is damaged. */
  asset(path: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

const MB = 1024 * 1024;
/** A hundred courses' worth, and far below what a learner's device can hold in memory. */
export const PACK_LIMITS: ZipLimits = { entries: 50_000, entryBytes: 50 * MB, totalBytes: 200 * MB };
/** One part: a lesson or the course. Bytes. */
const LONGEST_PART = 5 * MB;

/** Opens a pack: whatever is wrong so far is told, and nothing was kept. `appVersion`: of the app that would install it. */
export async function openPack(bytes: Uint8Array, appVersion: string, limits = PACK_LIMITS): Promise<Result<OpenedPack, BadPack>> {
  try {
    const zip = openZip(bytes, limits);
    const manifestBytes = partOf(zip, MANIFEST_FILE);
    const manifest = readManifest(manifestBytes, appVersion);
    compareFiles(zip, manifest);
    const course = await readCourse(zip, manifest);
    const translations = translationsIn(zip, course);
    const files = new Set([MANIFEST_FILE, COURSE_FILE, ...course.lessons.map(lessonFile), ...[...translations.values()].flat()]);
    const headings = await readHeadings(zip, manifest, [...translations.keys()]);
    const opened = { course, headings, zip, manifest, assetPaths: zip.paths.filter((path) => !files.has(path)) };
    return ok({
      course,
      headings,
      hash: hexOf(await sha256(manifestBytes)),
      size: bytes.length,
      unpackedSize: zip.totalBytes,
      lessonCount: course.lessons.length,
      assetPaths: opened.assetPaths,
      read: (onProgress = () => undefined, signal = new AbortController().signal) => readAll(opened, onProgress, signal),
      asset: async (path) => {
        if (!opened.assetPaths.includes(path)) return null;
        return verified(zip, manifest, path).catch((error: unknown) => (error instanceof PackRefused ? null : Promise.reject(error as Error)));
      },
    });
  } catch (error) {
    if (error instanceof PackRefused) return fail(error.bad);
    throw error;
  }
}

const TEXTS_FILE = /^(?:pack|lessons\/([^/]+)\/lesson)\.([^./]+)\.json$/;

/** The files of each language that something is translated into, in the course's order. */
function translationsIn({ paths }: Zip, { languages: [, ...languages], lessons }: CourseSource): ReadonlyMap<string, readonly string[]> {
  const files = new Map(languages.map((language) => [language, [] as string[]]));
  const folders = new Set(lessons);
  for (const path of paths) {
    const [, folder, language = ''] = TEXTS_FILE.exec(path) ?? [];
    if (folder === undefined || folders.has(folder)) files.get(language)?.push(path);
  }
  return new Map([...files].filter(([, found]) => found.length > 0));
}

interface Opened {
  readonly course: CourseSource;
  readonly headings: OpenedPack['headings'];
  readonly zip: Zip;
  readonly manifest: Manifest;
  readonly assetPaths: readonly string[];
}

async function readAll(opened: Opened, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<Result<CourseDoc, BadPack>> {
  const { course, headings, zip, manifest, assetPaths } = opened;
  const findings: PackError[] = [];
  const refuse = (): never => {
    throw new PackRefused(badPack('BadContent', 'Its content breaks the format.', { findings }));
  };
  const report = (finding: PackError): void => {
    if (findings.push(finding) === MOST_FINDINGS) refuse();
  };
  const partAt = async (path: string): Promise<string> => textOf(path, await verified(zip, manifest, path));
  const lessons: LessonDoc[] = [];
  const translated = new Map(Object.keys(headings).map((language) => [language, [] as [string, LessonTexts][]]));
  const beside = picturesByFolder(assetPaths);
  const total = course.lessons.length + assetPaths.length;
  try {
    lintAssets(course.lessons, assetPaths, report);
    for (const [i, folder] of course.lessons.entries()) {
      signal.throwIfAborted();
      const pictures = beside.get(folder) ?? NO_PICTURES;
      const lesson = readLesson(folder, await partAt(lessonFile(folder)), course, pictures, report);
      if (lesson !== null) lessons.push(lesson);
      for (const [language, texts] of translated) {
        const path = lessonTextsFile(folder, language);
        const read = lesson === null || !zip.has(path) ? null : readLessonTexts(lesson, language, await partAt(path), pictures, report);
        if (read !== null) texts.push([folder, read]);
      }
      onProgress((i + 1) / total);
    }
    for (const [i, path] of assetPaths.entries()) {
      signal.throwIfAborted();
      await verified(zip, manifest, path);
      onProgress((course.lessons.length + i + 1) / total);
    }
    lintLessonIds({ course, lessons }, report);
    if (findings.length > 0) refuse();
    const translations = Object.fromEntries(
      [...translated].map(([language, texts]): [string, Translation] => [language, { course: headings[language] ?? {}, lessons: Object.fromEntries(texts) }]),
    );
    return ok({ course, lessons, ...(translated.size === 0 ? {} : { translations }) });
  } catch (error) {
    if (error instanceof PackRefused) return fail(error.bad);
    throw error;
  }
}

/** Enough to go and mend a pack, and not so many that finding them takes long. */
const MOST_FINDINGS = 200;

function readManifest(bytes: Uint8Array, appVersion: string): Manifest {
  const value = parseJson(textOf(MANIFEST_FILE, bytes));
  // A later format may say the rest in other words.
  const needs = v.safeParse(needsShape, value);
  if (needs.success && (needs.output.format > PACK_FORMAT || isNewer(needs.output.needs, appVersion))) {
    const message = `This pack needs Hornbook ${needs.output.needs} or newer; this is Hornbook ${appVersion}.`;
    throw new PackRefused(badPack('NeedsNewerApp', message, { needs: needs.output.needs }));
  }
  return checked(manifestShape, MANIFEST_FILE, textOf(MANIFEST_FILE, bytes));
}

/** The manifest names each file that is there with its size, and nothing else. */
function compareFiles(zip: Zip, manifest: Manifest): void {
  const named = Object.keys(manifest.files);
  const absent = named.find((path) => !zip.has(path));
  if (absent !== undefined) throw new PackRefused(badPack('Damaged', `\`${absent}\` is missing, which its manifest names.`));
  const other = named.find((path) => path === MANIFEST_FILE || zip.sizeOf(path) !== manifest.files[path]?.size);
  if (other !== undefined) throw new PackRefused(badPack('Damaged', `\`${other}\` is not what its manifest says: it was changed, or is damaged.`));
  const stray = zip.paths.find((path) => path !== MANIFEST_FILE && !Object.hasOwn(manifest.files, path));
  if (stray !== undefined) throw new PackRefused(badPack('Damaged', `\`${stray}\` is in it, which its manifest does not name.`));
}

async function readCourse(zip: Zip, manifest: Manifest): Promise<CourseSource> {
  const course = checked(courseShape, COURSE_FILE, textOf(COURSE_FILE, await verified(zip, manifest, COURSE_FILE)));
  const twice = course.lessons.find((folder, i) => course.lessons.indexOf(folder) < i);
  if (twice !== undefined) throw new PackRefused(badPack('BadContent', `Its course names the lesson \`${twice}\` twice.`));
  const absent = course.lessons.find((folder) => !zip.has(lessonFile(folder)));
  if (absent !== undefined) throw new PackRefused(badPack('Damaged', `\`${lessonFile(absent)}\` is missing, which its course names.`));
  return course;
}

async function readHeadings(zip: Zip, manifest: Manifest, languages: readonly string[]): Promise<OpenedPack['headings']> {
  const headings: Record<string, CourseTexts> = {};
  for (const language of languages) {
    const path = courseTextsFile(language);
    headings[language] = zip.has(path) ? checked(courseTextsShape, path, textOf(path, await verified(zip, manifest, path))) : {};
  }
  return headings;
}

function checked<S extends v.GenericSchema>(shape: S, path: string, text: string): v.InferOutput<S> {
  const findings: PackError[] = [];
  const value = checkJson(shape, path, text, (finding) => void findings.push(finding));
  if (value === null) throw new PackRefused(badPack('BadContent', `\`${path}\` breaks the format.`, { findings: findings.slice(0, MOST_FINDINGS) }));
  return value;
}

async function verified(zip: Zip, manifest: Manifest, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = path.endsWith('.json') ? partOf(zip, path) : zip.read(path);
  if (hexOf(await sha256(bytes)) !== manifest.files[path]?.sha256) {
    throw new PackRefused(badPack('Damaged', `\`${path}\` is not what its manifest says: it was changed, or is damaged.`));
  }
  return bytes;
}

function partOf(zip: Zip, path: string): Uint8Array<ArrayBuffer> {
  if (!zip.has(path)) throw new PackRefused(badPack('NotAPack', `It is a zip, but no pack: there is no ${path} in it.`));
  if (zip.sizeOf(path) > LONGEST_PART) throw new PackRefused(badPack('TooLarge', `\`${path}\` has ${zip.sizeOf(path)} bytes; ${LONGEST_PART} is the most.`));
  return zip.read(path);
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PackRefused(badPack('Damaged', `\`${path}\` is not UTF-8.`));
  }
}
