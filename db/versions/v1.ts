import type { Version } from './version.ts';

/**
 * Version 1: the seven tables of the original platform.
 *
 * `emailKey` is the e-mail folded, `isLive` 0 or 1: an index can hold neither null nor a boolean. The order of lessons
 * has no unique index, since two lessons could then never be swapped.
 */
export const v1: Version = {
  number: 1,
  name: 'original',
  stores: {
    users: 'id, &emailKey, &username, createdAt, [isLive+createdAt]',
    courses: 'id, &slug, order, [isLive+order]',
    lessons: 'id, [courseId+order], [courseId+isLive+order]',
    exercises: 'id, [lessonId+order]',
    exerciseAttempts: 'id, exerciseId, [userId+exerciseId+createdAt], [userId+createdAt]',
    progressSnapshots: 'id, &[userId+courseId], courseId',
    chatMessages: 'id, lessonId, exerciseId, [userId+threadId+createdAt], [userId+createdAt]',
  },
  upgrade: null,
  upgradeDump: (dump) => dump,
  downgradeDump: () => ({}),
};
