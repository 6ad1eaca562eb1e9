import type { CourseDoc } from '../../packs/course-doc.ts';
import { lessonFile } from '../../packs/pack/manifest.ts';
import { packErrorToText, type PackError } from '../../packs/pack-error.ts';
import { fieldToText } from '../../packs/source/check-shape.ts';
import type { ExerciseProof } from '../../services/prove/prove-course.ts';
import { exercisePlaces } from './exercise-places.ts';
import type { OpenedCourse } from './open-course.ts';
import { countOf, tellFindings } from './tell-findings.ts';

/** What `hornbook check` found; its JSON. */
export interface CheckReport {
  readonly course: string | null;
  readonly version: string | null;
  /** Node is no sandbox; only the browser's runs say what the app does. Null: nothing had to be run. */
  readonly where: 'browser' | 'node (trusted)' | null;
  /** False: it was interrupted, and only what was done is here. */
  readonly isComplete: boolean;
  readonly ok: boolean;
  /** Why the course is refused as a whole, or null. */
  readonly reason: string | null;
  /** Of how the course is written: with any of these nothing was run. */
  readonly findings: readonly PackError[];
  readonly exercises: readonly CheckedExercise[];
  readonly ms: number;
}

export interface CheckedExercise extends Omit<ExerciseProof, 'findings'> {
  readonly findings: readonly {
    readonly what: string;
    readonly file: string;
    /** From 1; missing for a pack, whose lines nobody wrote. */
    readonly line?: number;
    readonly field: string;
    readonly expected: string;
    readonly found: string;
  }[];
}

/** The proofs under the ids that their author gave, with the places to go and mend. */
export function checkedExercises({ doc, files }: Pick<OpenedCourse, 'doc' | 'files'>, proofs: readonly ExerciseProof[]): CheckedExercise[] {
  const places = exercisePlaces(files ?? {});
  const packFiles = fileOfEach(doc);
  return proofs.map(({ id: rowId, findings, ...proof }) => {
    const id = rowId.slice(doc.course.id.length + 1);
    const place = places.get(id);
    const told = findings.map(({ what, path, expected, found }) => ({
      what,
      file: place?.file ?? packFiles.get(id) ?? '',
      ...(place === undefined ? {} : { line: place.lineOf(path) }),
      field: fieldToText(path),
      expected,
      found,
    }));
    return { id, ...proof, findings: told };
  });
}

const fileOfEach = ({ lessons }: CourseDoc): ReadonlyMap<string, string> =>
  new Map(lessons.flatMap(({ folder, exercises }) => exercises.map(({ id }) => [id, lessonFile(folder)] as const)));

/** Each finding on a line, then what the whole came to. */
export function tellReport(report: CheckReport, path: string, print: (line: string) => void): void {
  const { exercises, where, ms, isComplete } = report;
  if (report.findings.length > 0 || report.reason !== null) {
    tellFindings(report, path, { print });
    return;
  }
  for (const { id, findings } of exercises) {
    for (const { file, line, field, expected, found } of findings) {
      const at = line === undefined ? file : `${path.replace(/[\\/]+$/, '')}/${file}`;
      const what = field === '' ? id : `${id} ${field}`;
      print(line === undefined ? `${at}: ${what}: expected ${expected}, found ${found}` : packErrorToText({ type: 'BadContent', file: at, line, field: what, expected, found }));
    }
  }
  const wrong = exercises.filter(({ ok }) => !ok).length;
  if (wrong > 0) print('');
  const name = `${report.course ?? ''} ${report.version ?? ''}`;
  print(wrong === 0 ? `${name} keeps its promises: ${countOf(exercises.length, 'exercise')}.` : `${name}: ${countOf(wrong, 'exercise')} of ${exercises.length} to mend.`);
  print(`${(ms / 1000).toFixed(1)} s${where === null ? '; no code to run' : ` in ${where}`}${isComplete ? '' : '; interrupted: the rest was not checked'}`);
}
