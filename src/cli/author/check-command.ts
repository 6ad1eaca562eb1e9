import { resolve } from 'node:path';
import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { New } from '../../../db/models/row.ts';
import { exercisesAsWritten } from '../../packs/to-bundle.ts';
import { needsProver, proveCourse, type ExerciseProof } from '../../services/prove/prove-course.ts';
import { isWritable, writeJsonFile } from '../json-file.ts';
import { badJobs, openSlots, readJobs, TRUSTED_WORDS } from '../open-slots.ts';
import { showProgress } from '../progress.ts';
import { NoBrowser, type Slots } from '../slots.ts';
import { INTERRUPTED, refusalOf, type Terminal } from '../terminal.ts';
import { isWanted } from '../track/run-track-args.ts';
import type { Verb } from '../verb.ts';
import { checkedExercises, tellReport, type CheckReport } from './check-report.ts';
import { openCourse } from './open-course.ts';
import { proverOn } from './prover-on.ts';
import { readArgs, withBareJson } from './read-args.ts';

const USAGE = `hornbook check FOLDER|PACK [options]

Lets a course prove what it promises, in the app's own sandbox, engines and grader, in a headless Chromium on all cores:
every solution passes, no starter does, every known mistake is met with its own words, programs print what their authors
say, keys are graded right and wrong options wrong. Programs that fare differently each time are told. Whatever
hornbook lint finds is told first, and then nothing is run.

  --json [FILE]  write { course, version, ok, findings, exercises: [{ id, type, ok, findings, ms }] } to FILE;
                 without one, or with -, print it instead of the words
  --only LIST    these exercises alone: ids parted by commas, * for any part of one (may be given again)
  --jobs N       so many at a time (one a core unless given)
  --trusted      run in Node instead of a browser. There an engine is NO sandbox: for your own course only

  hornbook check my-course
  hornbook check my-course --only "names.*" --json report.json

Exit code: 0 everything holds · 1 there are findings · 2 it could not be carried out as written · 130 Ctrl+C.`;

const OPTIONS = {
  json: { type: 'string' },
  only: { type: 'string', multiple: true },
  jobs: { type: 'string' },
  trusted: { type: 'boolean' },
} as const;

export const checkVerb: Verb = { usage: USAGE, run: checkCommand };

/** Exit codes: see the usage. */
async function checkCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { print, note, interrupted } = terminal;
  const startedAt = performance.now();
  const refuse = refusalOf('check', terminal);
  const read = readArgs('check', 'FOLDER', withBareJson(args), OPTIONS);
  if (!read.ok) return refuse(read.error.message);
  const { subject, values: { json = null, trusted: isTrusted = false, ...values } } = read.value;
  const jobs = readJobs(values.jobs);
  if (jobs === null) return refuse(badJobs(values.jobs));
  if (json !== null && json !== '-' && !isWritable(json)) return refuse(`${resolve(json)} cannot be written. Name a file in a folder that is there.`);
  const opened = await openCourse(subject);
  const error = opened.ok ? null : opened.error;
  if (error?.type === 'Misused') return refuse(error.message);

  const tell = (report: CheckReport): number => {
    if (json === '-') print(JSON.stringify(report, null, 2));
    else tellReport(report, subject, print);
    if (json !== null && json !== '-') writeJsonFile(json, report);
    return report.ok ? 0 : 1;
  };
  const ms = (): number => Math.round(performance.now() - startedAt);
  if (!opened.ok) {
    const { reason = null, findings = [] } = error ?? {};
    return tell({ course: null, version: null, where: null, isComplete: true, ok: false, reason, findings, exercises: [], ms: ms() });
  }
  const course = opened.value;
  const { id: packId, version } = course.doc.course;
  const all = exercisesAsWritten(course.doc);
  const only = (values.only ?? []).flatMap((list) => list.split(',')).map((part) => part.trim()).filter((part) => part !== '');
  const exercises = all.filter(({ id }) => isWanted(id.slice(packId.length + 1), only));
  if (exercises.length === 0 && only.length > 0) return refuse(`--only ${only.join(',')} names none of the ${all.length} exercises in ${subject}.`);
  const toRun = exercises.filter(needsProver);
  if (isTrusted && toRun.length > 0) note(TRUSTED_WORDS);
  let slots: Slots;
  try {
    const wanted = { language: mainLanguage(toRun), count: Math.min(jobs, toRun.length), signal: interrupted };
    slots = toRun.length === 0 ? NO_SLOTS : await openSlots(isTrusted, wanted, note);
  } catch (reason) {
    if (reason instanceof NoBrowser) return refuse(reason.message);
    throw reason;
  }
  const progress = showProgress(terminal, exercises.length, 'exercises');
  const close = (): void => void slots.close();
  interrupted.addEventListener('abort', close, { once: true });
  let proofs: ExerciseProof[];
  try {
    const provers = slots.slots.map((slot) => proverOn(slot, interrupted));
    proofs = await proveCourse({ exercises, provers, signal: interrupted, onDone: ({ id }) => progress.tick(id.slice(packId.length + 1)) });
  } finally {
    progress.end();
    await slots.close();
  }
  const checked = checkedExercises(course, proofs);
  const isComplete = checked.length === exercises.length;
  const where = toRun.length === 0 ? null : isTrusted ? 'node (trusted)' : 'browser';
  const ok = isComplete && checked.every((exercise) => exercise.ok);
  const code = tell({ course: packId, version, where, isComplete, ok, reason: null, findings: [], exercises: checked, ms: ms() });
  return interrupted.aborted ? INTERRUPTED : code;
}

const NO_SLOTS: Slots = { slots: [], close: () => Promise.resolve() };

/** Python boots slowest, and by what an earlier run kept. */
function mainLanguage(exercises: readonly New<Exercise>[]): CodeLanguage {
  const languages = exercises.flatMap((exercise) => ('language' in exercise ? [exercise.language] : []));
  return languages.includes('python') ? 'python' : (languages[0] ?? 'javascript');
}
