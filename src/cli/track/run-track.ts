import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { CodeFiles } from '../../../db/models/exercise.ts';
import type { Result } from '../../core/result.ts';
import type { Missing } from '../../packs/import/exercism/track.ts';
import { workOn, type Slot } from '../slots.ts';
import type { FoundExercise } from './find-exercises.ts';
import { HABITS } from './languages.ts';
import { readExercise } from './read-exercise.ts';
import type { Case } from './report.ts';
import { runCase, type CaseResult } from './run-case.ts';
import { toExercise } from './to-exercise.ts';

export interface TrackRun {
  readonly language: CodeLanguage;
  readonly exercises: readonly FoundExercise[];
  readonly slots: readonly Slot[];
  /** No new program is begun after it; those that run are forgotten. */
  readonly signal: AbortSignal;
  /** Heard after each program: two for each exercise. */
  readonly onDone: (label: string, result: CaseResult) => void;
}

interface Program {
  readonly id: string;
  readonly kind: 'solution' | 'starter';
  readonly run: (slot: Slot) => Promise<CaseResult>;
}

/**
 * Runs every exercise's solution and starter, as many at a time as there are slots. Gives the cases that are done, by
 * id: all of them unless `signal` aborts.
 */
export async function runTrack({ language, exercises, slots, signal, onDone }: TrackRun): Promise<Case[]> {
  const programs = exercises.flatMap((exercise) => programsOf(exercise, language, signal));
  const results = new Map<string, CaseResult>();
  const waiting = programs.values();
  await Promise.all(
    slots.map(async (slot) => {
      for (const { id, kind, run } of waiting) {
        if (signal.aborted) return;
        const result = await run(slot);
        // Its page was taken away under it: that says nothing of the program.
        if (isAborted(signal)) return;
        results.set(keyOf(kind, id), result);
        onDone(`${id} (${kind})`, result);
      }
    }),
  );
  await retryAlone(programs, results, slots, signal);
  return exercises.flatMap(({ id }) => {
    const solution = results.get(keyOf('solution', id));
    const starter = results.get(keyOf('starter', id));
    return solution === undefined || starter === undefined ? [] : [{ id, solution, starter }];
  });
}

/** With all cores busy a slow program may have missed its limit for its neighbours' sake: it gets another try by itself. */
async function retryAlone(
  programs: readonly Program[],
  results: Map<string, CaseResult>,
  [slot, ...others]: readonly Slot[],
  signal: AbortSignal,
): Promise<void> {
  if (slot === undefined || others.length === 0) return;
  for (const { id, kind, run } of programs) {
    if (signal.aborted) return;
    if (results.get(keyOf(kind, id))?.outcome !== 'timed-out') continue;
    const again = await run(slot);
    if (!isAborted(signal)) results.set(keyOf(kind, id), again);
  }
}

/** A program is read when its turn comes: a track's files may be many. */
function programsOf(found: FoundExercise, language: CodeLanguage, signal: AbortSignal): Program[] {
  const runOf = (kind: Program['kind']) => async (slot: Slot): Promise<CaseResult> => {
    const read = readExercise(found, HABITS[language]);
    if (!read.ok) return skipped(read.error.reason);
    const files: Result<CodeFiles, Missing> = read.value[kind];
    if (!files.ok) return skipped(files.error.reason);
    const exercise = toExercise(language, read.value);
    const startedAt = performance.now();
    const lost = (why: string): CaseResult => ({ outcome: 'died', reason: why, ms: Math.round(performance.now() - startedAt) });
    return workOn(slot, signal, (place) => runCase((job) => place.check(job), exercise, { ...read.value.others, ...files.value }), lost);
  };
  return (['solution', 'starter'] as const).map((kind) => ({ id: found.id, kind, run: runOf(kind) }));
}

const keyOf = (kind: Program['kind'], id: string): string => `${kind} ${id}`;
const skipped = (reason: string): CaseResult => ({ outcome: 'skipped', reason, ms: 0 });
/** Asked again after an await, which the compiler does not see. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;
