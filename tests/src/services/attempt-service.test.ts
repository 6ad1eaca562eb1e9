import { describe, expect, it, vi } from 'vitest';
import { ExerciseType } from '../../../db/models/enums.ts';
import type { ExerciseTest } from '../../../db/models/exercise.ts';
import { rightAnswer } from '../../factories/attempt.ts';
import { makeCodeCompletion, makeExercise, makeFixBug, makeRubric } from '../../factories/exercise.ts';
import { makePredictOutput } from '../../factories/written.ts';
import { answerTrueFalse, enrolled, submission, unwrap } from './learner.ts';
import { everythingIn } from '../../db/open.ts';

const files = { 'main.py': 'def double(n):\n    return n * 2\n' };
const codeAnswer = { type: 'CODE_COMPLETION', files } as const;

async function withCode() {
  const device = await enrolled();
  await device.repositories.exercises.create(makeCodeCompletion({ id: 'code', lessonId: 'b', order: 9 }));
  return device;
}

describe('an answer', () => {
  it('is graded, kept, counted and told in one call', async () => {
    const device = await enrolled();
    const { attempt, grade, progress } = await answerTrueFalse(device, device.userId, 'a1', true, { hintsUsed: 1 });
    expect(grade).toMatchObject({ verdict: 'PASSED', score: 1 });
    expect(attempt).toMatchObject({ exerciseId: 'a1', verdict: 'PASSED', hintsUsed: 1, activeMs: 1_000, exerciseRev: 1, mode: 'LESSON' });
    expect(progress).toMatchObject({ completedExerciseIds: ['a1'], currentLessonId: 'a', lastActivityAt: attempt.createdAt });
    expect(await device.repositories.attempts.getByExercise(device.userId, 'a1')).toEqual([attempt]);
    expect(await device.repositories.progress.getUserProgress(device.userId, 'py')).toEqual(progress);
  });

  it('to an exercise or by a learner that is not there is NotFound, and nothing is written', async () => {
    const { services, repositories, userId } = await enrolled();
    const answer = { type: 'TRUE_FALSE', value: true } as const;
    const nowhere = await services.attempts.submit(submission({ userId, exerciseId: 'nowhere', answer }));
    const nobody = await services.attempts.submit(submission({ userId: 'nobody', exerciseId: 'a1', answer }));
    expect([nowhere, nobody]).toEqual(Array(2).fill({ ok: false, error: { type: 'NotFound' } }));
    expect(await repositories.attempts.getByExercise('nobody', 'a1')).toEqual([]);
  });

  it('holds an update back as long as it is checked, also one that comes to nothing', async () => {
    const { services, repositories, platform, userId } = await enrolled();
    const release = vi.fn();
    const hold = vi.spyOn(platform.updates, 'hold').mockReturnValue(release);
    const submit = (exerciseId: string) =>
      services.attempts.submit(submission({ userId, exerciseId, answer: { type: 'TRUE_FALSE', value: true } }));
    const submitted = submit('a1');
    expect([hold.mock.calls.length, release.mock.calls.length]).toEqual([1, 0]);
    await submitted;
    expect([hold.mock.calls.length, release.mock.calls.length]).toEqual([1, 1]);
    expect(await submit('none')).toMatchObject({ ok: false });
    expect([hold.mock.calls.length, release.mock.calls.length]).toEqual([2, 2]);
    vi.spyOn(repositories.attempts, 'create').mockRejectedValue(new TypeError('a bug'));
    await expect(submit('a1')).rejects.toThrow('a bug');
    expect([hold.mock.calls.length, release.mock.calls.length]).toEqual([3, 3]);
  });

  it('makes its lesson the current one while that is unfinished; going back to a finished one does not', async () => {
    const device = await enrolled();
    expect((await answerTrueFalse(device, device.userId, 'b1', true)).progress.currentLessonId).toBe('b');
    expect((await answerTrueFalse(device, device.userId, 'c1', false)).progress.currentLessonId).toBe('c');
    expect((await answerTrueFalse(device, device.userId, 'b1', false)).progress.currentLessonId).toBe('c');
    expect((await answerTrueFalse(device, device.userId, 'a1', true, { mode: 'REPLAY' })).progress.currentLessonId).toBe('c');
  });

  it('R11: right after a wrong one is completed and rectified; replaying lowers nothing', async () => {
    const device = await enrolled();
    await answerTrueFalse(device, device.userId, 'b1', false);
    const right = await answerTrueFalse(device, device.userId, 'b1', true);
    expect(right.progress).toMatchObject({ rectifiedExerciseIds: ['b1'], completedLessonIds: ['b'] });
    const replayed = await answerTrueFalse(device, device.userId, 'b1', false, { mode: 'REPLAY' });
    expect(replayed.grade.verdict).toBe('FAILED');
    expect({ ...replayed.progress, lastActivityAt: 0, updatedAt: 0 }).toEqual({ ...right.progress, lastActivityAt: 0, updatedAt: 0 });
  });

  it('is listed newest first in the history', async () => {
    const device = await enrolled();
    for (const value of [false, false, true]) await answerTrueFalse(device, device.userId, 'a1', value);
    const history = await device.services.attempts.history(device.userId, 'a1');
    expect(history.map(({ verdict }) => verdict)).toEqual(['PASSED', 'FAILED', 'FAILED']);
  });
});

