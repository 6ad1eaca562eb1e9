import type { Id } from '../../../db/models/ids.ts';
import type { TableName } from '../../../db/tables.ts';
import type { CourseBundle } from '../../packs/course-bundle.ts';
import type { SoundRow } from './check-journal.ts';
import type { Cure, Finding, Problem } from './finding.ts';

const CONTENT: readonly TableName[] = ['courses', 'lessons', 'exercises'];

export interface Medicine {
  readonly soundRow: SoundRow;
  /** The course that brings this row of content along; null: none does. */
  readonly bundleOf: (table: TableName, id: Id) => CourseBundle | null;
}

export const withCures = (problems: readonly Problem[], medicine: Medicine): Finding[] =>
  problems.map((problem) => ({ ...problem, cure: cureOf(problem, medicine) }));

function cureOf(problem: Problem, { soundRow, bundleOf }: Medicine): Cure {
  switch (problem.kind) {
    case 'unreadable':
      return 'restart';
    case 'snapshot':
    case 'activity':
      return 'recompute';
    case 'missing':
    case 'changed':
      return 'journal';
    case 'hidden':
      return 'rewrite';
    case 'row':
    case 'double':
    case 'reference': {
      const { table, id } = problem;
      if (problem.kind === 'reference') {
        // What it hangs on may come back.
        if (bundleOf(problem.to, problem.missing) !== null) return 'course';
        if (soundRow(problem.to, problem.missing) !== null) return 'journal';
      }
      if (table === 'progressSnapshots') return problem.kind === 'reference' && problem.field !== 'currentLessonId' ? 'none' : 'recompute';
      if (CONTENT.includes(table)) return bundleOf(table, id) === null ? 'none' : 'course';
      return problem.kind === 'row' && soundRow(table, id) !== null ? 'journal' : 'none';
    }
  }
}

/** A course that can be read again; null: no longer. */
interface Source {
  readonly load: () => Promise<CourseBundle | null>;
}

/** The courses that the app brings along, or keeps the files of, are loaded only where a row of content is amiss. */
export async function bundlesFor(problems: readonly Problem[], sourcesOf: () => Promise<readonly Source[]>): Promise<Medicine['bundleOf']> {
  const isAbout = (problem: Problem): boolean =>
    problem.kind !== 'activity' && CONTENT.includes(problem.kind === 'reference' ? problem.to : problem.table);
  const bundles = problems.some(isAbout) ? await Promise.all((await sourcesOf()).map(({ load }) => load())) : [];
  const owners = new Map<string, CourseBundle>();
  for (const bundle of bundles.filter((one) => one !== null)) {
    owners.set(`courses ${bundle.course.id}`, bundle);
    for (const { id } of bundle.lessons) owners.set(`lessons ${id}`, bundle);
    for (const { id } of bundle.exercises) owners.set(`exercises ${id}`, bundle);
  }
  return (table, id) => owners.get(`${table} ${id}`) ?? null;
}
