import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Habits } from './languages.ts';

export interface FoundExercise {
  /** The slug; with its folder before it where two exercises bear the same. */
  readonly id: string;
  readonly slug: string;
  readonly folder: string;
}

export interface NoExercises {
  readonly type: 'NoExercises';
  /** What is wrong and what to do, one sentence each. */
  readonly message: string;
}

/** Folders of a track's `exercises` that hold exercises. */
const KINDS = ['practice', 'concept'];

/**
 * The exercises under a track's root, its `exercises` folder, a folder of exercises, or one exercise's own folder,
 * sorted by id.
 */
export function findExercises(path: string, habits: Habits): Result<readonly FoundExercise[], NoExercises> {
  const folder = resolve(path);
  if (!isFolder(folder)) {
    const what = existsSync(folder) ? 'is not a folder' : 'does not exist';
    return fail({ type: 'NoExercises', message: `${folder} ${what}. Name a track's folder, or the folder of one exercise.` });
  }
  const folders = foldersIn(folder, habits);
  if (folders.length === 0) {
    const looked = 'Looked for exercises/practice, exercises/concept, and folders with .meta or tests of this language in them.';
    return fail({ type: 'NoExercises', message: `No exercise was found in ${folder}. ${looked}` });
  }
  const slugs = folders.map((found) => basename(found));
  const isDouble = (slug: string): boolean => slugs.indexOf(slug) !== slugs.lastIndexOf(slug);
  return ok(
    folders
      .map((found) => {
        const slug = basename(found);
        const id = isDouble(slug) ? relative(dirname(dirname(found)), found).replaceAll('\\', '/') : slug;
        return { id, slug, folder: found };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

function foldersIn(folder: string, habits: Habits): string[] {
  if (isFolder(join(folder, '.meta'))) return [folder];
  if (isFolder(join(folder, 'exercises'))) return foldersIn(join(folder, 'exercises'), habits);
  const kinds = KINDS.map((kind) => join(folder, kind)).filter(isFolder);
  if (kinds.length > 0) return kinds.flatMap((kind) => foldersIn(kind, habits));
  const below = visible(folder).map((name) => join(folder, name)).filter((path) => isFolder(path) && isExercise(path, habits));
  if (below.length > 0) return below;
  return isExercise(folder, habits) ? [folder] : [];
}

/** One that has lost its tests still is one, and told as skipped. */
function isExercise(folder: string, habits: Habits): boolean {
  if (isFolder(join(folder, '.meta'))) return true;
  const names = visible(folder);
  const inside = names.filter((name) => /^(?:__tests__|tests?|spec)$/.test(name)).flatMap((name) => visible(join(folder, name)));
  return [...names, ...inside].some((name) => habits.isTest.test(name));
}

function visible(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.') && name !== 'node_modules').sort() : [];
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
