/**
 * Ids are strings made by the client. A learner's rows carry a UUIDv7 (they sort by time); content rows carry
 * their author's id behind the pack's (`python-intro:names.bill`); a fact that can exist only once carries an id
 * derived from what it is about, so that two devices give the same fact the same id.
 */
export type Id = string;

/** Milliseconds since the epoch, UTC. */
export type EpochMs = number;

/** A day of a learner's calendar where they were then, 'YYYY-MM-DD': it sorts, and no change of zone rewrites it. */
export type LocalDay = string;

export const snapshotId = (userId: Id, courseId: Id): Id => `${userId}/${courseId}`;
export const draftId = (userId: Id, exerciseId: Id): Id => `${userId}/${exerciseId}`;
export const lessonCompletedId = (userId: Id, lessonId: Id): Id => `${userId}/${lessonId}/LESSON_COMPLETED`;

/** What a review card asks about: an objective of a lesson, or an exercise. A card is one itself. */
export type ReviewSubject =
  | { readonly lessonId: Id; readonly objectiveId: string; readonly exerciseId?: null }
  | { readonly exerciseId: Id; readonly objectiveId?: null };
export const reviewCardId = (userId: Id, subject: ReviewSubject): Id =>
  typeof subject.exerciseId === 'string' ? `${userId}/${subject.exerciseId}` : `${userId}/${subject.lessonId}#${subject.objectiveId}`;

/** `subjectId`: the lesson or the exercise that is marked. */
export const bookmarkId = (userId: Id, subjectId: Id): Id => `${userId}/${subjectId}`;
export const activityDayId = (userId: Id, courseId: Id, day: LocalDay): Id => `${userId}/${courseId}/${day}`;

/** `userId` null: a setting of the device. */
export const settingId = (userId: Id | null, key: string): Id => `${userId ?? 'device'}/${key}`;

/** The device's setting that says who the learner of this id, from another device, is here: its value is their id here. */
export const aliasKey = (userId: Id): string => `alias/${userId}`;

/** `courseId` null: the learner themself is erased. */
export const tombstoneId = (userId: Id, courseId: Id | null): Id => `${userId}/${courseId ?? '*'}`;

/** The id of a content row: the author's id behind the pack's. */
export const contentId = (packId: string, authorId: string): Id => `${packId}:${authorId}`;

/** The pack that a content row came with; null where its id does not say. */
export function packIdOf(id: Id): string | null {
  const end = id.indexOf(':');
  return end === -1 ? null : id.slice(0, end);
}
