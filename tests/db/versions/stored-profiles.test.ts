import { existsSync, readdirSync, statSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../db/database.ts';
import { visible } from '../../../db/integrity.ts';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import { createRepositories } from '../../../db/repositories.ts';
import { countDays } from '../../../src/core/activity/count-days.ts';
import { recomputeSnapshot } from '../../../src/services/recompute-snapshot.ts';
import { SCHEMA_VERSION, VERSIONS, upgradedDump } from '../../../db/versions/all.ts';
import type { AnyDump, AnyRow } from '../../../db/versions/version.ts';
import { deviceOf, type StoredDevice } from '../../fixtures/profiles/device.ts';
import { profileFile, storedProfile, unpackedProfile } from '../../fixtures/profiles/stored.ts';
import { faultsIn } from '../../torture/faults/soundness.ts';
import { historyTo } from '../history.ts';
import { everythingIn, freshDevice } from '../open.ts';

/** What an upgrade may add to, or compute anew of, an old row; everything else stays as it was. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  lessons: ['objectives'],
  exercises: ['isRequired', 'mistakes', 'constructs', 'objectives', 'variantOf'],
  exerciseAttempts: ['day'],
  progressSnapshots: ['rectifiedExerciseIds'],
};

it('R13: every version ever shipped has a stored profile, and none is larger than 300 kB', () => {
  for (const { number } of VERSIONS) expect(existsSync(profileFile(number))).toBe(true);
  const files = readdirSync('tests/fixtures/profiles').filter((name) => name.endsWith('.br'));
  expect(files).toHaveLength(VERSIONS.length);
  for (const { number } of VERSIONS) expect(statSync(profileFile(number)).size).toBeLessThan(300_000);
});

describe.each([1, 2, 3, 4, 5] as const)('the stored profile of version %i', (version) => {
  const closing: (() => void)[] = [];
  afterAll(() => closing.forEach((close) => close()));
  const before = storedProfile(version);

  it('is what its script makes, of many learners and thousands of attempts', () => {
    expect(JSON.stringify(deviceOf(version))).toBe(unpackedProfile(version));
    expect(before.users?.length).toBeGreaterThanOrEqual(40);
    expect(before.exerciseAttempts?.length).toBeGreaterThan(3_000);
    expect(before.progressSnapshots?.length).toBeGreaterThan(100);
  });

  it('R13: is upgraded without losing a row, and R9: each snapshot is what recomputing gives', async () => {
    const device = freshDevice();
    await fill(device, version, before);
    const db = openDatabase(device);
    closing.push(() => db.close());
    await db.open();
    expect(db.backendDB().version).toBe(SCHEMA_VERSION * 10);
    const repositories = createRepositories(db);
    const after = await everythingIn(repositories);

    for (const [table, rows] of Object.entries(visibleOf(before))) {
      const byId = new Map((after[table] ?? []).map((row) => [row.id, row]));
      expect(rows.filter(({ id }) => !byId.has(id))).toEqual([]);
      // A fact may come for what the old version counted as done; nothing else may.
      if (table !== 'learningFacts') expect(after[table]).toHaveLength(rows.length);
      const kept = rows.map((row) => without(byId.get(row.id) ?? {}, CHANGES[table]));
      expect(kept).toEqual(rows.map((row) => without(row, CHANGES[table])));
    }
    for (const { id } of after.users ?? []) {
      const mine = (after.exerciseAttempts ?? []).filter(({ userId }) => userId === id) as unknown as readonly ExerciseAttempt[];
      const courseOf = (exerciseId: string) => exerciseId.slice(0, exerciseId.indexOf(':'));
      expect(await (await repositories.activity()).getAll(String(id))).toEqual(expect.arrayContaining([...countDays(mine, courseOf)]));
    }
    expect(faultsIn(after as unknown as StoredDevice)).toEqual([]);
    for (const { userId, courseId, updatedAt } of after.progressSnapshots ?? []) {
      const computed = await repositories.transact('all', () => recomputeSnapshot(repositories, String(userId), String(courseId)));
      expect(computed.updatedAt).toBe(updatedAt);
    }
    expect(sorted(after)).toEqual(sorted(upgradedDump(visibleOf(before), version)));
  });
});

async function fill(device: ReturnType<typeof freshDevice>, version: number, rows: StoredDevice): Promise<void> {
  const db = openDatabase({ ...device, history: historyTo(version) });
  await db.open();
  for (const [table, all] of Object.entries(rows)) await db.table(table).bulkAdd([...all]);
  db.close();
}

const without = (row: AnyRow, names: readonly string[] = []): AnyRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** As a backup holds them. */
const visibleOf = (rows: StoredDevice): AnyDump =>
  Object.fromEntries(
    Object.entries(rows)
      .filter(([table]) => table !== 'activityDays')
      .map(([table, all]) => [table, all.map((row) => visible(row))]),
  );

const sorted = (dump: AnyDump): AnyDump =>
  Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))]));
