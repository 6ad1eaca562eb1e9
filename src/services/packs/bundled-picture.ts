import { packIdOf, type Id } from '../../../db/models/ids.ts';
import { bundledPictureFile } from '../../packs/bundled-files.ts';
import type { BundledCourse } from '../../packs/course-bundle.ts';
import { mediaTypeOf } from '../../packs/pictures.ts';

/** A picture of a course that came with the app, from the app's own files, which are there with no network. Null where it has none. */
export async function bundledPicture(
  courses: readonly BundledCourse[],
  lessonId: Id,
  path: string,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  const course = courses.find(({ packId }) => packId === packIdOf(lessonId));
  const mediaType = mediaTypeOf(path);
  if (course === undefined || mediaType === null) return null;
  const response = await fetch(bundledPictureFile(course, lessonId, path));
  return response.ok ? { mediaType, bytes: new Uint8Array(await response.arrayBuffer()) } : null;
}