describe('code', () => {
  it('is run before the transaction opens, and what tests expect never goes in', async () => {
    const { services, runner, userId } = await withCode();
    runner.values = { 'double(3)': '6', 'double(0)': '0' };
    const result = unwrap(await services.attempts.submit(submission({ userId, exerciseId: 'code', answer: codeAnswer })));
    expect(result.grade).toMatchObject({ verdict: 'PASSED', score: 1 });
    expect(result.attempt.testResults.map(({ passed }) => passed)).toEqual([true, true]);
    expect(runner.jobs).toEqual([
      {
        language: 'python',
        files,
        entry: 'main.py',
        tests: [{ id: 't1', kind: 'call', call: 'double(3)' }, { id: 't2', kind: 'call', call: 'double(0)' }],
      },
    ]);
  });

  it('that the learner stopped leaves nothing behind', async () => {
    const { services, repositories, runner, userId } = await withCode();
    runner.next = { outcome: 'stopped', runs: [], error: null, tampering: null, activeMs: 10 };
    const result = await services.attempts.submit(submission({ userId, exerciseId: 'code', answer: codeAnswer }));
    expect(result).toEqual({ ok: false, error: { type: 'Stopped' } });
    expect(await repositories.attempts.getByExercise(userId, 'code')).toEqual([]);
    expect(await repositories.drafts.get(userId, 'code')).toBeNull();
    expect(await repositories.progress.getUserProgress(userId, 'py')).toBeNull();
  });

  it('of a learner who is erased while it runs is NotFound, and brings nothing back', async () => {
    const { services, repositories, runner, userId } = await withCode();
    runner.during = async () => {
      await services.profiles.erase(userId);
    };
    const result = await services.attempts.submit(submission({ userId, exerciseId: 'code', answer: codeAnswer }));
    expect(result).toEqual({ ok: false, error: { type: 'NotFound' } });
    expect((await everythingIn(repositories, { userId })).exerciseAttempts).toEqual([]);
  });

  it('run as a scratch is never recorded', async () => {
    const { services, repositories, userId } = await withCode();
    const exercise = await repositories.exercises.getById('code');
    if (exercise?.type !== 'CODE_COMPLETION') throw new Error('no code');
    const result = await services.attempts.run({ exercise, files, stdin: 'Ada' });
    expect(result).toMatchObject({ outcome: 'finished', output: [{ text: 'Ada' }] });
    expect(await repositories.attempts.getRecent(userId, 9)).toEqual([]);
  });
});

