import type { Answer } from '../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import { demoCourses } from './courses.ts';
import { makeBackup } from './make-backup.ts';

/** A backup of a learner who has one wrong and one right answer in each bundled course, and something half typed. */
export function halfWay(name: string): Promise<string> {
  const courses = demoCourses();
  return makeBackup(name, courses, async ({ attempts, drafts }, { id: userId }) => {
    for (const { exercises } of courses) {
      const choice = exercises.find((exercise) => exercise.type === 'MULTIPLE_CHOICE');
      const code = exercises.find((exercise) => exercise.type === 'CODE_COMPLETION');
      if (choice === undefined || code === undefined) throw new Error('a bundled course lacks a question or code');
      const submit = (exerciseId: Id, answer: Answer): Promise<unknown> =>
        attempts.submit({ userId, exerciseId, answer, hintsUsed: 0, solutionRevealed: false, activeMs: 9_000, mode: 'LESSON' });
      await submit(choice.id, { type: 'MULTIPLE_CHOICE', optionId: wrongOption(choice) });
      await submit(choice.id, { type: 'MULTIPLE_CHOICE', optionId: choice.answerKey.optionId });
      const draft = await drafts.open(userId, code.id, () => undefined);
      const files = { ...code.starter.files, [code.starter.entry]: `${code.starter.files[code.starter.entry] ?? ''}\n# half typed` };
      await draft.save({ answer: { type: 'CODE_COMPLETION', files }, cursor: { file: code.starter.entry, anchor: 4, head: 4 } });
      draft.close();
    }
  });
}

type Choice = Pick<Extract<Exercise, { type: 'MULTIPLE_CHOICE' }>, 'options' | 'answerKey'>;

export function wrongOption({ options, answerKey }: Choice): string {
  const wrong = options.find(({ id }) => id !== answerKey.optionId);
  if (wrong === undefined) throw new Error('a question with one option');
  return wrong.id;
}
