import { answerHash } from './answer-hash.ts';
import type { CourseDoc } from './course-doc.ts';
import { inOrder, type PackError } from './pack-error.ts';
import { isNewer } from './pack/is-newer.ts';
import { fieldToText } from './source/check-shape.ts';
import type { ExerciseSource } from './source/exercise-shapes.ts';
import type { FieldPath } from './source/read-yaml.ts';
import { firstName } from './to-bundle.ts';

/** Where a field is written: of an exercise or a lesson by its id of today, else of the course itself. */
export type Locate = (of: { readonly kind: 'course' | 'lesson' | 'exercise'; readonly id: string }, path: FieldPath) => Pick<PackError, 'file' | 'line'>;

/**
 * What would lose or confuse learners who come from the released version to this one: an id that vanished, another answer
 * under the same `rev`, a `rev` or a version that did not rise. Nothing when both are the same. `locate` gives the lines
 * of a source; without it each finding names its file alone.
 */
export function compareVersions(released: CourseDoc, now: CourseDoc, locate: Locate = fileIn(now)): readonly PackError[] {
  if (JSON.stringify(released) === JSON.stringify(now)) return [];
  const findings: PackError[] = [];
  const report: Report = (of, path, expected, found) =>
    void findings.push({ type: 'BadContent', ...locate(of, path), field: fieldToText(path), expected, found });
  const course = { kind: 'course', id: now.course.id } as const;
  if (released.course.id !== now.course.id) {
    report(course, ['id'], `\`${released.course.id}\`, the id of the released course`, `\`${now.course.id}\``);
    return findings;
  }
  const [before, after] = [released.course.version, now.course.version];
  if (!isNewer(after, before)) report(course, ['version'], `a version above the released ${before}`, after);
  compareNames('lesson', namesIn(released, 'lesson'), namesIn(now, 'lesson'), report);
  compareNames('exercise', namesIn(released, 'exercise'), namesIn(now, 'exercise'), report);
  compareAnswers(released, now, report);
  return inOrder(findings);
}

type Kind = 'lesson' | 'exercise';
type Report = (of: Parameters<Locate>[0], path: FieldPath, expected: string, found: string) => void;

interface Names {
  readonly courseId: string;
  readonly live: readonly { readonly id: string; readonly renamedFrom?: string | undefined }[];
  readonly retired: readonly string[];
}

const exercisesOf = ({ lessons }: CourseDoc): readonly ExerciseSource[] => lessons.flatMap(({ exercises }) => exercises);

function namesIn(doc: CourseDoc, kind: Kind): Names {
  const { id: courseId, retired } = doc.course;
  if (kind === 'lesson') return { courseId, live: doc.lessons.map(({ head }) => head), retired: retired?.lessons ?? [] };
  return { courseId, live: exercisesOf(doc), retired: retired?.exercises ?? [] };
}

/** Everything that ever was is still there, under its first name, or told to be retired. */
function compareNames(kind: Kind, released: Names, now: Names, report: Report): void {
  const course = { kind: 'course', id: now.courseId } as const;
  const live = new Map(now.live.map((one) => [one.id, one]));
  const known = new Set([...now.live.map(firstName), ...now.retired]);
  const successors = new Map(now.live.flatMap((one) => (one.renamedFrom === undefined ? [] : [[one.renamedFrom, one] as const])));
  for (const one of released.live) {
    const first = firstName(one);
    if (known.has(first)) continue;
    // Called again what it was, or renamed a second time: what it is called first of all still counts.
    const same = first === one.id ? undefined : (live.get(one.id) ?? successors.get(one.id));
    const expected = `\`renamedFrom: ${first}\`, the first id it ever had`;
    if (same !== undefined) report({ kind, id: same.id }, ['renamedFrom'], expected, same.renamedFrom === undefined ? 'nothing' : `\`${same.renamedFrom}\``);
    else report(course, ['retired', `${kind}s`], vanished(kind, first), `neither, and \`${one.id}\` is gone since the released version`);
  }
  for (const id of released.retired) {
    if (!known.has(id)) report(course, ['retired', `${kind}s`], `\`${id}\`, which was retired before, or that ${kind} again`, 'neither');
  }
}

const vanished = (kind: Kind, first: string): string => `\`${first}\` in this list, or \`renamedFrom: ${first}\` at the ${kind} that it became`;

function compareAnswers(released: CourseDoc, now: CourseDoc, report: Report): void {
  const before = new Map(exercisesOf(released).map((exercise) => [firstName(exercise), exercise]));
  for (const exercise of exercisesOf(now)) {
    const old = before.get(firstName(exercise));
    if (old === undefined) continue;
    const at = { kind: 'exercise', id: exercise.id } as const;
    if (exercise.rev < old.rev) report(at, ['rev'], `${old.rev} or more, which is released`, String(exercise.rev));
    else if (exercise.rev === old.rev && answerHash(exercise) !== answerHash(old)) {
      report(at, ['rev'], `\`rev: ${old.rev + 1}\`, since what is graded has changed`, String(exercise.rev));
    }
  }
}

function fileIn({ lessons }: CourseDoc): Locate {
  const folders = new Map(
    lessons.flatMap(({ folder, head, exercises }) => [[`lesson ${head.id}`, folder], ...exercises.map(({ id }) => [`exercise ${id}`, folder])] as [string, string][]),
  );
  return ({ kind, id }) => ({ file: kind === 'course' ? 'course.yaml' : `lessons/${folders.get(`${kind} ${id}`) ?? ''}/lesson.md`, line: 1 });
}
