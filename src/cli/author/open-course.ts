import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Assets, CourseDoc } from '../../packs/course-doc.ts';
import type { BadPack } from '../../packs/pack/bad-pack.ts';
import { openPack } from '../../packs/pack/open-pack.ts';
import type { PackError } from '../../packs/pack-error.ts';
import { readGathered } from '../../packs/source/gather-source.ts';
import type { CourseFiles } from '../../packs/source/parse-course.ts';
import { ROOT } from '../cached-build.ts';
import { misused, type Misused } from './read-args.ts';
import { readSource } from './read-source.ts';

export interface OpenedCourse {
  readonly doc: CourseDoc;
  readonly assets: Assets;
  /** The texts it was read from; null for a pack, which has none. */
  readonly files: CourseFiles | null;
}

/** A course that is there and cannot be used. */
export interface UnusableCourse {
  readonly type: 'UnusableCourse';
  /** Why it is refused as a whole; null where the findings say it all. */
  readonly reason: string | null;
  readonly findings: readonly PackError[];
}

/** Opens a course by its folder or by its `.hornpack`: the one place where verbs get a course from. */
export async function openCourse(path: string): Promise<Result<OpenedCourse, Misused | UnusableCourse>> {
  const isFile = existsSync(path) && statSync(path).isFile();
  if (isFile && /\.(?:hornpack|zip)$/i.test(path)) return openPackFile(path);
  const source = readSource(path);
  if (!source.ok) return source;
  const { files, assets } = source.value;
  const read = readGathered(source.value);
  return read.ok ? ok({ doc: read.value, assets, files }) : fail({ type: 'UnusableCourse', reason: null, findings: read.error.findings });
}

async function openPackFile(path: string): Promise<Result<OpenedCourse, Misused | UnusableCourse>> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(path));
  } catch (error) {
    return misused(`${resolve(path)} cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  }
  const refused = ({ message, findings }: BadPack): Result<never, UnusableCourse> =>
    fail({ type: 'UnusableCourse', reason: message, findings });
  const opened = await openPack(bytes, appVersion());
  if (!opened.ok) return refused(opened.error);
  const pack = opened.value;
  const read = await pack.read();
  if (!read.ok) return refused(read.error);
  const assets: Record<string, Uint8Array> = {};
  for (const asset of pack.assetPaths) {
    const content = await pack.asset(asset);
    if (content !== null) assets[asset] = content;
  }
  return ok({ doc: read.value, assets, files: null });
}

/** Of this Hornbook. */
export const appVersion = (): string => (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
