import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../../db/models/exercise.ts';
import { computeSnapshot } from '../../../../src/core/progress/compute-snapshot.ts';
import { compareVersions } from '../../../../src/packs/compare-versions.ts';
import type { CourseDoc } from '../../../../src/packs/course-doc.ts';
import { toBundle } from '../../../../src/packs/to-bundle.ts';
import { readCourseRecord } from '../../../../src/services/recompute-snapshot.ts';
import { SEED } from '../../../factories/seed.ts';
import { everythingIn } from '../../../db/open.ts';
import { packOf } from '../../packs/pack/pack-files.ts';
import { submission, unwrap } from '../learner.ts';
import { freshDevice, signUp, type Device } from '../set-up.ts';
import { COURSE, EDITS, newDesk, release, type Desk, type Edit } from './changing-course.ts';

/** More in a long run: `HORNBOOK_RUNS=500 npx vitest run …`. */
const RUNS = Number(process.env.HORNBOOK_RUNS ?? 15);

interface World {
  readonly device: Device;
  readonly desk: Desk;
  readonly userIds: readonly string[];
  /** Released last, installed, and the one before, to which there is a way back. */
  released: CourseDoc;
  installed: CourseDoc;
  previous: CourseDoc | null;
  isRemoved: boolean;
}

interface Step {
  readonly what: Edit | Act | Arrival;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}
type Act = 'answer right' | 'answer wrong' | 'reveal' | 'draft' | 'skip' | 'assess' | 'advance' | 'ask';
type Arrival = 'release' | 'update' | 'step back' | 'remove' | 'bring back' | 'see the change';

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

const ACTS: { readonly [A in Act]: (world: World, userId: string, exercise: Exercise, n: number) => Promise<unknown> } = {
  'answer right': (world, userId, exercise) => answer(world, userId, exercise, true),
  'answer wrong': (world, userId, exercise) => answer(world, userId, exercise, false),
  reveal: (world, userId, exercise) => answer(world, userId, exercise, false, true),
  async draft({ device }, userId, exercise) {
    const draft = await device.services.drafts.open(userId, exercise.id, () => undefined);
    await draft.save({ answer: answerTo(exercise, true), hintsShown: 1 });
    draft.close();
  },
  skip: ({ device }, userId, { id: exerciseId }) => device.services.attempts.skip({ userId, exerciseId }),
  async assess(world, userId, exercise, n) {
    const { attempts } = world.device.services;
    const [newest] = await attempts.history(userId, exercise.id);
    if (newest?.verdict === 'UNGRADED') await attempts.assessSelf({ userId, exerciseId: exercise.id, attemptId: newest.id, criteriaMet: n % 2 === 0 ? [0] : [] });
  },
  advance: ({ device }, userId, { lessonId }) => device.services.progress.advanceToNextLesson(userId, COURSE, lessonId),
  ask: ({ device }, userId, { id: exerciseId }, n) =>
    device.repositories.chat.create({ id: `m${n}-${device.clock.now}`, userId, threadId: 't', role: 'LEARNER', content: 'Why?', source: 'LEARNER', exerciseId }),
};

function answerTo(exercise: Exercise, isRight: boolean): Answer {
  if (exercise.type === 'TRUE_FALSE') return { type: exercise.type, value: exercise.answerKey.value === isRight };
  if (exercise.type === 'FREE_FORM') return { type: exercise.type, text: 'Warm' };
  return { type: 'CODE_COMPLETION', files: { 'main.py': `def cups(): return ${isRight ? 'well' : 'badly'}` } };
}

async function answer({ device }: World, userId: string, exercise: Exercise, isRight: boolean, solutionRevealed = false): Promise<void> {
  const [test] = exercise.tests ?? [];
  device.runner.values = { 'cups()': isRight && test?.kind === 'call' ? test.expect : '0' };
  unwrap(await device.services.attempts.submit(submission({ userId, exerciseId: exercise.id, answer: answerTo(exercise, isRight), solutionRevealed })));
}

async function install(device: Device, doc: CourseDoc): Promise<void> {
  const offer = unwrap(await (await device.services.packs()).open(new Blob([await packOf(doc)])));
  unwrap(await offer.install(() => undefined, new AbortController().signal));
  offer.close();
}

