import type { CourseBundle } from '../../../src/packs/course-bundle.ts';

const lessonOf = (n: number) => ({
  id: `torture:l${n}`,
  courseId: 'torture',
  title: `Lesson ${n}`,
  content: 'Text.',
  order: n + 1,
  estimatedMinutes: 10,
  objectives: [],
  isPublished: true,
});

/** Ten lessons of ten questions, whose answer is always true; and one of ten that are answered at any length. */
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
  lessons: Array.from({ length: 11 }, (_, n) => lessonOf(n)),
  exercises: [...questions(), ...texts()],
};

function questions(): CourseBundle['exercises'] {
  return Array.from({ length: 100 }, (_, n) => ({
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
    objectives: [],
    variantOf: null,
  }));
}

function texts(): CourseBundle['exercises'] {
  return Array.from({ length: 10 }, (_, n) => ({
    id: textExerciseId(n),
    lessonId: 'torture:l10',
    type: 'FREE_FORM',
    difficulty: 'BEGINNER',
    prompt: 'What do you think?',
    options: null,
    answerKey: { kind: 'rubric', criteria: ['It is thought.'], sample: 'This.' },
    mistakes: [],
    explanation: '',
    hints: [],
    starter: null,
    tests: null,
    points: 1,
    order: n + 1,
    isRequired: true,
    rev: 1,
    objectives: [],
    variantOf: null,
  }));
}

export function exerciseId(n: number): string {
  return `torture:e${n}`;
}

export function textExerciseId(n: number): string {
  return `torture:t${n}`;
}
