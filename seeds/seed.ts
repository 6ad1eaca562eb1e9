import type { Answer } from '../db/models/exercise-attempt.ts';
import type { Exercise } from '../db/models/exercise.ts';
import { draftId, type EpochMs } from '../db/models/ids.ts';
import type { User } from '../db/models/user.ts';
import type { Repositories } from '../db/repositories.ts';
import type { NewUser } from '../db/repositories/user-repository.ts';
import { brokenConstructs } from '../src/core/constructs/find.ts';
import { grade, type CodeEvidence } from '../src/core/grading/grade.ts';
import type { CheckResult } from '../src/core/run-result.ts';
import { recountActivity } from '../src/services/activity.ts';
import type { Services } from '../src/services/services.ts';
import { JANE_SINCE, JANES_STORY } from './jane.ts';
import { JOHN_SINCE, JOHNS_STORY } from './john.ts';
import { JANE, JOHN } from './people.ts';
import type { Answered, Event } from './story.ts';

/** A clock that stands where the story is. Made by the caller, who gives its `now` to repositories and services. */
export interface StoryClock {
  time: EpochMs;
}

export interface SeedTarget {
  /** The very ones the services were made of: a person's whole story is one transaction. */
  readonly repositories: Repositories;
  /** Whose bundled courses are the demo's. */
  readonly services: Services;
  readonly clock: StoryClock;
}

/**
 * Loads the demo: the courses, and two people with what they did. Doing it again changes nothing: someone who is
 * there already, removed or not, is left alone with whatever they have done since. Returns the people.
 */
export async function seed(target: SeedTarget): Promise<User[]> {
  const { services, clock } = target;
  clock.time = Math.min(JOHN_SINCE, JANE_SINCE);
  const isFirstRun = (await services.profiles.current()) === null;
  await services.courses.installBundled();
  const people = [await tell(target, JOHN, JOHN_SINCE, JOHNS_STORY), await tell(target, JANE, JANE_SINCE, JANES_STORY)];
  if (isFirstRun) await services.profiles.switchTo(JOHN.id);
  return people;
}

/** All of a person's story, or none of it. */
async function tell(target: SeedTarget, person: NewUser, since: EpochMs, story: readonly Event[]): Promise<User> {
  const { repositories, clock } = target;
  const activity = await repositories.activity();
  return repositories.transact('all', async () => {
    const there = await repositories.users.getById(person.id, { includeDeleted: true });
    if (there !== null) return there;
    clock.time = since;
    const user = await repositories.users.create(person);
    for (const event of story) {
      clock.time = event.at;
      await happen(target, user, event);
    }
    await recountActivity(repositories, activity, user.id);
    return user;
  });
}

async function happen(target: SeedTarget, { id: userId }: User, event: Event): Promise<void> {
  const { repositories, services } = target;
  switch (event.did) {
    case 'open':
      await services.progress.saveProgress(userId, event.courseId, event.lessonId);
      return;
    case 'advance':
      await services.progress.advanceToNextLesson(userId, event.courseId, event.lessonId);
      return;
    case 'answer':
      await answer(target, userId, event.attempt, event.checked);
      return;
    case 'type':
      await repositories.drafts.save({ ...event.draft, id: draftId(userId, event.draft.exerciseId), userId });
      return;
    case 'write':
      await repositories.chat.create({ ...event.message, userId });
  }
}

/** What the AttemptService does, but with a run that is remembered instead of made: no code runs while seeding. */
async function answer(
  { repositories, services, clock }: SeedTarget,
  userId: User['id'],
  attempt: Answered,
  checked: CheckResult | null,
): Promise<void> {
  const exercise = await repositories.exercises.getById(attempt.exerciseId);
  const lesson = exercise === null ? null : await repositories.lessons.getById(exercise.lessonId);
  if (exercise === null || lesson === null) throw new Error(`The demo has no exercise ${attempt.exerciseId}`);
  const { verdict, score, testResults } = grade(exercise, attempt.answer, evidenceOf(exercise, attempt.answer, checked));
  // The people of the demo live by UTC, so that their rows are the same on every device.
  const day = new Date(clock.time).toISOString().slice(0, 10);
  await repositories.attempts.create({ ...attempt, userId, verdict, score, testResults, exerciseRev: exercise.rev, day });
  await services.progress.recompute(userId, lesson.courseId);
}

const evidenceOf = (exercise: Exercise, answer: Answer, checked: CheckResult | null): CodeEvidence | null =>
  checked === null || !('files' in answer) || !('constructs' in exercise)
    ? null
    : { checked, broken: brokenConstructs(exercise, answer.files) };
