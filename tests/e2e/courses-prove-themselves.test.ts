import { beforeAll, expect, inject, it } from 'vitest';
import type { CodeLanguage } from '../../db/models/enums.ts';
import type { Id } from '../../db/models/ids.ts';
import { newCourse } from '../../src/cli/author/new-course.ts';
import { openSandboxPages } from '../../src/cli/sandbox-page/open-pages.ts';
import { parseCourse } from '../../src/packs/source/parse-course.ts';
import { proveCourse, type ExerciseProof } from '../../src/services/prove/prove-course.ts';
import { inBrowser } from './browser.ts';
import { bundledCourses, readCourse } from './courses.ts';

/** Every engine's first boots, on a machine that is busy. */
const LIMIT_MS = 300_000;

/** What `hornbook new` writes. */
const begun = (['python', 'javascript', 'typescript', null] as const).map((language: CodeLanguage | null) => {
  const parsed = parseCourse(newCourse({ id: `new-${language ?? 'none'}`, title: 'New', language }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.findings));
  return parsed.value;
});
const fixtures = ['free-form', 'every-type'].map((name) => readCourse(`tests/fixtures/courses/${name}`));
const exercises = [...bundledCourses(), ...fixtures, ...begun].flatMap((course) => course.exercises);

/** Every course that comes with the app, and those that a new one begins with, in the very sandbox that the app uses. */
inBrowser('every course proves itself', () => {
  const proofs = new Map<Id, ExerciseProof>();
  beforeAll(async () => {
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