const ARRIVALS: { readonly [A in Arrival]: (world: World) => Promise<unknown> } = {
  // Whoever updates after two releases skips one of them.
  release: (world) => {
    const next = release(world.desk);
    expect(compareVersions(world.released, next)).toEqual([]);
    world.released = next;
    return Promise.resolve();
  },
  async update(world) {
    await ARRIVALS.release(world);
    await install(world.device, world.released);
    [world.previous, world.installed, world.isRemoved] = [world.installed, world.released, false];
  },
  async 'step back'(world) {
    if (world.previous === null) return;
    expect(await (await world.device.services.packs()).stepBack(COURSE, () => undefined)).toMatchObject({ ok: true });
    [world.previous, world.installed, world.isRemoved] = [world.installed, world.previous, false];
  },
  async remove(world) {
    await world.device.services.courses.remove(COURSE);
    world.isRemoved = true;
  },
  async 'bring back'(world) {
    await world.device.services.courses.bringBack(COURSE);
    world.isRemoved = false;
  },
  'see the change': ({ device, userIds }) => Promise.all(userIds.map((userId) => device.services.courses.dismissChange(userId, COURSE))),
};

async function carryOut(world: World, { what, a, b, c }: Step): Promise<void> {
  if (what in EDITS) EDITS[what as Edit](world.desk, a, b, c);
  if (what in ARRIVALS) await ARRIVALS[what as Arrival](world);
  if (!(what in ACTS) || world.isRemoved) return;
  const lessons = await world.device.repositories.lessons.getByCourse(COURSE, { publishedOnly: true });
  const exercise = pick(await world.device.repositories.exercises.getByLessons(lessons.map(({ id }) => id)), b);
  const userId = pick(world.userIds, a);
  if (exercise !== undefined && userId !== undefined) await ACTS[what as Act](world, userId, exercise, c);
}

/** What learners made, and how they stand. */
async function picture({ device, userIds }: World) {
  const { exerciseAttempts = [], learningFacts = [], chatMessages = [], drafts = [] } = await everythingIn(device.repositories);
  const standing = await Promise.all(
    userIds.map(async (userId) => ({
      userId,
      snapshot: await device.repositories.progress.getUserProgress(userId, COURSE),
      change: await device.services.courses.change(userId, COURSE),
    })),
  );
  return { made: [...exerciseAttempts, ...learningFacts, ...chatMessages], drafts, standing };
}
type Picture = Awaited<ReturnType<typeof picture>>;

function expectNothingLost(before: Picture, after: Picture, isByLearner: boolean): void {
  const rows = new Map(after.made.map((row) => [row.id, row]));
  for (const row of before.made) expect(rows.get(row.id)).toEqual(row);
  if (!isByLearner) expect(after.drafts).toEqual(before.drafts);
  else expect(after.drafts.map(({ id }) => id)).toEqual(expect.arrayContaining(before.drafts.map(({ id }) => id)));
}

/** R8: it falls only by an update, and then the learner is told from where to where. */
function expectTold(before: Picture, after: Picture, isByLearner: boolean, isInstalled: boolean): void {
  for (const [i, { snapshot, change }] of after.standing.entries()) {
    const was = before.standing[i];
    const [from, to] = [was?.snapshot?.completionPercentage ?? 0, snapshot?.completionPercentage ?? 0];
    if (isByLearner) expect(to).toBeGreaterThanOrEqual(from);
    if (isInstalled) expect(change === null).toBe(to >= Math.max(from, was?.change?.percentageBefore ?? 0));
    if (to < from) {
      expect(change).toMatchObject({ percentageAfter: to });
      expect(change?.percentageBefore).toBeGreaterThanOrEqual(from);
    } else if (change !== null) {
      // Told before and not seen yet: it still says what is so.
      expect(was?.change).not.toBeNull();
      if (!isByLearner && to !== from) expect(change.percentageAfter).toBe(to);
      expect(change.percentageBefore).toBeGreaterThan(change.percentageAfter);
    }
  }
}

