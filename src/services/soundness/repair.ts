import type { Id } from '../../../db/models/ids.ts';
import type { TableName } from '../../../db/tables.ts';
import type { CourseBundle } from '../../packs/course-bundle.ts';
import type { Environment } from '../environment.ts';
import { installBundle } from '../install-course.ts';
import type { RecoveryService } from '../recovery-service.ts';
import { recountActivity } from '../activity.ts';
import { PROGRESS_TABLES, recomputeSnapshot } from '../recompute-snapshot.ts';
import { checkActivity } from './check-activity.ts';
import { checkSnapshot } from './check-snapshots.ts';
import type { Examined } from './check.ts';
import type { Cure, Finding, RowFinding } from './finding.ts';

type Parts = Pick<Environment, 'strict' | 'unjournaled'> & { readonly recovery: Pick<RecoveryService, 'look'> };

/**
 * Mends what can be mended, in the order in which one thing hangs on another: content, then what the journal has, then
 * what is computed. `discard`: rows that nothing mends are taken out; the caller has saved them. Each step is whole or
 * not at all, and a step that does not succeed leaves the rest to be tried.
 */
export async function repair(parts: Parts, { checkup, medicine, pairs, users }: Examined, { discard }: { readonly discard: boolean }): Promise<void> {
  const { strict, unjournaled, recovery } = parts;
  const { findings } = checkup;
  const [dumps, inspection] = [await unjournaled.dumps(), await unjournaled.inspection()];

  for (const [bundle, broken] of coursesToReadAgain(findings, medicine)) {
    await unjournaled.transact('all', async () => {
      // A damaged row is no ground to build the new one on.
      for (const { table, id } of broken) await inspection.discard(table, [id]);
      await installBundle(unjournaled, bundle);
    });
  }
  if (findings.some(({ cure }) => cure === 'journal')) {
    await recovery.look();
    for (const { table, id } of curedBy(findings, 'journal').filter(({ kind }) => kind === 'row')) {
      const row = medicine.soundRow(table, id);
      if (row !== null) await dumps.repair(table, [row]);
    }
  }
  for (const { table, id } of curedBy(findings, 'rewrite')) {
    const [found] = await inspection.get(table, [id]);
    if (found !== undefined && found !== null) await dumps.repair(table, [{ ...found.row, id }]);
  }
  if (discard) {
    const beyond = await strict.inspection();
    // Told to the journal, which must not bring them back.
    await strict.transact('all', async () => {
      for (const [table, ids] of byTable(curedBy(findings, 'none'))) await beyond.discard(table, ids);
    });
  }
  await recomputeAll(parts, findings, pairs);
  await recountAll(parts, users);
}

function byTable(findings: readonly RowFinding[]): Map<TableName, Id[]> {
  const tables = new Map<TableName, Id[]>();
  for (const { table, id } of findings) {
    const ids = tables.get(table) ?? [];
    tables.set(table, ids);
    ids.push(id);
  }
  return tables;
}

const curedBy = (findings: readonly Finding[], cure: Cure): RowFinding[] =>
  findings.filter((finding) => finding.kind !== 'activity').filter((finding) => finding.cure === cure);

function coursesToReadAgain(findings: readonly Finding[], { bundleOf }: Examined['medicine']): Map<CourseBundle, { table: TableName; id: Id }[]> {
  const courses = new Map<CourseBundle, { table: TableName; id: Id }[]>();
  for (const finding of curedBy(findings, 'course')) {
    const isParent = finding.kind === 'reference' && bundleOf(finding.to, finding.missing) !== null;
    const bundle = isParent ? bundleOf(finding.to, finding.missing) : bundleOf(finding.table, finding.id);
    if (bundle === null) continue;
    const broken = courses.get(bundle) ?? [];
    courses.set(bundle, broken);
    if (!isParent) broken.push({ table: finding.table, id: finding.id });
  }
  return courses;
}

/**
 * Damaged snapshots go, and whichever is wrong or not there is computed anew: nothing that a learner did is in them
 * alone. What was mended before may be what one of them is computed from, so that all are looked at.
 */
async function recomputeAll({ strict }: Parts, findings: readonly Finding[], pairs: Examined['pairs']): Promise<void> {
  const wrong = curedBy(findings, 'recompute');
  const inspection = await strict.inspection();
  const damaged = wrong.filter(({ kind }) => kind !== 'snapshot').map(({ id }) => id);
  const places = new Map((await inspection.get('progressSnapshots', damaged)).map((found) => [found?.id, found?.row.currentLessonId]));
  await strict.transact(['progressSnapshots'], () => inspection.discard('progressSnapshots', damaged));
  for (const pair of pairs) {
    if ((await checkSnapshot(strict, pair)) === null) continue;
    const [userId, courseId] = pair;
    const place = places.get(pair.join('/'));
    await strict.transact(PROGRESS_TABLES, async () => {
      const lesson = typeof place === 'string' ? await strict.lessons.getById(place) : null;
      await recomputeSnapshot(strict, userId, courseId, lesson?.courseId === courseId ? lesson.id : undefined);
    });
  }
}

/** Whatever was mended before may be what they are counted from: the days of all are looked at. */
async function recountAll({ strict }: Parts, users: Examined['users']): Promise<void> {
  const activity = await strict.activity();
  for (const userId of users) {
    if ((await checkActivity(strict, userId)) !== null) await strict.transact('all', () => recountActivity(strict, activity, userId));
  }
}
