import type { TableName, Tables } from '../tables.ts';
import { attemptRules } from './attempt-rules.ts';
import { bookmarkRules } from './bookmark-rules.ts';
import { chatRules } from './chat-rules.ts';
import { courseRules } from './course-rules.ts';
import { draftRules } from './draft-rules.ts';
import { exerciseRules } from './exercise-rules.ts';
import { factRules } from './fact-rules.ts';
import { lessonRules } from './lesson-rules.ts';
import { noteRules } from './note-rules.ts';
import { reviewCardRules } from './review-card-rules.ts';
import { reviewLogRules } from './review-log-rules.ts';
import type { TableRules } from './rules.ts';
import { settingRules } from './setting-rules.ts';
import { snapshotRules } from './snapshot-rules.ts';
import { tombstoneRules } from './tombstone-rules.ts';
import { userRules } from './user-rules.ts';

export const RULES: { readonly [T in TableName]: TableRules<Tables[T]> } = {
  users: userRules,
  courses: courseRules,
  lessons: lessonRules,
  exercises: exerciseRules,
  exerciseAttempts: attemptRules,
  progressSnapshots: snapshotRules,
  chatMessages: chatRules,
  learningFacts: factRules,
  drafts: draftRules,
  reviewCards: reviewCardRules,
  reviewLogs: reviewLogRules,
  notes: noteRules,
  bookmarks: bookmarkRules,
  settings: settingRules,
  tombstones: tombstoneRules,
};