/** The rows are those of the installed version, and each snapshot is what recomputing gives (R9). */
async function expectSound({ device: { repositories }, userIds, installed, isRemoved }: World): Promise<void> {
  const bundle = toBundle(installed);
  const lessons = await repositories.lessons.getByCourse(COURSE, { publishedOnly: true });
  expect(lessons.map(({ id, order, title }) => [id, order, title])).toEqual(bundle.lessons.map(({ id, order, title }) => [id, order, title]));
  const exercises = await repositories.exercises.getByLessons(lessons.map(({ id }) => id));
  expect(exercises.map((row) => ({ ...row, createdAt: 0, updatedAt: 0 }))).toEqual(bundle.exercises.map((row) => ({ ...row, createdAt: 0, updatedAt: 0 })));
  expect((await repositories.courses.getById(COURSE)) === null).toBe(isRemoved);
  for (const userId of userIds) {
    const snapshot = await repositories.progress.getUserProgress(userId, COURSE);
    const record = await readCourseRecord(repositories, userId, COURSE);
    if (snapshot === null) expect([...record.attempts, ...record.facts]).toEqual([]);
    else expect(snapshot).toMatchObject({ ...computeSnapshot({ ...record, userId, currentLessonId: snapshot.currentLessonId }) });
  }
}

/** Whatever was once done is done, wherever the exercise is now. */
async function expectStillDone({ device: { repositories }, installed }: World, { made, standing }: Picture): Promise<void> {
  const here = new Set(toBundle(installed).exercises.map(({ id }) => id));
  for (const { userId, snapshot } of standing) {
    const own = made.filter((row) => row.userId === userId && (row.verdict === 'PASSED' || row.isRight === true));
    const done = [...new Set(own.map(({ exerciseId }) => String(exerciseId)))];
    expect((await repositories.exercises.getMany(done)).map(({ id }) => id).sort()).toEqual(done.toSorted());
    expect(snapshot?.completedExerciseIds.toSorted() ?? []).toEqual(done.filter((id) => here.has(id)).sort());
  }
}

/** On a device that has this version or another, with the history brought there and then the same version: the same. */
async function expectSameElsewhere(world: World, { made, standing }: Picture, had: CourseDoc): Promise<void> {
  const other = await freshDevice();
  await install(other, had);
  unwrap(await other.services.backups.restoreIntoEmpty((await world.device.services.backups.exportAll()).text));
  await install(other, world.installed);
  const there = await picture({ ...world, device: other });
  expectNothingLost({ made, drafts: [], standing }, there, true);
  const figures = ({ standing: all }: Picture) =>
    all.map(({ snapshot }) => (snapshot === null ? null : [snapshot.completedExerciseIds, snapshot.completedLessonIds, snapshot.completionPercentage]));
  expect(figures(there)).toEqual(figures({ made, drafts: [], standing }));
}

const named = <T extends object>(table: T): (keyof T & Step['what'])[] => Object.keys(table) as (keyof T & Step['what'])[];
const what = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...named(EDITS)) },
  { weight: 6, arbitrary: fc.constantFrom(...named(ACTS), 'answer right' as const, 'answer right' as const) },
  { weight: 2, arbitrary: fc.constant('update' as const) },
  { weight: 2, arbitrary: fc.constantFrom(...named(ARRIVALS)) },
);
const place = fc.nat({ max: 11 });
const steps = fc.array(fc.record({ what, a: place, b: place, c: place }), { minLength: 5, maxLength: 40, size: 'max' });

test('R6, R8, R9: whatever becomes of a course, no learner loses anything, and a fall is told', { timeout: 60_000 + RUNS * 3_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom('same', 'older', 'newer'), async (all, elsewhere) => {
      const device = await freshDevice();
      const desk = newDesk();
      const first = release(desk);
      await install(device, first);
      const userIds = [(await signUp(device)).id, (await signUp(device, 'Ben')).id];
      const world: World = { device, desk, userIds, released: first, installed: first, previous: null, isRemoved: false };
      let before = await picture(world);
      for (const step of all) {
        const { installed } = world;
        await carryOut(world, step);
        const after = await picture(world);
        const isByLearner = step.what in ACTS;
        expectNothingLost(before, after, isByLearner);
        expectTold(before, after, isByLearner, world.installed !== installed);
        await expectSound(world);
        await expectStillDone(world, after);
        before = after;
      }
      await expectSameElsewhere(world, before, { same: world.installed, older: first, newer: release(world.desk) }[elsewhere]);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
});
