import type { CourseDoc } from '../../packs/course-doc.ts';
import { compareVersions } from '../../packs/compare-versions.ts';
import { refusalOf, type Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';
import { placesIn } from './exercise-places.ts';
import { openCourse, type OpenedCourse, type UnusableCourse } from './open-course.ts';
import { readArgs, type Misused } from './read-args.ts';
import { spokenLanguages, translatedWords } from './tell-languages.ts';
import { countOf, tellFindings } from './tell-findings.ts';

const USAGE = `hornbook lint FOLDER|PACK [--released PACK] [--json]

Reads a course and tells everything that is wrong with how it is written: fields that are missing or misspelt, ids used
twice, hints that give the solution away, keys that would not be graded right … Each finding on a line:

  lessons/010-names/lesson.md:34: options[2].why: expected the reason why it is right or wrong, found nothing

No code of the course is run: hornbook check does that.

  --released PACK   compare with the version that learners have: an id that vanished needs \`retired\` in course.yaml or a
                    \`renamedFrom\`, a changed answer a higher \`rev\`, the course a higher version
  --json            print { course, version, ok, reason, findings: [{ file, line, field, expected, found, type }] }

  hornbook lint my-course
  hornbook lint my-course --released my-course-1.0.0.hornpack
  hornbook lint my-course-1.0.0.hornpack --json

Exit code: 0 nothing was found · 1 there are findings · 2 it could not be read as written.`;

export const lintVerb: Verb = { usage: USAGE, run: lintCommand };

/** Exit codes: see the usage. */
async function lintCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { print } = terminal;
  const refuse = refusalOf('lint', terminal);
  const read = readArgs('lint', 'FOLDER', args, { json: { type: 'boolean' }, released: { type: 'string' } });
  if (!read.ok) return refuse(read.error.message);
  const { subject, values } = read.value;
  const opened = await openCourse(subject);
  if (!opened.ok && opened.error.type === 'Misused') return refuse(opened.error.message);
  const released = values.released === undefined ? null : await openCourse(values.released);
  if (released?.ok === false) return refuse(`--released ${values.released ?? ''}: ${whyUnusable(released.error)}`);
  const error = opened.ok ? sinceRelease(opened.value, released?.value.doc ?? null) : opened.error;
  if (error?.type === 'Misused') return refuse(error.message);
  const doc = opened.ok ? opened.value.doc : null;
  if (values.json === true) {
    const { id = null, version = null } = doc?.course ?? {};
    print(JSON.stringify({ course: id, version, ok: error === null, reason: error?.reason ?? null, findings: error?.findings ?? [] }, null, 2));
  } else if (error !== null) {
    tellFindings(error, subject, terminal);
  } else if (doc !== null) {
    const exercises = doc.lessons.reduce((sum, lesson) => sum + lesson.exercises.length, 0);
    print(`${doc.course.id} ${doc.course.version}: ${countOf(doc.lessons.length, 'lesson')}, ${countOf(exercises, 'exercise')}, nothing to mend.`);
    for (const spoken of spokenLanguages(doc).slice(1)) print(translatedWords(doc, spoken));
  }
  return error === null ? 0 : 1;
}

/** null: there is nothing to compare with, or nothing to mend. */
function sinceRelease({ doc, files }: OpenedCourse, released: CourseDoc | null): UnusableCourse | null {
  if (released === null) return null;
  const findings = compareVersions(released, doc, ...(files === null ? [] : [placesIn(files)]));
  return findings.length === 0 ? null : { type: 'UnusableCourse', reason: null, findings };
}

const whyUnusable = (error: Misused | UnusableCourse): string =>
  error.type === 'Misused' ? error.message : (error.reason ?? `${countOf(error.findings.length, 'finding')}; hornbook lint tells them.`);
