import { describe, expect, it } from 'vitest';
import type { ExerciseStatus, ExerciseType } from '../../../../db/models/enums.ts';
import { exercisesDone, lessonKind, lessonMark } from '../../../../src/features/course-overview/lesson-kind.ts';

const mark = (type: ExerciseType, status: ExerciseStatus = 'NOT_STARTED') => ({ id: `${type} ${status}`, type, status });

describe('a lesson in the overview', () => {
  it('is code, questions or reading by what it asks for', () => {
    expect(lessonKind([mark('MULTIPLE_CHOICE'), mark('CODE_COMPLETION')])).toBe('code');
    expect(lessonKind([mark('TRUE_FALSE')])).toBe('questions');
    expect(lessonKind([])).toBe('reading');
  });

  it('is begun once an exercise was touched, and done only when it counts as done', () => {
    expect(lessonMark(false, [mark('TRUE_FALSE')])).toBe('todo');
    expect(lessonMark(false, [mark('TRUE_FALSE', 'IN_PROGRESS'), mark('FREE_FORM')])).toBe('begun');
    expect(lessonMark(false, [mark('TRUE_FALSE', 'COMPLETED')])).toBe('begun');
    expect(lessonMark(true, [])).toBe('done');
  });

  it('counts a skipped exercise as not done', () => {
    expect(exercisesDone([mark('TRUE_FALSE', 'COMPLETED'), mark('FREE_FORM', 'SKIPPED')])).toBe(1);
  });
});
