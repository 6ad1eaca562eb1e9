import type { Draft } from '../../db/models/draft.ts';
import type { ExerciseStatus } from '../../db/models/enums.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { Repositories } from '../../db/repositories.ts';
import { historiesByExercise } from '../core/progress/compute-snapshot.ts';
import { exerciseStatus } from '../core/progress/exercise-status.ts';

export interface ExerciseStandings {
  readonly statusOf: (exerciseId: Id) => ExerciseStatus;
  /** The learner's drafts at these exercises, newest first. */
  readonly drafts: readonly Draft[];
}

/** How a learner stands at some exercises of one course. */
export async function readStandings(
  repositories: Repositories,
  userId: Id,
  courseId: Id,
  exercises: readonly { readonly id: Id }[],
): Promise<ExerciseStandings> {
  const ids = exercises.map((exercise) => exercise.id);
  const attempts = await repositories.attempts.getByExercises(userId, ids);
  const facts = await repositories.facts.getByCourse(userId, courseId);
  const drafts = await readDrafts(repositories, userId, ids);
  const historyOf = historiesByExercise(attempts, facts);
  const drafted = new Set(drafts.map((draft) => draft.exerciseId));
  return {
    statusOf: (id) => exerciseStatus(historyOf(id), drafted.has(id)),
    drafts: drafts.sort((a, b) => b.updatedAt - a.updatedAt),
  };
}

/** Beyond so many exercises a learner has fewer drafts than there are places for one. */
const MANY = 100;

async function readDrafts(repositories: Repositories, userId: Id, exerciseIds: readonly Id[]): Promise<Draft[]> {
  if (exerciseIds.length > MANY) {
    const drafts = await repositories.drafts.getByUser(userId);
    const wanted = new Set(drafts.length === 0 ? [] : exerciseIds);
    return drafts.filter(({ exerciseId }) => wanted.has(exerciseId));
  }
  const drafts = await Promise.all(exerciseIds.map((id) => repositories.drafts.get(userId, id)));
  return drafts.filter((draft) => draft !== null);
}

/** Where to go on: the newest draft's exercise if unfinished, else the first one open, else the first one skipped. */
export function resumeExercise(exercises: readonly Exercise[], { statusOf, drafts }: ExerciseStandings): Exercise | null {
  const unfinished = exercises.filter(({ id }) => statusOf(id) !== 'COMPLETED');
  const open = unfinished.filter(({ id }) => statusOf(id) !== 'SKIPPED');
  const newest = drafts.find((draft) => open.some(({ id }) => id === draft.exerciseId));
  return open.find(({ id }) => id === newest?.exerciseId) ?? open[0] ?? unfinished[0] ?? null;
}
