import type { EpochMs } from '../db/models/ids.ts';
import { at, type Event } from './story.ts';

const COURSE = 'javascript-basics';

/** Jane has just begun: one lesson opened, one try that was not right yet. */
export const JANE_SINCE: EpochMs = at('2026-11-20 22:15');

export const JANES_STORY: readonly Event[] = [
  { at: at('2026-11-20 22:16'), did: 'open', courseId: COURSE, lessonId: `${COURSE}:sharing` },
  {
    at: at('2026-11-20 22:27'),
    did: 'answer',
    attempt: {
      id: '01a1fb11-f320-7d61-a5f0-82c6e9b4d301',
      exerciseId: `${COURSE}:sharing.playlist`,
      answer: { type: 'MULTIPLE_CHOICE', optionId: 'two-two' },
      hintsUsed: 0,
      activeMs: 63_000,
    },
    checked: null,
  },
];
