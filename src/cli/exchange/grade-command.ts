import { existsSync, readFileSync, statSync } from 'node:fs';
import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import { isRecord, parseJson } from '../../core/json.ts';
import { readAnswer } from '../../packs/read-answer.ts';
import { exercisesAsWritten } from '../../packs/to-bundle.ts';
import type { CourseDoc } from '../../packs/course-doc.ts';
import { openCourse } from '../author/open-course.ts';
import { proverOn } from '../author/prover-on.ts';
import { readArgs } from '../author/read-args.ts';
import { tellFindings } from '../author/tell-findings.ts';
import { badJobs, openSlots, readJobs, TRUSTED_WORDS } from '../open-slots.ts';
import { showProgress } from '../progress.ts';
import { NoBrowser, type Slots } from '../slots.ts';
import { INTERRUPTED, refusalOf, type Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';
import { gradeAll, isCode, type Graded, type ToGrade } from './grade-answers.ts';

const USAGE = `hornbook grade FOLDER|PACK --answers FILE [options]

Grades answers by the app's own grader; code is run in the app's sandbox in a headless Chromium, on all cores.

  --answers FILE   lines of JSON: {"exerciseId": "names.bill", "answer": …}. An exercise by its id, or by the id it had where it
                   was imported from. An answer: an option's id or words; a list of them; true or false; a text or a number;
                   an object from each blank or left item to its answer; code as text, or an object of files
  --json           print lines of JSON, in the order of the answers: {"exerciseId", "verdict", "score": 0–1,
                   "say"}; verdicts are PASSED, FAILED, ERRORED, TIMED_OUT, UNGRADED; a line that cannot be graded has "verdict": null and "error"
  --jobs N         so many at a time (one a core unless given)
  --trusted        run code in Node instead of a browser. There an engine is NO sandbox: for your own code only

  hornbook grade names-1.0.0.hornpack --answers class.jsonl --json

Exit code: 0 every line was graded · 1 some could not be, or the course cannot be used · 2 misused · 130 Ctrl+C.`;

const OPTIONS = { answers: { type: 'string' }, json: { type: 'boolean' }, jobs: { type: 'string' }, trusted: { type: 'boolean' } } as const;

export const gradeVerb: Verb = { usage: USAGE, run: gradeCommand };

/** Exit codes: see the usage. */
async function gradeCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { print, note, interrupted } = terminal;
  const refuse = refusalOf('grade', terminal);
  const read = readArgs('grade', 'PACK', args, OPTIONS);
  if (!read.ok) return refuse(read.error.message);
  const { subject, values: { answers: file, trusted: isTrusted = false, json: isJson = false, ...values } } = read.value;
  const jobs = readJobs(values.jobs);
  if (jobs === null) return refuse(badJobs(values.jobs));
  if (file === undefined) return refuse('no answers are named: --answers FILE');
  if (!existsSync(file) || !statSync(file).isFile()) return refuse(`there is no file ${file}.`);
  const opened = await openCourse(subject);
  if (!opened.ok) {
    if (opened.error.type === 'Misused') return refuse(opened.error.message);
    tellFindings(opened.error, subject, { print: (line) => note(`${line}\n`) });
    return 1;
  }
  const lines = readLines(readFileSync(file, 'utf8'), exercisesOf(opened.value.doc));
  const toRun = lines.filter((line) => isCode(line.exercise));
  if (isTrusted && toRun.length > 0) note(TRUSTED_WORDS);
  let slots: Slots = { slots: [], close: () => Promise.resolve() };
  try {
    const wanted = { language: languageOf(toRun), count: Math.min(jobs, toRun.length), signal: interrupted };
    if (toRun.length > 0) slots = await openSlots(isTrusted, wanted, note);
  } catch (reason) {
    if (reason instanceof NoBrowser) return refuse(reason.message);
    throw reason;
  }
  const progress = showProgress(terminal, lines.length, 'answers');
  const close = (): void => void slots.close();
  interrupted.addEventListener('abort', close, { once: true });
  let graded: readonly Graded[];
  try {
    graded = await gradeAll(lines, slots.slots.map((slot) => proverOn(slot, interrupted)), interrupted, (id) => progress.tick(id));
  } finally {
    progress.end();
    await slots.close();
  }
  for (const line of graded) print(isJson ? JSON.stringify(line) : wordsOf(line));
  if (interrupted.aborted) return INTERRUPTED;
  return graded.every(({ verdict }) => verdict !== null) ? 0 : 1;
}

/** By the id its author gave it, its row's, and the one it had where it came from, unless several came with it. */
function exercisesOf(doc: CourseDoc): ReadonlyMap<string, Exercise> {
  const found = new Map<string, Exercise | null>();
  const packId = doc.course.id;
  const rows = new Map<string, Exercise>(exercisesAsWritten(doc).map((row) => [row.id, { ...row, createdAt: 0, updatedAt: 0 }]));
  const sources = doc.lessons.flatMap((lesson) => lesson.exercises);
  for (const { id, source } of sources) {
    if (source?.id !== undefined) found.set(source.id, found.has(source.id) ? null : (rows.get(`${packId}:${id}`) ?? null));
  }
  for (const { id } of sources) found.set(id, rows.get(`${packId}:${id}`) ?? null);
  for (const [id, row] of rows) found.set(id, row);
  return new Map([...found].flatMap(([id, row]) => (row === null ? [] : [[id, row]])));
}

function readLines(text: string, exercises: ReadonlyMap<string, Exercise>): ToGrade[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/).flatMap((line, i): ToGrade[] => {
    if (line.trim() === '') return [];
    const value = parseJson(line);
    const bad = (exerciseId: string | null, error: string): ToGrade[] => [{ exerciseId, exercise: null, answer: null, error: `line ${i + 1}: ${error}` }];
    if (!isRecord(value) || typeof value.exerciseId !== 'string') return bad(null, 'expected {"exerciseId": …, "answer": …}');
    const { exerciseId } = value;
    const exercise = exercises.get(exerciseId);
    if (exercise === undefined) return bad(exerciseId, `there is no exercise "${exerciseId}" in the course`);
    const answer = readAnswer(exercise, value.answer);
    return answer.ok ? [{ exerciseId, exercise, answer: answer.value, error: null }] : bad(exerciseId, answer.error.message);
  });
}

function languageOf(lines: readonly ToGrade[]): CodeLanguage {
  const languages = lines.flatMap(({ exercise }) => (exercise !== null && 'language' in exercise && exercise.type !== 'PARSONS' ? [exercise.language] : []));
  return languages.includes('python') ? 'python' : (languages[0] ?? 'javascript');
}

const wordsOf = ({ exerciseId, verdict, score, error, say }: Graded): string =>
  verdict === null ? `${exerciseId ?? '?'}: ${error ?? ''}` : `${exerciseId ?? '?'}: ${verdict} ${score}${say === null ? '' : `  ${say.replace(/\s+/g, ' ')}`}`;
