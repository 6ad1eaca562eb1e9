import type { PackError } from '../pack-error.ts';
import { fieldToText } from './check-shape.ts';
import type { FieldPath } from './read-yaml.ts';
import { reporterAt } from './report-at.ts';
import type { CourseSource } from './source-shapes.ts';

type LineOf = (path: FieldPath) => number;

/** A lesson or an exercise: what it is called, and where that is written. */
export interface Named {
  readonly id: string;
  readonly renamedFrom?: string | undefined;
  readonly file: string;
  readonly lineOf: LineOf;
}

interface NamedExercise extends Named {
  readonly variantOf?: string | undefined;
}

export interface AllNames {
  readonly lessons: readonly Named[];
  readonly exercises: readonly NamedExercise[];
  /** null: it could not be read. */
  readonly course: { readonly retired: CourseSource['retired']; readonly file: string; readonly lineOf: LineOf } | null;
}

type Report = (finding: PackError) => void;

/**
 * Learners' histories hang on ids: over the whole course each is used once, be it as a name of today, as the first name of
 * what was renamed, or as that of what was retired. Lessons and exercises apart.
 */
export function lintIds({ lessons, exercises, course }: AllNames, report: Report): void {
  lintNames(lessons, 'lessons', course, report);
  lintNames(exercises, 'exercises', course, report);
  lintVariants(exercises, report);
}

function lintNames(all: readonly Named[], kind: 'lessons' | 'exercises', course: AllNames['course'], report: Report): void {
  const first = new Map<string, { readonly file: string; readonly line: number }>();
  const use = (name: string, { file, lineOf }: Pick<Named, 'file' | 'lineOf'>, path: FieldPath): void => {
    const [line, before] = [lineOf(path), first.get(name)];
    if (before === undefined) first.set(name, { file, line });
    else report({ type: 'BadContent', file, line, field: fieldToText(path), expected: 'an id not used before', found: `\`${name}\`, which stands in ${before.file}:${before.line} too` });
  };
  for (const one of all) use(one.id, one, ['id']);
  for (const one of all) if (one.renamedFrom !== undefined) use(one.renamedFrom, one, ['renamedFrom']);
  if (course !== null) (course.retired?.[kind] ?? []).forEach((name, i) => use(name, course, ['retired', kind, i]));
}

function lintVariants(exercises: readonly NamedExercise[], report: Report): void {
  const all = new Set(exercises.map(({ id }) => id));
  const asked = new Set(exercises.filter(({ variantOf }) => variantOf === undefined).map(({ id }) => id));
  for (const { id, variantOf, file, lineOf } of exercises) {
    if (variantOf === undefined || asked.has(variantOf)) continue;
    const found = variantOf === id ? 'its own' : all.has(variantOf) ? `\`${variantOf}\`, which is a variant itself` : `\`${variantOf}\``;
    reporterAt(file, { lineOf }, report)(['variantOf'], 'the id of an exercise of this course that is no variant', found);
  }
}
