import { beforeAll, expect, inject, it } from 'vitest';
import type { CodeLanguage } from '../../db/models/enums.ts';
import type { CodeExercise, Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { New } from '../../db/models/row.ts';
import { newCourse } from '../../src/cli/author/new-course.ts';
import { openSandboxPages } from '../../src/cli/sandbox-page/open-pages.ts';
import { parseCourse } from '../../src/packs/source/parse-course.ts';
import { proveCourse, type ExerciseProof } from '../../src/services/prove/prove-course.ts';
import { inBrowser } from './browser.ts';
import { SEED } from '../factories/seed.ts';
import { demoCourses, fullCourses, readCourse } from './courses.ts';

/** Hundreds of programs, most of them Python in a sandbox of its own: two minutes on two cores, and far more beside others. */
const LIMIT_MS = 1_800_000;

/** What `hornbook new` writes. */
const begun = (['python', 'javascript', 'typescript', null] as const).map((language: CodeLanguage | null) => {
  const parsed = parseCourse(newCourse({ id: `new-${language ?? 'none'}`, title: 'New', language }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.findings));
  return parsed.value;
});
const fixtures = ['free-form', 'every-type'].map((name) => readCourse(`tests/fixtures/courses/${name}`));
const isCodeExercise = (exercise: New<Exercise>): exercise is New<CodeExercise> => exercise.type === 'CODE_COMPLETION' || exercise.type === 'FIX_BUG';

/**
 * To run all code of the full courses takes ten minutes. One of three code exercises is tried, and the known mistakes of one
 * of nine: others each time. `npm run hornbook -- check seeds/courses/python-first-steps` tries all.
 */
const drawn = fullCourses()
  .flatMap((course) => course.exercises)
  .map((exercise, i) => ({ exercise, draw: i + SEED }))
  .filter(({ exercise, draw }) => !isCodeExercise(exercise) || draw % 3 === 0)
  .map(({ exercise, draw }) => (isCodeExercise(exercise) && draw % 9 !== 0 ? { ...exercise, mistakes: [] } : exercise));
const exercises = [...drawn, ...[...demoCourses(), ...fixtures, ...begun].flatMap((course) => course.exercises)];

/** Every course that comes with the app, and those that a new one begins with, in the very sandbox that the app uses. */
inBrowser('every course proves itself', () => {
  const proofs = new Map<Id, ExerciseProof>();
  beforeAll(async () => {
    console.log(`exercises drawn by HORNBOOK_SEED=${SEED}`);
    const opened = await openSandboxPages({ count: 2, language: 'python', browser: inject('browser') });
    try {
      const signal = new AbortController().signal;
      await proveCourse({ exercises, provers: opened.pages, signal, onDone: (proof) => proofs.set(proof.id, proof) });
    } finally {
      await opened.close();
    }
  }, LIMIT_MS);

  it.each(exercises)('$id keeps what it promises', ({ id }) => {
    expect(proofs.get(id)).toMatchObject({ ok: true, findings: [] });
  });
});
