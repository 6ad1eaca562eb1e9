import type { CourseBundle } from '../../../src/packs/course-bundle.ts';

/** Ten lessons of ten questions, whose answer is always true. */
export const COURSE: CourseBundle = {
  packId: 'torture',
  version: '1.0.0',
  course: {
    id: 'torture',
    title: 'Torture',
    slug: 'torture',
    description: 'Questions to be answered while things break.',
    difficulty: 'BEGINNER',
    language: 'en',
    programmingLanguage: null,
    order: 1,
    isPublished: true,
  },
  lessons: Array.from({ length: 10 }, (_, n) => ({
    id: `torture:l${n}`,
    courseId: 'torture',
    title: `Lesson ${n}`,
    content: 'Text.',
    order: n + 1,
    estimatedMinutes: 10,
    isPublished: true,
  })),
  exercises: Array.from({ length: 100 }, (_, n) => ({
    id: exerciseId(n),
    lessonId: `torture:l${Math.floor(n / 10)}`,
    type: 'TRUE_FALSE',
    difficulty: 'BEGINNER',
    prompt: 'Is it so?',
    options: [
      { id: 'true', text: 'True', why: 'It is.' },
      { id: 'false', text: 'False', why: 'It is not.' },
    ],
    answerKey: { value: true },
    explanation: '',
    hints: [],
    starter: null,
    tests: null,
    points: 1,
    order: (n % 10) + 1,
    isRequired: true,
    rev: 1,
  })),
};

export function exerciseId(n: number): string {
  return `torture:e${n}`;
}
