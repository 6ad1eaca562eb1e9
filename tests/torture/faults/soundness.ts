import { RULES } from '../../../db/rules/all-rules.ts';
import type { TableRules } from '../../../db/rules/rules.ts';
import type { ActivityDay } from '../../../db/models/activity-day.ts';
import { visible } from '../../../db/integrity.ts';
import { TABLE_NAMES, type Dump, type TableName, type Tables } from '../../../db/tables.ts';
import { countDays } from '../../../src/core/activity/count-days.ts';
import { computeSnapshot } from '../../../src/core/progress/compute-snapshot.ts';
import { outlineOf } from '../../../src/core/progress/outline.ts';

/** All rows by table as they are stored, hidden fields included. */
export type Stored = { readonly [table: string]: readonly { readonly id: string }[] };

/** What is wrong with a database's rows: shapes, foreign keys, double keys, snapshots that are not what history says. */
export function faultsIn(stored: Stored): string[] {
  const plain: unknown = Object.fromEntries(TABLE_NAMES.map((table) => [table, (stored[table] ?? []).map((row) => visible(row))]));
  const dump = plain as Required<Dump>;
  const ids = new Map(TABLE_NAMES.map((table) => [table, new Set<string>(dump[table].map(({ id }) => id))]));
  const days = stored.activityDays as readonly ActivityDay[] | undefined;
  return [...TABLE_NAMES.flatMap((table) => brokenRows(table, dump[table], ids)), ...untrueSnapshots(dump), ...untrueDays(dump, days)];
}

function brokenRows<T extends TableName>(table: T, rows: readonly Tables[T][], ids: ReadonlyMap<TableName, ReadonlySet<string>>): string[] {
  const rules: TableRules<Tables[T]> = RULES[table];
  const taken = new Set<string>();
  return rows.flatMap((row) => {
    const broken: string[] = [];
    const fault = rules.shape(row, '');
    if (fault !== null) broken.push(`${table} ${row.id}: ${fault.path} ${fault.reason}`);
    for (const { field, to, idOf } of rules.references) {
      const id = idOf(row);
      if (id !== null && ids.get(to)?.has(id) !== true) broken.push(`${table} ${row.id}: ${field} names no row`);
    }
    for (const { field, keyOf } of rules.unique) {
      const key = keyOf(row);
      const full = `${field} ${JSON.stringify(key)}`;
      if (key !== null && taken.has(full)) broken.push(`${table} ${row.id}: ${full} twice`);
      taken.add(full);
    }
    return broken;
  });
}

/** Each day of activity is what counting its attempts gives; `days` undefined: nobody looked. */
function untrueDays({ lessons, exercises, exerciseAttempts }: Required<Dump>, days: readonly ActivityDay[] | undefined): string[] {
  if (days === undefined) return [];
  const lessonOf = new Map(exercises.map(({ id, lessonId }) => [id, lessonId]));
  const courseOf = new Map(lessons.map(({ id, courseId }) => [id, courseId]));
  const counted = countDays(exerciseAttempts, (id) => courseOf.get(lessonOf.get(id) ?? '') ?? null);
  const texts = (rows: readonly ActivityDay[]): Set<string> =>
    new Set(rows.map(({ id, attempts, passed, reviews, activeMs }) => `${id}: ${attempts} ${passed} ${reviews} ${activeMs}`));
  const [is, should] = [texts(days), texts(counted)];
  const differing = [...[...is].filter((text) => !should.has(text)), ...[...should].filter((text) => !is.has(text))];
  return differing.map((text) => `the day ${text} is miscounted`);
}

/** R9: every snapshot is what attempts and facts give, and nobody who answered lacks one. */
function untrueSnapshots(dump: Required<Dump>): string[] {
  return dump.courses.flatMap((course) => {
    const outline = outlineOf(course.id, dump.lessons, dump.exercises.filter(({ variantOf }) => variantOf === null));
    const exercises = new Set(outline.lessons.flatMap((lesson) => lesson.exercises.map(({ id }) => id)));
    return dump.users.flatMap(({ id: userId }) => {
      const attempts = dump.exerciseAttempts.filter((one) => one.userId === userId && exercises.has(one.exerciseId));
      const facts = dump.learningFacts.filter((one) => one.userId === userId && one.courseId === course.id);
      const snapshot = dump.progressSnapshots.find((one) => one.userId === userId && one.courseId === course.id);
      if (snapshot === undefined) return attempts.length + facts.length === 0 ? [] : [`${userId}/${course.id} has no snapshot`];
      const { currentLessonId } = snapshot;
      const computed = computeSnapshot({ userId, outline, attempts, facts, currentLessonId });
      const isOther = ([field, value]: [string, unknown]): boolean => JSON.stringify(snapshot[field as keyof typeof snapshot]) !== JSON.stringify(value);
      const differs = Object.entries(computed).filter(isOther);
      return differs.map(([field]) => `the snapshot ${snapshot.id} has another ${field}`);
    });
  });
}
