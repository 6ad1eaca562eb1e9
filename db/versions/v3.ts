import type { Transaction } from 'dexie';
import type { AnyDump, AnyRow, Version } from './version.ts';

/**
 * Version 3: nine more types of exercise, tests that run beside the code, TypeScript.
 *
 * No store changes: what a row may hold does. Code exercises learn which constructs they ask for.
 */
export const v3: Version = {
  number: 3,
  name: 'exercise-types',
  stores: {},
  upgrade,
  upgradeDump,
  // Fetched when a backup for an older app is written: no screen needs it to come up.
  downgradeDump: async (dump) => (await import('./v3-downgrade.ts')).downgradeDump(dump),
};

async function upgrade(transaction: Transaction): Promise<void> {
  const exercises = transaction.table<AnyRow, string>('exercises').toCollection();
  await exercises.modify((exercise, ref) => {
    ref.value = exerciseToV3(exercise);
  });
}

function upgradeDump(dump: AnyDump): AnyDump {
  return { ...dump, exercises: (dump.exercises ?? []).map(exerciseToV3) };
}

const exerciseToV3 = (exercise: AnyRow): AnyRow =>
  exercise.type === 'CODE_COMPLETION' ? { ...exercise, constructs: { required: [], forbidden: [] } } : exercise;
