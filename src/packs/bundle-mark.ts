import type { BundledCourse, CourseBundle } from './course-bundle.ts';

/** Changes whenever anything in the bundle does, whether or not its author raised the version. */
export function bundleMark(bundle: CourseBundle): string {
  const text = JSON.stringify(bundle);
  // FNV-1a, 32 bits: a mark against oversight, not against malice.
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${bundle.version} ${(hash >>> 0).toString(16)} ${text.length}`;
}

/** Raised when rows learn what packs have always held: courses from files are then read again. */
const ROWS = ' rows-2';

/** By which a course from a file is known again. */
export const packMark = (version: string, hash: string): string => asReadToday(`${version} ${hash}`);
export const isReadToday = (mark: string): boolean => mark.endsWith(ROWS);
export const asReadToday = (mark: string): string => (isReadToday(mark) ? mark : mark + ROWS);

/** The version that a mark was made of. */
export const versionOf = (mark: string): string => mark.split(' ', 1)[0] ?? '';

/** For where the courses are at hand anyway. */
export const asBundled = (bundle: CourseBundle): BundledCourse => ({
  packId: bundle.packId,
  mark: bundleMark(bundle),
  load: () => Promise.resolve(bundle),
});
