import type { CodeLanguage, DifficultyLevel } from '../../../db/models/enums.ts';
import type { CourseSummary } from '../../services/views.ts';

export interface Filter {
  readonly search: string;
  readonly level: DifficultyLevel | 'all';
  readonly language: CodeLanguage | 'all';
}

export const NO_FILTER: Filter = { search: '', level: 'all', language: 'all' };

/** Every word of the search must begin a word of the title, case and accents aside. */
export function filterCourses(courses: readonly CourseSummary[], { search, level, language }: Filter): CourseSummary[] {
  const wanted = wordsOf(search);
  return courses.filter(
    ({ course }) =>
      (level === 'all' || course.difficulty === level) &&
      (language === 'all' || course.programmingLanguage === language) &&
      wanted.every((word) => wordsOf(course.title).some((had) => had.startsWith(word))),
  );
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '');
