import type { Answer } from '../../db/models/exercise-attempt.ts';
import type { Id } from '../../db/models/ids.ts';
import type { DemoDatabase } from './demo-database.ts';
import { AMARA, COURSE, refused, wait, type Say } from './demo-step.ts';

export async function showLearner(demo: DemoDatabase, say: Say): Promise<void> {
  const { users } = demo.repositories;
  await users.create({ ...AMARA, displayName: 'Amara Nwosu' });
  say('created', 'Amara Nwosu');
  say('found by e-mail, whatever its letter case', (await users.getByEmail('amara@example.ORG'))?.displayName ?? 'no');
  await refused(say, 'a second one with her e-mail', () =>
    users.create({ id: 'someone-else', username: 'amara-2', displayName: 'Amara Okafor', email: 'AMARA@example.org' }),
  );
  say('learners in the database', String((await users.getActiveUsers()).length));
}

export async function showCourses(demo: DemoDatabase, say: Say): Promise<void> {
  const { repositories, services } = demo;
  await services.courses.installBundled();
  for (const { id, title, difficulty } of await repositories.courses.getAll()) {
    const lessons = await repositories.lessons.getByCourse(id);
    say(`${title} (${difficulty})`, lessons.map((lesson) => `"${lesson.title}"`).join(', then '));
  }
  const first = await services.progress.getCurrentLesson(AMARA.id, COURSE);
  if (first === null) throw new Error('The demo course has no lesson');
  wait(demo);
  const { completionPercentage } = await services.progress.saveProgress(AMARA.id, COURSE, first.id);
  say('her current lesson in Python', `"${first.title}", ${completionPercentage} % of the course`);
  await refused(say, 'progress in a lesson of another course', () =>
    services.progress.saveProgress(AMARA.id, COURSE, 'javascript-basics:lists'),
  );
}

export async function showAnswers(demo: DemoDatabase, say: Say): Promise<void> {
  const rebind = `${COURSE}:names.rebind`;
  await submit(demo, say, rebind, { type: 'MULTIPLE_CHOICE', optionId: 'eleven' });
  await submit(demo, say, rebind, { type: 'MULTIPLE_CHOICE', optionId: 'five' });
  await submit(demo, say, `${COURSE}:choosing.elif`, { type: 'TRUE_FALSE', value: false });
  const tries = await demo.repositories.attempts.getByExercise(AMARA.id, rebind);
  say('both tries at the first exercise are kept', tries.map(({ verdict }) => verdict).join(', then '));
  say('The code exercises are not answered here. A learner\'s code runs only in the app\'s sandbox, inside a');
  say('browser; in a terminal it would meet the files of this machine.');
}

async function submit(demo: DemoDatabase, say: Say, exerciseId: Id, answer: Answer): Promise<void> {
  wait(demo);
  const submitted = await demo.services.attempts.submit({
    userId: AMARA.id,
    exerciseId,
    answer,
    hintsUsed: 0,
    solutionRevealed: false,
    activeMs: 40_000,
    mode: 'LESSON',
  });
  if (!submitted.ok) throw new Error(`${exerciseId}: ${submitted.error.type}`);
  const { grade, progress } = submitted.value;
  const written = answer.type === 'MULTIPLE_CHOICE' ? answer.optionId : answer.type === 'TRUE_FALSE' ? String(answer.value) : '';
  const verdict = grade.verdict === 'PASSED' ? 'right' : 'not yet';
  say(`${exerciseId.replace(`${COURSE}:`, '')}: ${written}`, `${verdict}; ${progress.completionPercentage} % of the course`);
  if (grade.say !== null) say(`  "${firstSentence(grade.say)}"`);
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;

export async function showStats({ services }: DemoDatabase, say: Say): Promise<void> {
  const { lessons, exercises, attempts, activeMs, completionPercentage } = await services.progress.calculateStats(
    AMARA.id,
    COURSE,
  );
  say('lessons done', `${lessons.done} of ${lessons.total}`);
  say('exercises done', `${exercises.done} of ${exercises.total}, ${exercises.rectified} of them after a wrong try`);
  say('attempts', `${attempts.passed} of ${attempts.total} right, ${activeMs / 60_000} minutes in all`);
  say('of the course', `${completionPercentage} %`);
}

export async function showAdvancing(demo: DemoDatabase, say: Say): Promise<void> {
  const { progress } = demo.services;
  wait(demo);
  const next = await progress.advanceToNextLesson(AMARA.id, COURSE, `${COURSE}:names`);
  say('behind "Names for values" comes', next === null ? 'nothing' : `"${next.title}"`);
  const again = await progress.advanceToNextLesson(AMARA.id, COURSE, `${COURSE}:names`);
  say('asked a second time, nothing changes', again?.id === next?.id ? 'the same lesson' : 'another lesson');
  wait(demo);
  const end = await progress.advanceToNextLesson(AMARA.id, COURSE, `${COURSE}:choosing`);
  const { completionPercentage } = await progress.calculateStats(AMARA.id, COURSE);
  say('behind the last lesson comes', `${end === null ? 'null' : end.title}, with ${completionPercentage} % of the course`);
}
