import { describe, expect, it } from 'vitest';
import type { Course } from '../../../../db/models/course.ts';
import { filterCourses, NO_FILTER } from '../../../../src/features/course-library/filter-courses.ts';
import type { CourseSummary } from '../../../../src/services/views.ts';

const summary = (title: string, rest: Partial<Course> = {}): CourseSummary => ({
  course: {
    id: title,
    title,
    slug: title,
    description: '',
    difficulty: 'BEGINNER',
    language: 'en',
    programmingLanguage: null,
    order: 0,
    isPublished: true,
    createdAt: 0,
    updatedAt: 0,
    deletedAt: null,
    ...rest,
  },
  lessonCount: 1,
  minutes: 10,
  exerciseCount: 1,
  progress: null,
});
const courses = [
  summary('Python, first steps', { programmingLanguage: 'python' }),
  summary('JavaScript, in practice', { programmingLanguage: 'javascript', difficulty: 'INTERMEDIATE' }),
  summary('Español básico'),
];
const titles = (filter: Partial<typeof NO_FILTER>): string[] =>
  filterCourses(courses, { ...NO_FILTER, ...filter }).map(({ course }) => course.title);

describe('filterCourses', () => {
  it('lets all through without a filter', () => {
    expect(titles({})).toHaveLength(3);
    expect(titles({ search: '  ' })).toHaveLength(3);
  });

  it('finds the beginnings of words in any order, case and accents aside', () => {
    expect(titles({ search: 'st PYTH' })).toEqual(['Python, first steps']);
    expect(titles({ search: 'espanol basico' })).toEqual(['Español básico']);
    expect(titles({ search: 'ython' })).toEqual([]);
  });

  it('joins search, level and language', () => {
    expect(titles({ level: 'BEGINNER' })).toHaveLength(2);
    expect(titles({ level: 'BEGINNER', language: 'python' })).toEqual(['Python, first steps']);
    expect(titles({ level: 'INTERMEDIATE', language: 'python' })).toEqual([]);
  });
});
