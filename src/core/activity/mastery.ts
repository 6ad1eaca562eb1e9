import type { Exercise } from '../../../db/models/exercise.ts';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import type { EpochMs, Id } from '../../../db/models/ids.ts';
import type { LearningFact } from '../../../db/models/learning-fact.ts';
import type { Lesson } from '../../../db/models/lesson.ts';

export interface MasterySource {
  readonly lesson: Pick<Lesson, 'objectives'>;
  /** The lesson's, with their variants. */
  readonly exercises: readonly Pick<Exercise, 'id' | 'objectives' | 'variantOf'>[];
  /** The learner's, in whatever mode and order; others than at these exercises do not matter. */
  readonly attempts: readonly MasteryAttempt[];
  readonly facts: readonly LearningFact[];
}
type MasteryAttempt = Pick<ExerciseAttempt, 'id' | 'exerciseId' | 'verdict' | 'solutionRevealed' | 'createdAt'>;

/** A concept, as its lesson's author named it. */
export interface ObjectiveMastery {
  readonly objectiveId: string;
  /** Exercises that ask for it, each with its variants as one. */
  readonly asked: number;
  /** Of these, solved without the solution: since it was last shown, where it was. */
  readonly solved: number;
  /** One at least is solved, and of none has the solution been shown and not been done without since. */
  readonly isMet: boolean;
}

export interface LessonMastery {
  /** Those that some exercise asks for. */
  readonly objectives: readonly ObjectiveMastery[];
  readonly met: number;
  /** Of a lesson that nothing is asked of: false. */
  readonly isMastered: boolean;
}

/** 80 % of a lesson's objectives met without a reveal. A revealed exercise is made good by solving it, or a variant, in a review. */
export function masteryOf({ lesson, exercises, attempts, facts }: MasterySource): LessonMastery {
  const judgedRight = new Set(facts.map((fact) => (fact.kind === 'SELF_ASSESSED' && fact.isRight ? fact.attemptId : null)));
  const familyOf = new Map(exercises.map(({ id, variantOf }) => [id, variantOf ?? id]));
  const standing = standingOf(attempts, familyOf, judgedRight);
  const objectives = lesson.objectives.flatMap(({ id }): ObjectiveMastery[] => {
    const asking = exercises.filter(({ objectives }) => objectives.includes(id)).map((exercise) => familyOf.get(exercise.id));
    const states = [...new Set(asking)].map((family) => standing.get(family ?? ''));
    const solved = states.filter((state) => state === 'SOLVED').length;
    const isMet = solved > 0 && !states.includes('REVEALED');
    return states.length === 0 ? [] : [{ objectiveId: id, asked: states.length, solved, isMet }];
  });
  const met = objectives.filter(({ isMet }) => isMet).length;
  return { objectives, met, isMastered: met > 0 && 5 * met >= 4 * objectives.length };
}

/** What stands of each exercise that something is known of: the later of its last unaided success and its last reveal. */
function standingOf(attempts: readonly MasteryAttempt[], familyOf: ReadonlyMap<Id, Id>, judgedRight: ReadonlySet<Id | null>) {
  const standing = new Map<Id, 'SOLVED' | 'REVEALED'>();
  for (const { id, exerciseId, verdict, solutionRevealed } of [...attempts].sort(byTime)) {
    const family = familyOf.get(exerciseId);
    if (family === undefined) continue;
    if (solutionRevealed) standing.set(family, 'REVEALED');
    else if (verdict === 'PASSED' || judgedRight.has(id)) standing.set(family, 'SOLVED');
  }
  return standing;
}

const byTime = (a: { createdAt: EpochMs; id: Id }, b: { createdAt: EpochMs; id: Id }): number =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : Number(a.id > b.id));
