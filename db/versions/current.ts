/**
 * What the history in `all.ts` adds up to: all that a database which is new, or of this version already, needs to know
 * of it. The rest of the history is fetched for the others. A test holds the two against each other.
 */
export const SCHEMA_VERSION = 5;

export const STORES: Readonly<Record<string, string>> = {
  users: 'id, &emailKey, &username, createdAt, [isLive+createdAt]',
  courses: 'id, &slug, order, [isLive+order]',
  lessons: 'id, [courseId+order], [courseId+isLive+order]',
  exercises: 'id, [lessonId+order], [listedIn+order], variantOf',
  exerciseAttempts: 'id, exerciseId, [userId+exerciseId+createdAt], [userId+createdAt]',
  progressSnapshots: 'id, &[userId+courseId], courseId',
  chatMessages: 'id, lessonId, exerciseId, [userId+threadId+createdAt], [userId+createdAt]',
  learningFacts: 'id, lessonId, exerciseId, [userId+courseId]',
  drafts: 'id, exerciseId, [userId+updatedAt]',
  settings: 'id, userId',
  tombstones: 'id, userId',
  packs: 'id',
  packFiles: 'id, packId',
  packAssets: 'id, packId',
  reviewCards: 'id, lessonId, exerciseId, [userId+isLive+due], [userId+courseId+isLive+due]',
  reviewLogs: 'id, [cardId+at], [userId+at], [userId+courseId+at]',
  notes: 'id, lessonId, [userId+updatedAt], [userId+courseId], [userId+lessonId+createdAt]',
  bookmarks: 'id, lessonId, exerciseId, [userId+createdAt], [userId+courseId]',
  activityDays: 'id, [userId+day], [userId+courseId+day]',
  searchParts: 'id, packId',
};
