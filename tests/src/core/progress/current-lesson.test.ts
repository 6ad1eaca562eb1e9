import { describe, expect, it } from 'vitest';
import { currentLesson, nextLesson } from '../../../../src/core/progress/current-lesson.ts';

const published = [{ id: 'a', order: 1 }, { id: 'b', order: 2 }, { id: 'd', order: 4 }];

describe('R7: the current lesson', () => {
  it('is the chosen one while it is published', () => {
    expect(currentLesson(published, 'd', ['a', 'd'])?.id).toBe('d');
  });
  it('is else the first unfinished one', () => {
    expect(currentLesson(published, 'c', ['a'])?.id).toBe('b');
    expect(currentLesson(published, null, [])?.id).toBe('a');
  });
  it('is else the first', () => {
    expect(currentLesson(published, 'c', ['a', 'b', 'd'])?.id).toBe('a');
  });
  it('is null when there is none', () => {
    expect(currentLesson([], 'a', [])).toBeNull();
  });
});

describe('R10: the next lesson', () => {
  it('is the next published one, even behind a lesson that is published no more', () => {
    expect(nextLesson(published, { order: 1 })?.id).toBe('b');
    expect(nextLesson(published, { order: 3 })?.id).toBe('d');
  });
  it('is null at the end', () => {
    expect(nextLesson(published, { order: 4 })).toBeNull();
    expect(nextLesson([], { order: 0 })).toBeNull();
  });
});