describe('code of every kind', () => {
  const said = { name: '', status: 'passed', message: '', called: null, expected: null, got: null } as const;

  it('has what its tests need go in, and nothing of what is compared outside', async () => {
    const { services, repositories, runner, userId } = await enrolled();
    const tests: ExerciseTest[] = [
      { id: 'o', name: 'o', isVisible: true, kind: 'output', stdin: 'a', stdout: 'secret' },
      { id: 'a', name: 'a', isVisible: true, kind: 'assert', code: 'assert x' },
      { id: 'f', name: 'f', isVisible: false, kind: 'file', file: 't.py', source: 'class T', runSkipped: true },
    ];
    await repositories.exercises.create(makeCodeCompletion({ id: 'code', lessonId: 'b', order: 9, tests }));
    runner.said = said;
    const { grade } = unwrap(await services.attempts.submit(submission({ userId, exerciseId: 'code', answer: codeAnswer })));
    expect(runner.jobs[0]).toMatchObject({
      tests: [
        { id: 'o', kind: 'output', stdin: 'a' },
        { id: 'a', kind: 'assert', code: 'assert x' },
        { id: 'f', kind: 'file', file: 't.py', source: 'class T', runSkipped: true },
      ],
    });
    expect(JSON.stringify(runner.jobs)).not.toContain('secret');
    expect(grade.testResults.map(({ id, passed }) => [id, passed])).toEqual([['o', false], ['a', true], ['f/1', true]]);
  });

  it('may be a fault to be mended', async () => {
    const { services, repositories, runner, userId } = await enrolled();
    await repositories.exercises.create(makeFixBug({ id: 'fault', lessonId: 'b', order: 9 }));
    runner.values = { 'double(3)': '6', 'double(0)': '0' };
    const answer = { type: 'FIX_BUG', files } as const;
    const { grade, progress } = unwrap(await services.attempts.submit(submission({ userId, exerciseId: 'fault', answer })));
    expect([grade.verdict, progress.completedExerciseIds]).toEqual(['PASSED', ['fault']]);
  });

  it('that breaks a rule about constructs is not right, though every test passes', async () => {
    const { services, repositories, runner, userId } = await enrolled();
    const constructs = { required: [{ construct: 'loop', say: 'With a loop.' }], forbidden: [] };
    await repositories.exercises.create(makeCodeCompletion({ id: 'code', lessonId: 'b', order: 9, constructs }));
    runner.values = { 'double(3)': '6', 'double(0)': '0' };
    const { attempt, grade } = unwrap(await services.attempts.submit(submission({ userId, exerciseId: 'code', answer: codeAnswer })));
    expect(grade).toMatchObject({ verdict: 'FAILED', say: 'With a loop.' });
    expect(attempt.testResults[0]).toMatchObject({ id: 'constructs/required/loop', passed: false });
  });
});

it.each(Object.values(ExerciseType))('an answer of the type %s is graded and kept', async (type) => {
  const { services, repositories, runner, userId } = await enrolled();
  const exercise = makeExercise(type, { lessonId: 'b' });
  await repositories.exercises.create(exercise);
  runner.values = { 'double(3)': '6', 'double(0)': '0' };
  const input = submission({ userId, exerciseId: exercise.id, answer: rightAnswer(exercise) });
  const { attempt, grade } = unwrap(await services.attempts.submit(input));
  expect(grade).toMatchObject({ verdict: 'PASSED', score: 1 });
  expect(await repositories.attempts.getByExercise(userId, exercise.id)).toEqual([attempt]);
  expect(await repositories.drafts.get(userId, exercise.id)).toMatchObject({ answer: input.answer });
});

it('a program to be read may be run, and is heard while it runs; the engine tells how far it is', async () => {
  const { services, repositories } = await enrolled();
  const exercise = await repositories.exercises.create(makePredictOutput({ lessonId: 'b', order: 9 }));
  if (exercise.type !== 'PREDICT_OUTPUT') throw new Error('no program');
  const heard: string[] = [];
  const events = { onOutput: ({ text }: { text: string }) => void heard.push(text) };
  await services.attempts.run({ exercise, files: exercise.starter.files, stdin: 'Ada' }, events);
  services.attempts.watch('python', (preparation) => void heard.push(preparation?.step ?? 'ready'))();
  expect(heard).toEqual(['Ada', 'ready']);
});

