import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { Answer } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import { grade } from '../../core/grading/grade.ts';
import type { ExerciseSource } from './exercise-shapes.ts';
import type { FieldPath } from './read-yaml.ts';
import type { ReportAt } from './report-at.ts';
import { toExercise } from './to-exercise.ts';

/** An answer that its author promises is right, and the field that promises it. */
export interface Promised {
  readonly answer: Answer;
  readonly path: FieldPath;
}

/**
 * Puts an exercise that is otherwise sound before the grader: every key passes, every known mistake fails and is met
 * with its own words. Code is run elsewhere.
 */
export function lintByGrading(source: ExerciseSource, language: CodeLanguage, report: ReportAt): void {
  const place = { packId: 'lint', lessonId: 'lint', order: 1, level: 'BEGINNER', language } as const;
  const exercise: Exercise = { ...toExercise(source, place), createdAt: 0, updatedAt: 0 };
  for (const { answer, path } of promised(exercise)) {
    if (grade(exercise, answer, null).verdict !== 'PASSED') report(path, 'a key that is graded right', 'one that is not');
  }
  if (!('mistakes' in exercise) || exercise.type === 'CODE_COMPLETION' || exercise.type === 'FIX_BUG') return;
  const { type } = exercise;
  exercise.mistakes.forEach(({ answer: text, say }, i) => {
    const graded = grade(exercise, { type, text }, null);
    const path = ['mistakes', i, 'answer'];
    if (graded.verdict === 'PASSED') report(path, 'a wrong answer', 'an accepted one');
    else if (graded.say !== say) report(path, 'a mistake not told before', 'one like it');
  });
}

export function promised(exercise: Exercise): Promised[] {
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
      return [{ answer: { type: exercise.type, ...exercise.answerKey }, path: ['options'] }];
    case 'MULTI_SELECT':
      return [{ answer: { type: exercise.type, ...exercise.answerKey }, path: ['options'] }];
    case 'TRUE_FALSE':
      return [{ answer: { type: exercise.type, ...exercise.answerKey }, path: ['answer'] }];
    case 'FREE_FORM': {
      const { answerKey, type } = exercise;
      return answerKey.kind === 'rubric' ? [] : answerKey.accepted.map((text, i) => ({ answer: { type, text }, path: ['accept', i] }));
    }
    case 'SHORT_TEXT':
      return exercise.answerKey.accepted.map((text, i) => ({ answer: { type: exercise.type, text }, path: ['accept', i] }));
    case 'NUMERIC': {
      const { value, units } = exercise.answerKey;
      const texts = units.length === 0 ? [String(value)] : units.map(({ unit, factor }) => `${value / factor} ${unit}`);
      return texts.map((text) => ({ answer: { type: exercise.type, text }, path: ['answer'] }));
    }
    case 'PREDICT_OUTPUT':
      return [{ answer: { type: exercise.type, text: exercise.answerKey.stdout }, path: ['stdout'] }];
    case 'PARSONS':
      return exercise.answerKey.orders.map((lines, i) => ({ answer: { type: exercise.type, lines }, path: ['orders', i] }));
    case 'FILL_BLANKS': {
      const blanks = exercise.answerKey.blanks.map(({ id, accepted }) => [id, accepted[0] ?? ''] as const);
      return [{ answer: { type: exercise.type, blanks: Object.fromEntries(blanks) }, path: ['blanks'] }];
    }
    case 'MATCHING':
      return [{ answer: { type: exercise.type, pairs: exercise.answerKey.pairs }, path: ['left'] }];
    case 'ORDERING':
      return exercise.answerKey.orders.map((itemIds, i) => ({ answer: { type: exercise.type, itemIds }, path: ['orders', i] }));
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return [];
  }
}
