import { resolve } from 'node:path';
import { isWritable, writeJsonFile } from '../json-file.ts';
import { openSlots, TRUSTED_WORDS } from '../open-slots.ts';
import { showProgress } from '../progress.ts';
import { NoBrowser, type Slots } from '../slots.ts';
import { INTERRUPTED, refusalOf, type Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';
import { findExercises } from './find-exercises.ts';
import { HABITS } from './languages.ts';
import { summaryOf, totalsOf, type Report } from './report.ts';
import { isWanted, readRunTrackArgs, RUN_TRACK_USAGE } from './run-track-args.ts';
import { runTrack } from './run-track.ts';

export const runTrackVerb: Verb = { usage: RUN_TRACK_USAGE, run: runTrackCommand };

/** Exit codes: see the usage. */
async function runTrackCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { print, note, interrupted } = terminal;
  const refuse = refusalOf('run-track', terminal);
  const read = readRunTrackArgs(args);
  if (!read.ok) return refuse(read.error.message);
  const { folder, language, json, only, isTrusted, jobs } = read.value;
  const found = findExercises(folder, HABITS[language]);
  if (!found.ok) return refuse(found.error.message);
  const exercises = found.value.filter(({ id }) => isWanted(id, only));
  if (exercises.length === 0) return refuse(`--only ${only.join(',')} names none of the ${found.value.length} exercises in ${resolve(folder)}.`);
  if (json !== null && !isWritable(json)) return refuse(`${resolve(json)} cannot be written. Name a file in a folder that is there.`);

  const where = isTrusted ? 'node (trusted)' : 'browser';
  if (isTrusted) note(TRUSTED_WORDS);
  const startedAt = performance.now();
  let slots: Slots;
  try {
    const programs = exercises.length * 2;
    slots = await openSlots(isTrusted, { language, count: Math.min(jobs, programs), signal: interrupted }, note);
  } catch (error) {
    if (error instanceof NoBrowser) return refuse(error.message);
    throw error;
  }
  const progress = showProgress(terminal, exercises.length * 2, 'programs');
  const close = (): void => void slots.close();
  interrupted.addEventListener('abort', close, { once: true });
  try {
    const cases = await runTrack({ language, exercises, slots: slots.slots, signal: interrupted, onDone: (label) => progress.tick(label) });
    progress.end();
    const isComplete = cases.length === exercises.length;
    const report: Report = { language, where, isComplete, totals: totalsOf(cases, performance.now() - startedAt), cases };
    // A report of an earlier run is worth more than one of nothing.
    if (json !== null && cases.length > 0) writeJsonFile(json, report);
    for (const line of summaryOf(report)) print(line);
    if (interrupted.aborted) return INTERRUPTED;
    return report.totals.solutionsPassed === cases.length ? 0 : 1;
  } finally {
    progress.end();
    await slots.close();
  }
}
