import type { EpochMs } from '../db/models/ids.ts';
import { at, checkedCalls, type Event } from './story.ts';

const COURSE = 'python-intro';
const FERRY = `${COURSE}:choosing.ferry`;

const bill = (line: string): string => `def bill(count, price):\n    total = ${line}\n    return total\n\n\nprint(bill(3, 2))\n`;

/** Half of a condition: John stopped in the middle of a word, and finds his cursor there. */
const TYPED = 'def ticket(age):\n    if age <= 7:\n        return 0\n    elif age';
const FERRY_DRAFT = `${TYPED}:\n        return 20\n    else:\n        return 35\n\n\nprint(ticket(12))\n`;

/** John has done the first lesson of Python, not all of it at the first try, and is in the middle of the second. */
export const JOHN_SINCE: EpochMs = at('2026-11-18 19:28');

export const JOHNS_STORY: readonly Event[] = [
  { at: at('2026-11-18 19:30'), did: 'open', courseId: COURSE, lessonId: `${COURSE}:names` },
  {
    at: at('2026-11-18 19:38'),
    did: 'answer',
    attempt: {
      id: '01a1f02a-81c0-7a10-8c44-51f0b3d6e701',
      exerciseId: `${COURSE}:names.rebind`,
      answer: { type: 'MULTIPLE_CHOICE', optionId: 'eleven' },
      hintsUsed: 0,
      activeMs: 41_000,
    },
    checked: null,
  },
  {
    at: at('2026-11-18 19:39'),
    did: 'answer',
    attempt: {
      id: '01a1f02b-6c20-7a10-8c44-51f0b3d6e702',
      exerciseId: `${COURSE}:names.rebind`,
      answer: { type: 'MULTIPLE_CHOICE', optionId: 'five' },
      hintsUsed: 1,
      activeMs: 58_000,
    },
    checked: null,
  },
  {
    at: at('2026-11-18 19:44'),
    did: 'answer',
    attempt: {
      id: '01a1f030-0000-7a10-8c44-51f0b3d6e703',
      exerciseId: `${COURSE}:names.bill`,
      answer: { type: 'CODE_COMPLETION', files: { 'bill.py': bill('count + price') } },
      hintsUsed: 0,
      activeMs: 132_000,
    },
    checked: checkedCalls({ two: '4', three: '5', none: '9', half: '6.5' }, 9),
  },
  {
    at: at('2026-11-18 19:47'),
    did: 'answer',
    attempt: {
      id: '01a1f032-bf20-7a10-8c44-51f0b3d6e704',
      exerciseId: `${COURSE}:names.bill`,
      answer: { type: 'CODE_COMPLETION', files: { 'bill.py': bill('count * price') } },
      hintsUsed: 2,
      activeMs: 95_000,
    },
    checked: checkedCalls({ two: '4', three: '6', none: '0', half: '10.0' }, 8),
  },
  { at: at('2026-11-18 19:48'), did: 'advance', courseId: COURSE, lessonId: `${COURSE}:names` },
  {
    at: at('2026-11-20 18:12'),
    did: 'type',
    draft: {
      exerciseId: FERRY,
      answer: { type: 'CODE_COMPLETION', files: { 'ferry.py': FERRY_DRAFT } },
      cursor: { file: 'ferry.py', anchor: TYPED.length, head: TYPED.length },
      hintsShown: 1,
      solutionRevealed: false,
      writerId: 'demo',
    },
  },
  {
    at: at('2026-11-20 18:13'),
    did: 'write',
    message: {
      id: '01a1fa29-67e0-7f02-9e3b-7d10c4a5b801',
      threadId: '01a1fa29-67e0-7f02-9e3b-7d10c4a5b800',
      lessonId: `${COURSE}:choosing`,
      exerciseId: FERRY,
      role: 'LEARNER',
      source: 'LEARNER',
      status: 'ANSWERED',
      content: 'Does a child who turns 7 on the day of the trip still travel free?',
      context: {
        version: 1,
        courseId: COURSE,
        lessonId: `${COURSE}:choosing`,
        exerciseId: FERRY,
        exerciseRev: 1,
        attemptId: null,
        code: FERRY_DRAFT,
        error: null,
        failingTests: [],
        hintsShown: 1,
      },
    },
  },
  {
    at: at('2026-11-20 18:13') + 400,
    did: 'write',
    message: {
      id: '01a1fa29-6970-7f02-9e3b-7d10c4a5b802',
      threadId: '01a1fa29-67e0-7f02-9e3b-7d10c4a5b800',
      lessonId: `${COURSE}:choosing`,
      exerciseId: FERRY,
      role: 'HELPER',
      source: 'LESSON_SEARCH',
      status: 'ANSWERED',
      content: 'The lesson has a passage on this, under "Stand on the boundary".',
      citations: [
        { lessonId: `${COURSE}:choosing`, quote: '"Under 150" leaves 150 out, and that is `<`.' },
      ],
    },
  },
];
