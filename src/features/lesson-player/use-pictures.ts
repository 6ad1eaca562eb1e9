import { useMemo } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { useServices } from '../../hooks/use-services.ts';
import type { FindPicture } from '../../ui/course-pictures.ts';

/** Finds the pictures of a lesson, in its pack. */
export function usePictures(lessonId: Id): FindPicture {
  const { packs } = useServices();
  return useMemo(
    () => async (path) => {
      const found = await (await packs()).asset(lessonId, path);
      return found === null ? null : new Blob([found.bytes], { type: found.mediaType });
    },
    [packs, lessonId],
  );
}
