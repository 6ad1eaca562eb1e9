import type { Bookmark } from '../../db/models/bookmark.ts';
import type { New } from '../../db/models/row.ts';

/** On the lesson itself, unless it is given an exercise. */
export const makeBookmark = (
  own: Partial<Pick<Bookmark, 'exerciseId'>> & Pick<Bookmark, 'userId' | 'courseId' | 'lessonId'>,
): Omit<New<Bookmark>, 'id'> => ({ exerciseId: null, ...own });
