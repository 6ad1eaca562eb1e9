import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { CodeCompletionExercise, FileTest } from '../../../db/models/exercise.ts';
import type { TrackExercise } from '../../packs/import/exercism/track.ts';

/** A track's exercise as a row of the app, so that the app's own grader judges it. */
export function toExercise(language: CodeLanguage, { id, starter, solution, others, entry, tests }: TrackExercise): CodeCompletionExercise {
  return {
    id,
    lessonId: id,
    type: 'CODE_COMPLETION',
    language,
    difficulty: 'BEGINNER',
    ...{ prompt: '', explanation: '', hints: [], points: 1, order: 1, isRequired: true, rev: 1, objectives: [], variantOf: null, createdAt: 0, updatedAt: 0 },
    ...{ options: null, mistakes: [], constructs: { required: [], forbidden: [] } },
    answerKey: { files: solution.ok ? solution.value : {} },
    starter: { files: { ...others, ...(starter.ok ? starter.value : {}) }, entry },
    tests: tests.map(
      ({ file, source }): FileTest => ({ id: file, name: file, isVisible: true, kind: 'file', file, source, runSkipped: true }),
    ),
  };
}
