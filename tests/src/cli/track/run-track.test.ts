import { describe, expect, it } from 'vitest';
import { SlotLost, type Slot } from '../../../../src/cli/slots.ts';
import { findExercises } from '../../../../src/cli/track/find-exercises.ts';
import { HABITS } from '../../../../src/cli/track/languages.ts';
import { runTrack } from '../../../../src/cli/track/run-track.ts';
import type { CheckResult } from '../../../../src/core/run-result.ts';
import type { CheckJob } from '../../../../src/runner/runner.ts';

const found = findExercises('tests/fixtures/tracks/python', HABITS.python);
const exercises = found.ok ? found.value : [];

/** Every program passes its tests. */
const pass = ({ tests }: CheckJob): Promise<CheckResult> =>
  Promise.resolve({
    outcome: 'finished',
    runs: tests.map(({ id }) => {
      const said = { name: 'it', status: 'passed', message: '', called: null, expected: null, got: null } as const;
      return { id, outcome: 'finished', value: null, stdout: '', error: null, said };
    }),
    error: null,
    tampering: null,
    activeMs: 1,
  });

function slotOf(check: Slot['check']): Slot & { replaced: number } {
  const run = (): Promise<never> => Promise.reject(new TypeError('a track is only checked'));
  const slot = { check, run, replaced: 0, replace: () => Promise.resolve(void (slot.replaced += 1)) };
  return slot;
}

const run = (slots: Slot[], signal = new AbortController().signal, onDone: () => void = () => undefined) =>
  runTrack({ language: 'python', exercises, slots, signal, onDone });

describe('a track', () => {
  it('runs each exercise’s solution and starter, on all slots at once', async () => {
    let busy = 0;
    let most = 0;
    const slow = async (job: CheckJob): Promise<CheckResult> => {
      most = Math.max(most, (busy += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      busy -= 1;
      return pass(job);
    };
    const cases = await run([slotOf(slow), slotOf(slow)]);
    expect(cases.map(({ id, solution, starter }) => [id, solution.outcome, starter.outcome])).toEqual([
      ['lost-button', 'passed', 'passed'],
      ['tide-table', 'passed', 'passed'],
      ['tidy-shelf', 'passed', 'passed'],
    ]);
    expect(most).toBe(2);
  });

  it('gives the data to both, the reference solution to one', async () => {
    const seen: CheckJob['files'][] = [];
    await run([slotOf((job) => (seen.push(job.files), pass(job)))]);
    const tides = seen.filter((files) => 'tides.txt' in files);
    expect(tides.map((files) => files['tide_table.py']?.includes('max('))).toEqual([true, false]);
  });

  it('tries a program again when its page was lost, once, and then says so', async () => {
    let asked = 0;
    const once = slotOf((job) => (asked++ === 0 ? Promise.reject(new SlotLost('crashed')) : pass(job)));
    expect((await run([once]))[0]?.solution.outcome).toBe('passed');
    expect(once.replaced).toBe(1);
    const always = slotOf(() => Promise.reject(new SlotLost('crashed')));
    expect((await run([always]))[0]?.solution).toMatchObject({ outcome: 'died', reason: 'its page was lost twice: crashed' });
  });

  it('tries a program that was too slow again, by itself', async () => {
    let tries = 0;
    const late: CheckResult = { outcome: 'timed-out', runs: [], error: null, tampering: null, activeMs: 1 };
    const check = (job: CheckJob): Promise<CheckResult> => (tries++ === 0 ? Promise.resolve(late) : pass(job));
    expect((await run([slotOf(check), slotOf(check)]))[0]?.solution.outcome).toBe('passed');
    tries = 0;
    expect((await run([slotOf(check)]))[0]?.solution.outcome).toBe('timed-out');
  });

  it('keeps what was done when it is interrupted', async () => {
    const controller = new AbortController();
    let done = 0;
    const cases = await run([slotOf(pass)], controller.signal, () => {
      if (++done === 3) controller.abort();
    });
    expect(cases.map(({ id }) => id)).toEqual(['lost-button']);
  });

  it('does not swallow a bug', async () => {
    await expect(run([slotOf(() => Promise.reject(new TypeError('a bug')))])).rejects.toThrow('a bug');
  });
});