describe('the draft of an answer', () => {
  it('holds what was submitted, the cursor and the hints', async () => {
    const { services, repositories, userId } = await withCode();
    const handle = await services.drafts.open(userId, 'code', () => undefined);
    await handle.save({ cursor: { file: 'main.py', anchor: 3, head: 3 }, hintsShown: 2 });
    unwrap(await services.attempts.submit(submission({ userId, exerciseId: 'code', answer: codeAnswer, hintsUsed: 1 })));
    expect(await repositories.drafts.get(userId, 'code')).toMatchObject({ answer: codeAnswer, cursor: { head: 3 }, hintsShown: 2 });
  });

  it('keeps what was typed while the code ran', async () => {
    const { services, repositories, runner, userId } = await withCode();
    const handle = await services.drafts.open(userId, 'code', () => undefined);
    await handle.save({ answer: codeAnswer });
    const later = { type: 'CODE_COMPLETION', files: { 'main.py': 'already further' } } as const;
    runner.during = async () => {
      await handle.save({ answer: later });
    };
    const { attempt } = unwrap(await services.attempts.submit(submission({ userId, exerciseId: 'code', answer: codeAnswer })));
    expect(attempt.answer).toEqual(codeAnswer);
    expect(await repositories.drafts.get(userId, 'code')).toMatchObject({ answer: later });
  });

  it('R17: of another tab is left alone', async () => {
    const { services, openTab, userId } = await withCode();
    const other = await openTab('tab 2');
    const handle = await other.services.drafts.open(userId, 'code', () => undefined);
    await handle.save({ answer: { type: 'CODE_COMPLETION', files: { 'main.py': 'theirs' } } });
    unwrap(await services.attempts.submit(submission({ userId, exerciseId: 'code', answer: codeAnswer })));
    expect(await services.drafts.watch(userId, 'code')).toMatchObject({ answer: { files: { 'main.py': 'theirs' } }, writerId: 'tab 2' });
  });
});

describe('judging oneself', () => {
  async function answered() {
    const device = await enrolled();
    await device.repositories.exercises.create(makeRubric({ id: 'why', lessonId: 'b', order: 9 }));
    const answer = { type: 'FREE_FORM', text: 'Because.' } as const;
    const submit = async () => unwrap(await device.services.attempts.submit(submission({ userId: device.userId, exerciseId: 'why', answer })));
    return { ...device, submit, first: await submit() };
  }

  it('completes an exercise when every criterion is met', async () => {
    const { services, userId, first } = await answered();
    expect(first.grade.verdict).toBe('UNGRADED');
    expect(first.progress.completedExerciseIds).toEqual([]);
    const judge = { userId, exerciseId: 'why', attemptId: first.attempt.id };
    expect(await services.attempts.assessSelf({ ...judge, criteriaMet: [1, 0] })).toMatchObject({ completedExerciseIds: ['why'] });
  });

  it('stands once it is made; another try is judged anew', async () => {
    const { services, userId, first, submit } = await answered();
    const judge = { userId, exerciseId: 'why', criteriaMet: [0] };
    expect(await services.attempts.assessSelf({ ...judge, attemptId: first.attempt.id })).toMatchObject({ completedExerciseIds: [] });
    const again = { ...judge, attemptId: first.attempt.id, criteriaMet: [0, 1] };
    expect(await services.attempts.assessSelf(again)).toMatchObject({ completedExerciseIds: [] });
    const second = await submit();
    const right = await services.attempts.assessSelf({ ...again, attemptId: second.attempt.id });
    expect(right).toMatchObject({ completedExerciseIds: ['why'], rectifiedExerciseIds: ['why'] });
  });

  it('is refused for another’s attempt', async () => {
    const { services, userId, first } = await answered();
    const other = { userId, exerciseId: 'a1', attemptId: first.attempt.id, criteriaMet: [] };
    await expect(services.attempts.assessSelf(other)).rejects.toMatchObject({ type: 'NotFound' });
  });
});

it('a skipped exercise is no longer open, until it is tried', async () => {
  const device = await enrolled();
  await device.services.attempts.skip({ userId: device.userId, exerciseId: 'a1' });
  expect((await device.services.courses.lesson(device.userId, 'a'))?.statuses).toEqual({ a1: 'SKIPPED', a2: 'NOT_STARTED' });
  await answerTrueFalse(device, device.userId, 'a1', false);
  expect((await device.services.courses.lesson(device.userId, 'a'))?.statuses.a1).toBe('IN_PROGRESS');
});

it('a full disk is an expected failure', async () => {
  const { services, repositories, userId } = await enrolled();
  const { QuotaExceeded } = await import('../../../db/errors.ts');
  Object.assign(repositories.attempts, { create: () => Promise.reject(new QuotaExceeded()) });
  const answer = { type: 'TRUE_FALSE', value: true } as const;
  const result = await services.attempts.submit(submission({ userId, exerciseId: 'a1', answer }));
  expect(result).toEqual({ ok: false, error: { type: 'QuotaExceeded' } });
  expect(await repositories.progress.getUserProgress(userId, 'py')).toBeNull();
});
